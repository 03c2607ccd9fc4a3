import { decide, type Decision } from '../kernel/decision.ts'
import type { Issue } from '../kernel/errors.ts'
import { fold } from '../kernel/text.ts'
import {
  ENDINGS,
  type Complainant,
  type Complaint,
  type Ending,
  type MatchedContact,
  type Outcome,
} from './model.ts'
import { isActive, isAnswered, isUnanswered } from './status.ts'

/** What the letter says of a complaint that ends so. */
export const OUTCOME_OF_ENDING: Readonly<Record<Ending, Outcome>> = {
  withdrawn: 'withdrawn',
  rejected: 'outside-remit',
  duplicate: 'duplicate',
}

/** How a complaint of this outcome ends; null for one that answers it. */
export function endingOf(outcome: Outcome | null): Ending | null {
  return ENDINGS.find((ending) => OUTCOME_OF_ENDING[ending] === outcome) ?? null
}

/** Whether two persons decided that a complaint ends without its result, and nobody took that back. */
export function isEndingDecided({ endingId }: Pick<Complaint, 'endingId'>): boolean {
  return endingId !== null
}

/** Whether no letter is owed: it was withdrawn in writing, and the writing is among its files. */
export function isWithdrawnInWriting({
  withdrawalEvidenceId,
}: Pick<Complaint, 'withdrawalEvidenceId'>): boolean {
  return withdrawalEvidenceId !== null
}

/**
 * Whether a decided ending has come true for the complaint itself: the letter that says why has left, or none is owed. Only
 * what else was asked for or is owed in it can still be open.
 */
export function isEndingInForce(
  complaint: Pick<Complaint, 'status' | 'endingId' | 'withdrawalEvidenceId'>,
): boolean {
  return (
    isEndingDecided(complaint) &&
    (isAnswered(complaint) || (isUnanswered(complaint) && isWithdrawnInWriting(complaint)))
  )
}

/** By what two complainants are known to be the same. */
export function matchingContacts(one: Complainant, other: Complainant): readonly MatchedContact[] {
  const phones = other.phones.map(({ e164 }) => e164)
  const same = (field: 'email' | 'memberAccount'): boolean => {
    const [mine, theirs] = [foldedKey(one[field]), foldedKey(other[field])]
    return mine !== '' && mine === theirs
  }
  return [
    ...(one.phones.some(({ e164 }) => phones.includes(e164)) ? (['phone'] as const) : []),
    ...(same('email') ? (['email'] as const) : []),
    ...(same('memberAccount') ? (['member-account'] as const) : []),
  ]
}

/**
 * Whether a complaint may end as the same as another: of the very complainant, known by the contact the recorder names, and
 * that other one is alive, so that it will be answered. Somebody who speaks for another person is somebody else.
 */
export function canBeDuplicateOf(
  complaint: Complaint,
  original: Complaint,
  contact: MatchedContact | null,
): Decision {
  const refuse = (...reasons: readonly Issue[]): Decision => decide(reasons)
  const path = 'duplicateOfCode'
  if (original.id === complaint.id) return refuse({ path, code: 'DUPLICATE_OF_ITSELF' })
  // Whoever asks to be heard again is answered in that very case, not told to look at the first answer.
  if (complaint.reviewOfId === original.id) return refuse({ path, code: 'DUPLICATE_OF_REVIEWED' })
  if (!isActive(original)) {
    const code = original.status === 'closed' ? 'DUPLICATE_OF_CLOSED' : 'DUPLICATE_OF_ENDED'
    return refuse({ path, code })
  }
  // It would end too, and perhaps as a duplicate of this one.
  if (isEndingDecided(original)) return refuse({ path, code: 'DUPLICATE_OF_ENDING' })
  const [mine, theirs] = [complaint.complainant, original.complainant]
  if (foldedKey(mine.actingFor) !== foldedKey(theirs.actingFor)) {
    return refuse({ path, code: 'DUPLICATE_OTHER_PERSON' })
  }
  const matched = matchingContacts(mine, theirs)
  if (matched.length === 0) return refuse({ path, code: 'DUPLICATE_OTHER_PERSON' })
  return decide(
    contact !== null && matched.includes(contact)
      ? []
      : [{ path: 'contact', code: 'CONTACT_NOT_MATCHED' }],
  )
}

function foldedKey(text: string | null): string {
  return text === null ? '' : fold(text).trim()
}
