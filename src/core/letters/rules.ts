import type { Status } from '../complaints/model.ts'
import { isActive } from '../complaints/status.ts'
import { decide, type Decision } from '../kernel/decision.ts'
import type { Issue } from '../kernel/errors.ts'
import { LETTERS } from './kinds.ts'
import type { Dispatch, Letter } from './model.ts'

/** All that decides what may happen to a letter next. */
export type LetterSituation = Readonly<{
  letter: Letter
  /** What is not on record yet for this kind of letter. */
  missing: readonly Issue[]
  /** The facts the letter was composed from have changed since. */
  factsChanged: boolean
  complaintStatus: Status
  dispatches: readonly Dispatch[]
}>

/** Anything but an issued letter may be edited; editing takes it back to draft and voids an approval. */
export function canEdit(letter: Letter): Decision {
  return decide(letter.state === 'issued' ? [{ path: '', code: 'LETTER_ISSUED' }] : [])
}

export function canSubmit(situation: LetterSituation): Decision {
  return decide([...unlessState(situation.letter, 'draft'), ...unready(situation)])
}

/**
 * Approval needs a complete letter and a second person: nobody who wrote on it, by whatever sign-in.
 * Policy of the desk; ASVS 5.0 2.3.5 (multi-person approval of a high-value act).
 */
export function canApprove(situation: LetterSituation, actorId: string): Decision {
  return decide([
    ...unlessState(situation.letter, 'submitted'),
    ...unready(situation),
    ...unlessSecondPerson(situation.letter, actorId),
  ])
}

export function canReturn(letter: Letter): Decision {
  return decide(
    letter.state === 'submitted' || letter.state === 'approved'
      ? []
      : [{ path: '', code: 'LETTER_NOT_SUBMITTED' }],
  )
}

/** Issuing needs an approval given for exactly what the letter says now, from facts that still hold. */
export function canIssue(situation: LetterSituation): Decision {
  const { letter } = situation
  const reasons: Issue[] = [...unlessState(letter, 'approved'), ...unready(situation)]
  if (letter.state === 'approved' && letter.approvedHash !== letter.contentHash) {
    reasons.push({ path: '', code: 'APPROVAL_VOID' })
  }
  return decide(reasons)
}

/** Whether such a letter still has a purpose: a correction has one as long as the case is not over. */
export function mayServe(letter: Pick<Letter, 'kind' | 'replacesId'>, status: Status): boolean {
  const { statuses } = LETTERS[letter.kind]
  return statuses.includes(status) || (letter.replacesId !== null && status === 'answered')
}

/** Only what was issued can leave the house. */
export function canDispatch({ letter, complaintStatus }: LetterSituation): Decision {
  const reasons: Issue[] =
    letter.state === 'issued' ? [] : [{ path: '', code: 'LETTER_NOT_ISSUED' }]
  if (!isActive({ status: complaintStatus })) {
    reasons.push({ path: '', code: 'COMPLAINT_ENDED' })
  }
  return decide(reasons)
}

function unready(situation: LetterSituation): readonly Issue[] {
  const reasons: Issue[] = [...situation.missing]
  if (situation.factsChanged) reasons.push({ path: '', code: 'FACTS_CHANGED' })
  if (!mayServe(situation.letter, situation.complaintStatus)) {
    reasons.push({ path: '', code: 'COMPLAINT_NOT_OPEN' })
  }
  return reasons
}

function unlessState(letter: Letter, state: Letter['state']): readonly Issue[] {
  if (letter.state === state) return []
  return [{ path: '', code: 'LETTER_STATE', params: { state: letter.state, needed: state } }]
}

function unlessSecondPerson(letter: Letter, actorId: string): readonly Issue[] {
  return letter.editorIds.includes(actorId) || letter.submittedBy === actorId
    ? [{ path: '', code: 'APPROVER_IS_AUTHOR' }]
    : []
}

/** Whether a letter left the house, by a record that was not struck out. */
export function isDispatched(letter: Pick<Letter, 'id'>, dispatches: readonly Dispatch[]): boolean {
  return dispatches.some((each) => each.letterId === letter.id && each.struckAt === null)
}
