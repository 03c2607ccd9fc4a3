import { addHours, type Instant } from '../kernel/calendar.ts'
import { decide, type Decision } from '../kernel/decision.ts'
import { DomainError, type Issue } from '../kernel/errors.ts'
import {
  awaitsConfirmation,
  isConfirmed,
  isVoice,
  possibleConfirmers,
  type AccountMark,
  type Member,
} from './account.ts'
import { can, type Action } from './permissions.ts'

/** Hours after which an account that nobody is left to vouch for may approve again, marked. */
export const UNCONFIRMED_WAIT_HOURS = 24

/**
 * The acts by which somebody is a second person. The dispatcher lets nobody do one whom {@link mayApprove} refuses, so a
 * new route with such an access is guarded without a word of its own.
 */
const ACTS_OF_A_SECOND_PERSON: readonly Action[] = ['letter.approve', 'approval.decide']

export function isActOfSecondPerson(action: Action): boolean {
  return ACTS_OF_A_SECOND_PERSON.includes(action)
}

/** That somebody may approve, and what has to be written beside it. Only {@link mayApprove} gives one. */
export type ApprovingWord = Readonly<{ mark: AccountMark | null }>

export type MayApprove = Readonly<
  { allowed: true; word: ApprovingWord } | { allowed: false; reasons: readonly Issue[] }
>

/**
 * Whether somebody is a second person at all, whoever asked and whatever for. The one rule behind every approval (ADR 26):
 * - not by a one-time password;
 * - not by an account that others can still vouch for and have not;
 * - where nobody is left to vouch for it, from 24 hours after it came about, marked `unconfirmed`;
 * - while fewer than two people are voices of their own, marked `alone`.
 */
export function mayApprove(member: Member, members: readonly Member[], now: Instant): MayApprove {
  const { account } = member
  if (!account.ownPassword) return refused({ path: '', code: 'OWN_PASSWORD_MISSING' })
  if (isConfirmed(account)) {
    return given(members.filter(isVoice).length < 2 ? 'alone' : null)
  }
  if (possibleConfirmers(member, members).length > 0) {
    return refused({ path: '', code: 'ACCOUNT_UNCONFIRMED' })
  }
  const from = addHours(account.since, UNCONFIRMED_WAIT_HOURS)
  if (now < from) {
    const hours = Math.ceil((Date.parse(from) - Date.parse(now)) / 3_600_000)
    return refused({ path: '', code: 'ACCOUNT_WAITS', params: { hours } })
  }
  return given('unconfirmed')
}

/** Whether somebody may say that an account is in its owner's hands: a voice, and none who may be using it themselves. */
export function canConfirm(actorId: string, member: Member, members: readonly Member[]): Decision {
  const { account, person } = member
  const reasons: Issue[] = []
  if (!awaitsConfirmation(member)) reasons.push({ path: '', code: 'NOTHING_TO_CONFIRM' })
  if (!account.ownPassword) reasons.push({ path: '', code: 'OWNER_NOT_SEEN_YET' })
  if (person.id === actorId) {
    reasons.push({ path: '', code: 'APPROVER_IS_SUBJECT' })
  } else if (account.confirmedBy.includes(actorId)) {
    reasons.push({ path: '', code: 'CONFIRMED_ALREADY' })
  } else if (!possibleConfirmers(member, members).some((each) => each.person.id === actorId)) {
    reasons.push({ path: '', code: 'CONFIRMER_NOT_INDEPENDENT' })
  }
  return decide(reasons)
}

/** Whether the one who decides on a change of role thereby vouches for the account, because they could confirm it as well. */
export function vouchesByDeciding(
  deciderId: string,
  member: Member,
  members: readonly Member[],
): boolean {
  return (
    member.account.ownPassword &&
    possibleConfirmers(member, members).some(({ person }) => person.id === deciderId)
  )
}

/**
 * Whether an account that now has a password of its own is one of the first two who may approve. Nobody could vouch for
 * them; from then on nobody comes in this way again, even when one of the two leaves or is reset.
 */
export function foundsTheBoard({ person, account }: Member, members: readonly Member[]): boolean {
  const established = members.filter((each) => each.account.establishedAt !== null)
  return account.cause === 'added' && can(person.role, 'approval.decide') && established.length < 2
}

/** The word of somebody who approves. Raises a fault in the program where the route's access did not ask for one. */
export function requireWord({ word }: Readonly<{ word: ApprovingWord | null }>): ApprovingWord {
  if (word === null) throw new Error('an approval without the word of a second person')
  return word
}

/** Raises `SECOND_PERSON_REQUIRED` with the rule's reasons; else the word. */
export function requireMayApprove(decision: MayApprove): ApprovingWord {
  if (!decision.allowed) throw new DomainError('SECOND_PERSON_REQUIRED', decision.reasons)
  return decision.word
}

function refused(reason: Issue): MayApprove {
  return { allowed: false, reasons: [reason] }
}

function given(mark: AccountMark | null): MayApprove {
  return { allowed: true, word: { mark } }
}
