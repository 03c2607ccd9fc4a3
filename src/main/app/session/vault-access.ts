import { DomainError } from '#core/kernel/errors.ts'
import type { Settings } from '#core/settings/model.ts'
import { checkPassword } from '../../vault/passwords.ts'
import { normaliseUsername } from '../../vault/entries.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Call } from '../../dispatch/route.ts'

/** The keys of this board. Raises `NOT_SET_UP`, or why the data cannot be used. */
export function requireVault({ services }: Call): Vault {
  const state = services.desk.state()
  switch (state.name) {
    case 'ready':
      return state.vault
    case 'needs-setup':
      throw new DomainError('NOT_SET_UP')
    case 'failed':
      throw new DomainError(state.problem)
  }
}

/** A user name as typed at the door. Raises `WRONG_CREDENTIALS` for what cannot be one. */
export function readUsername(typed: string): string {
  try {
    return normaliseUsername(typed)
  } catch {
    // What cannot be a user name is simply not one: the answer tells nothing else.
    throw new DomainError('WRONG_CREDENTIALS')
  }
}

/** What a guesser who knows the person and the board would try first; null where the board has no settings yet. */
export function passwordWords(
  person: Readonly<{ username: string; fullName: string }>,
  settings: Pick<Settings, 'organisation' | 'sites'> | null,
): readonly string[] {
  const own = [person.username, person.fullName]
  if (settings === null) return own
  const { legalName, boardName, phone, email, website } = settings.organisation
  return [
    ...own,
    ...[legalName, boardName, phone, email, website],
    ...settings.sites.map(({ name }) => name),
  ].filter((word) => word !== '')
}

/** Raises `INVALID_INPUT` for a password that is easily guessed, also by these `words`. */
export function requireGoodPassword(
  password: string,
  words: readonly string[],
  path: string,
): void {
  const issues = checkPassword(password, words, path)
  if (issues.length > 0) throw new DomainError('INVALID_INPUT', issues)
}
