import type { ArgonParameters } from './argon.ts'
import type { VaultKeys } from './data-key.ts'

export type VaultConfig = Readonly<{
  /** Cost of a password guess; tests give a cheap one, the program none. */
  argon?: ArgonParameters
  /**
   * Whether the board's database is one of these keys. Asked only where a renewal of the keys was cut short: the database
   * says how far it came.
   */
  opensDatabase?: (keys: VaultKeys) => Promise<boolean>
}>

export type Credentials = Readonly<{ username: string; password: string }>
export type NewPerson = Readonly<{ id: string; username: string; password: string }>
export type VaultPerson = Readonly<{ id: string; username: string }>

/**
 * Who can open the data folder. It knows user names and nothing else about people; whether a password is
 * good enough (`checkPassword`) and how often one may guess (`createAttempts`) is asked by the caller.
 * Every change is on the disk when its promise resolves.
 */
export interface Vault {
  people(): readonly VaultPerson[]
  /** Whether someone has proved that the recovery key was written down. */
  recoveryConfirmed(): boolean
  /**
   * @throws DomainError WRONG_CREDENTIALS, after the same work whether or not the user name exists.
   */
  unlock(credentials: Credentials): Promise<Readonly<{ personId: string; keys: VaultKeys }>>
  /** @throws DomainError WRONG_CREDENTIALS, with RECOVERY_KEY_MISTYPED when it is no recovery key at all. */
  unlockWithRecoveryKey(recoveryKey: string): Promise<VaultKeys>
  /** @throws DomainError INVALID_INPUT for the user name, ALREADY_EXISTS for a taken one. */
  addPerson(person: NewPerson, dataKey: Buffer): Promise<void>
  /** @throws DomainError NOT_FOUND. */
  setPassword(personId: string, password: string, dataKey: Buffer): Promise<void>
  /**
   * Takes away the way in of an account that nobody is on record for. Somebody who was, and leaves, knows the data key:
   * they go by `renewKeys`. @throws DomainError NOT_FOUND, NOT_ALLOWED for the last one.
   */
  removePerson(personId: string): Promise<void>
  /** Whose password is another than in the text of a key file; nobody where that cannot be read. */
  passwordsUnlike(keyFile: string): readonly string[]
  /** Who could not be given a new data key if somebody left now, and whether the printed recovery key could not. */
  withoutPair(): Readonly<{ people: readonly string[]; sheet: boolean }>
  /**
   * A new data key without those who leave. `replace` puts the database under it, in one step that is done or not done;
   * before it nothing has changed, after it the new key file is the right one, also when this is killed in between. Other
   * changes wait. Raises what `replace` does, CONFLICT for keys that are not the present ones, NOT_ALLOWED with
   * LAST_PERSON when nobody would be left.
   */
  renewKeys<Result>(
    leaving: ReadonlySet<string>,
    keys: VaultKeys,
    replace: (renewal: Renewal) => Promise<Result>,
  ): Promise<Result>
  /** The present epoch; null while it is not known whether a renewal was carried out. */
  epoch(): number | null
  /** A new recovery key, as printed; the old one opens nothing from now on, and the new one is unconfirmed. */
  replaceRecoveryKey(dataKey: Buffer): Promise<string>
  confirmRecovery(): Promise<void>
}

/** What a renewal of the keys means. */
export type Renewal = Readonly<{
  keys: VaultKeys
  /** Those who stay and had no pair: their one-time passwords, which are kept nowhere. */
  oneTime: readonly Readonly<{ personId: string; password: string }>[]
  /** The printed recovery key opens nothing any more. */
  sheetLost: boolean
}>

export type CreatedVault = Readonly<{ vault: Vault; recoveryKey: string; keys: VaultKeys }>
