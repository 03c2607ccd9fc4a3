import type { AuditEntry, AuditValue } from '#core/audit/model.ts'
import { DomainError } from '#core/kernel/errors.ts'
import type { Actor } from '#core/ports/context.ts'
import type { Call } from '../../dispatch/route.ts'
import type { FailedGuess, GuessedSecret } from '../../vault/login-throttle.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Board } from '../../workspace/unlocked-board.ts'

/** A guess at somebody's secret: whose wait it counts for, what was tried, and by whom where that is known. */
export type Guess = Readonly<{
  /** A user name, or the fixed word of the recovery key. */
  subject: string
  secret: GuessedSecret
  /** The account it was tried on; null when there is none of that name. */
  account: string | null
  /** Somebody signed in, who mistyped their own password; null at the door. */
  by: Readonly<{ personId: string; fullName: string }> | null
}>

/** A guess at the password of an account, by nobody knows whom. */
export function atTheDoor(vault: Pick<Vault, 'people'>, username: string): Guess {
  const account = vault.people().find((each) => each.username === username)
  return { subject: username, secret: 'password', account: account?.id ?? null, by: null }
}

/** A guess at the recovery key, for the account it is to open. */
export function withRecoveryKey(vault: Pick<Vault, 'people'>, username: string): Guess {
  return { ...atTheDoor(vault, username), subject: 'recovery-key', secret: 'recovery-key' }
}

/** Somebody signed in says again who they are. */
export function ofOneself(actor: Actor): Guess {
  const { username, personId } = actor
  return { subject: username, secret: 'own-password', account: personId, by: actor }
}

/** The code after the password; counted apart, or each right password would make the next guess at it free. */
export function codeOfOneself(actor: Actor): Guess {
  const { username, personId } = actor
  return { subject: `code of ${username}`, secret: 'code', account: personId, by: actor }
}

/**
 * Runs a guess with its wait, and puts a wrong one on record: at once where the board is open, else when it is next
 * unlocked. What was typed is in neither.
 */
export async function guess<Result>(
  call: Call,
  attempt: Guess,
  check: () => Promise<Result>,
): Promise<Result> {
  const { attempts, clock, desk } = call.services
  try {
    return await attempts.guess(attempt.subject, check)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'WRONG_CREDENTIALS') {
      const { secret, account, by } = attempt
      const failure: FailedGuess = { at: clock.now(), secret, account }
      const written = await record(call, desk.board(), [entryOf(failure)], by)
      if (!written) await attempts.keep(failure)
    }
    throw error
  }
}

/** Puts on record what was tried while the board was locked, before whoever comes in is. */
export async function recordKeptGuesses(call: Call, board: Board): Promise<void> {
  const { attempts } = call.services
  const { failures, dropped, lost } = await attempts.kept()
  if (failures.length === 0 && !lost) return
  const entries = failures.map(entryOf)
  const more = [
    ...(lost ? [ofNobody('guessesLost', lost)] : []),
    ...(dropped > 0 ? [ofNobody('guessesDropped', dropped)] : []),
  ]
  const written = await record(call, board, [...more, ...entries], null)
  if (written) await attempts.recorded(failures.length)
}

/** What is to be said of all guesses together. */
function ofNobody(field: string, to: AuditValue): AuditEntry {
  return {
    ...{ action: 'session.refused', entity: 'person', entityId: 'unknown' },
    changes: [{ field, from: null, to }],
  }
}

function entryOf({ at, secret, account }: FailedGuess): AuditEntry {
  return {
    ...{ action: 'session.refused', entity: 'person', entityId: account ?? 'unknown' },
    changes: [
      { field: 'guessedSecret', from: null, to: secret },
      { field: 'triedAt', from: null, to: at },
    ],
  }
}

/** Whether it is on record; a board that is shut, or cannot be written, keeps nobody from trying again. */
async function record(
  { services }: Call,
  board: Board | null,
  entries: readonly AuditEntry[],
  by: Guess['by'],
): Promise<boolean> {
  if (board === null) return false
  const who = { personId: by?.personId ?? null, name: by?.fullName ?? '' }
  try {
    await board.store.write(who, services.clock.now(), async (_repositories, audit) => {
      for (const entry of entries) audit(entry)
    })
    return true
  } catch {
    return false
  }
}
