import type { Instant } from '../kernel/calendar.ts'
import type { Decision } from '../kernel/decision.ts'
import type { Person } from './model.ts'
import { can } from './permissions.ts'

/**
 * What last put an account into somebody's hands.
 * - `founded`: one of the first two who may approve, each with a password of their own; nobody was there to vouch for them.
 * - `kept`: was there before this was kept on record.
 * - `added`, `reset`, `recovered`, `promoted`: somebody made it, set its password, set it with the printed recovery key, or
 *   gave it a role that approves. Whoever did so may be the one who uses it, until others say that its owner does.
 */
export const ACCOUNT_CAUSES = [
  'founded',
  'kept',
  'added',
  'reset',
  'recovered',
  'promoted',
] as const
export type AccountCause = (typeof ACCOUNT_CAUSES)[number]

/** How somebody's way in came about, and who has vouched that it is in their own hands. One for each person. */
export type Account = Readonly<{
  /** The person's. */
  id: string
  version: number
  cause: AccountCause
  since: Instant
  /** Who brought it about; null where that is not known, as with the printed recovery key. */
  causedBy: string | null
  /** Those who may approve and have said since that the account is in its owner's hands. */
  confirmedBy: readonly string[]
  /** Its owner chose the password; else it is a one-time password, which opens nothing but its change. */
  ownPassword: boolean
  /** When it first counted as one of those who approve; null while it never did. Never taken back. */
  establishedAt: Instant | null
}>

/** Somebody with the account they come in by. */
export type Member = Readonly<{ person: Person; account: Account }>

/** An account that waits for somebody's word, as everybody signed in is told of it. */
export type AccountNotice = Pick<
  Account,
  'id' | 'version' | 'cause' | 'since' | 'causedBy' | 'confirmedBy'
> &
  Readonly<{
    /** Its owner has been in since, and set a password of their own. */
    seen: boolean
    /** Whether whoever asks may confirm it; null where their role never does. */
    confirming: Decision | null
  }>

/** What must be written beside every approval by an account that is not wholly a second person's. */
export const ACCOUNT_MARKS = ['alone', 'unconfirmed'] as const
export type AccountMark = (typeof ACCOUNT_MARKS)[number]

/** The same, and of a review that nobody was there to answer it but those who had answered before. */
export const APPROVAL_MARKS = [...ACCOUNT_MARKS, 'nobody-else'] as const
export type ApprovalMark = (typeof APPROVAL_MARKS)[number]

/** Puts people and accounts together. Somebody without one is nobody's: made by nobody knows whom, vouched for by none. */
export function membersOf(
  people: readonly Person[],
  accounts: readonly Account[],
): readonly Member[] {
  return people.map((person) => ({
    person,
    account: accounts.find(({ id }) => id === person.id) ?? unknownAccount(person),
  }))
}

function unknownAccount({ id, createdAt }: Person): Account {
  return {
    ...{ id, version: 0, cause: 'recovered', since: createdAt, causedBy: null, confirmedBy: [] },
    ...{ ownPassword: true, establishedAt: null },
  }
}

/** Nobody knows who typed the printed key, so that one vouching for it could be its user: it takes two. */
export function confirmationsNeeded(cause: AccountCause): number {
  switch (cause) {
    case 'founded':
    case 'kept':
      return 0
    case 'added':
    case 'reset':
    case 'promoted':
      return 1
    case 'recovered':
      return 2
  }
}

export function isConfirmed({ cause, confirmedBy }: Account): boolean {
  return confirmedBy.length >= confirmationsNeeded(cause)
}

/**
 * Whether others should say that an account is in its owner's hands. A new account that approves nothing is not waited
 * for: what it does is only its own.
 */
export function awaitsConfirmation({ person, account }: Member): boolean {
  if (!person.active || isConfirmed(account)) return false
  return account.cause !== 'added' || can(person.role, 'approval.decide')
}

/** Whether somebody is a voice of their own: may approve, by a password of their own, confirmed where it must be. */
export function isVoice({ person, account }: Member): boolean {
  return (
    person.active &&
    can(person.role, 'approval.decide') &&
    account.ownPassword &&
    isConfirmed(account)
  )
}

/** Who may be using an account besides its owner: whoever brought it about, and if nobody vouches for them, whoever made them. */
function originators(account: Account, members: readonly Member[]): ReadonlySet<string> {
  const found = new Set<string>()
  let next = account.causedBy
  while (next !== null && !found.has(next)) {
    found.add(next)
    const id = next
    const maker = members.find(({ person }) => person.id === id)?.account
    next = maker === undefined || isConfirmed(maker) ? null : maker.causedBy
  }
  return found
}

/** Those who could still vouch for an account: voices other than itself and whoever may be using it. */
export function possibleConfirmers(
  { person, account }: Member,
  members: readonly Member[],
): readonly Member[] {
  const makers = originators(account, members)
  return members.filter(
    (each) =>
      isVoice(each) &&
      each.person.id !== person.id &&
      !makers.has(each.person.id) &&
      !account.confirmedBy.includes(each.person.id),
  )
}
