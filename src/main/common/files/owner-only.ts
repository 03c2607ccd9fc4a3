// Who may read what the program keeps: nobody but the owner of the account. Windows has no such bits; there the
// profile folder's own access list protects.
export const OWNER_ONLY_FILE = 0o600
export const OWNER_ONLY_FOLDER = 0o700
