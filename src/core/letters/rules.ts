import { ENDINGS, type Complaint, type Status } from '../complaints/model.ts'
import { isActive } from '../complaints/status.ts'
import type { Conflict } from '../conflicts/model.ts'
import { requireFirmNotShutOut } from '../conflicts/rules.ts'
import type { Engagement } from '../firms/model.ts'
import { ALLOWED, decide, type Decision } from '../kernel/decision.ts'
import { DomainError, type Issue } from '../kernel/errors.ts'
import type { Instant } from '../kernel/calendar.ts'
import { LETTER, LETTERS, type LetterKind } from './kinds.ts'
import { letterForDuty, type LetterOfDuty } from './letter-for-duty.ts'
import type { AnswerCheck } from './answer-checks.ts'
import type { Dispatch, Letter, LetterStanding } from './model.ts'
import { refusedRights } from './particulars.ts'

/** All that decides what may happen to a letter next. */
export type LetterSituation = Readonly<{
  letter: Letter
  /** What is not on record yet for this kind of letter. */
  missing: readonly Issue[]
  /** What a letter with the result should say and does not; it blocks nothing. */
  unmet: readonly AnswerCheck[]
  /** The facts the letter was composed from have changed since. */
  factsChanged: boolean
  complaintStatus: Status
  /** Who may neither write nor approve it: it reviews what they answered. */
  barred: readonly string[]
  dispatches: readonly Dispatch[]
}>

/** Whether everything a letter said was taken out of it, and its PDF destroyed, with its case. */
export function isErasedLetter({ state, parts }: Pick<Letter, 'state' | 'parts'>): boolean {
  return state === 'issued' && parts.length === 0
}

/** Raises `NOT_ALLOWED` for a letter whose PDF was destroyed with what its case told of persons. */
export function requireLetterThere(letter: Pick<Letter, 'state' | 'parts'>): void {
  if (!isErasedLetter(letter)) return
  throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'CASE_ANONYMISED' }])
}

/** Whether a letter is still worked on: not issued yet. */
export function isInWork({ state }: Pick<Letter, 'state'>): boolean {
  return state !== 'issued'
}

/** The letter in work that stands against beginning another of its kind; none where several may be in work at a time. */
export function letterInWork(kind: LetterKind, letters: readonly Letter[]): Letter | undefined {
  if (LETTERS[kind].repeatable) return undefined
  return letters.find((letter) => letter.kind === kind && isInWork(letter))
}

/** The letter that takes this one's place, in work or issued. */
export function replacedBy(
  { id }: Pick<Letter, 'id'>,
  letters: readonly Letter[],
): Letter | undefined {
  return letters.find(({ replacesId }) => replacesId === id)
}

/**
 * Whether a letter of a kind may be begun: the case has use for it and none like it is in work. One that corrects
 * another (`replaces`, null for a first one) is the only one that does, and that one is issued.
 */
export function canDraft(
  { kind, replaces }: Readonly<{ kind: LetterKind; replaces: Letter | null }>,
  {
    complaint,
    letters,
  }: Readonly<{ complaint: Pick<Complaint, 'status'>; letters: readonly Letter[] }>,
): Decision {
  if (replaces !== null && replacedBy(replaces, letters) !== undefined) {
    return decide([{ path: 'letters', code: 'LETTER_REPLACED' }])
  }
  const reasons: Issue[] = []
  if (replaces !== null && isInWork(replaces)) {
    reasons.push({ path: 'letters', code: 'LETTER_NOT_ISSUED' })
  }
  if (!isKindAllowed({ kind, replacesId: replaces?.id ?? null }, complaint.status)) {
    reasons.push({ path: '', code: 'COMPLAINT_NOT_OPEN' })
  }
  if (letterInWork(kind, letters) !== undefined) {
    reasons.push({ path: 'letters', code: 'LETTER_IN_WORK' })
  }
  return decide(reasons)
}

/** Anything but an issued letter may be edited; editing takes it back to draft and voids an approval. */
export function canEdit(letter: Letter): Decision {
  return decide(isInWork(letter) ? [] : [{ path: '', code: 'LETTER_ISSUED' }])
}

export function canSubmit(situation: LetterSituation): Decision {
  return decide([
    ...unlessState(situation.letter, 'draft'),
    ...unready(situation),
    ...unlessFresh(situation.barred, situation.letter.editorIds),
  ])
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
    ...unlessFresh(situation.barred, [...situation.letter.editorIds, actorId]),
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
export function isKindAllowed(
  letter: Pick<Letter, 'kind' | 'replacesId'>,
  status: Status,
): boolean {
  const { statuses } = LETTERS[letter.kind]
  return statuses.includes(status) || (letter.replacesId !== null && status === 'answered')
}

/**
 * Whether a dispatch of a letter can be struck out: while the case is not over, and on one that ended by this very letter,
 * which is open again then.
 */
export function canStrike(situation: LetterSituation): Decision {
  const { letter, complaintStatus } = situation
  const endedByIt = ENDINGS.some((ending) => ending === complaintStatus)
  return endedByIt && LETTERS[letter.kind].answersComplaint ? ALLOWED : canDispatch(situation)
}

/** Only what was issued can leave the house. */
export function canDispatch({ letter, complaintStatus }: LetterSituation): Decision {
  const reasons: Issue[] = isInWork(letter) ? [{ path: '', code: 'LETTER_NOT_ISSUED' }] : []
  if (!isActive({ status: complaintStatus })) {
    reasons.push({ path: '', code: 'COMPLAINT_ENDED' })
  }
  return decide(reasons)
}

function unready(situation: LetterSituation): readonly Issue[] {
  const reasons: Issue[] = [...situation.missing]
  if (situation.factsChanged) reasons.push({ path: '', code: 'FACTS_CHANGED' })
  if (!isKindAllowed(situation.letter, situation.complaintStatus)) {
    reasons.push({ path: '', code: 'COMPLAINT_NOT_OPEN' })
  }
  return reasons
}

function unlessState(letter: Letter, state: Letter['state']): readonly Issue[] {
  if (letter.state === state) return []
  return [{ path: '', code: 'LETTER_STATE', params: { state: letter.state, needed: state } }]
}

function unlessSecondPerson(letter: Letter, actorId: string): readonly Issue[] {
  return isSecondPerson(letter, actorId) ? [] : [{ path: '', code: 'APPROVER_IS_AUTHOR' }]
}

/** A complainant who disagrees is heard by others than those who answered, where there are others. */
export function unlessFresh(barred: readonly string[], hands: readonly string[]): readonly Issue[] {
  return hands.some((id) => barred.includes(id)) ? [{ path: '', code: 'REVIEW_SAME_HANDS' }] : []
}

/** Whether somebody had no hand in a letter: they neither wrote on it nor submitted it. */
export function isSecondPerson(
  { editorIds, submittedBy }: Pick<Letter, 'editorIds' | 'submittedBy'>,
  personId: string,
): boolean {
  return !editorIds.includes(personId) && submittedBy !== personId
}

/**
 * Whether an issued letter tells of a right asked for: it names it, and was issued once it was asked for. Of a letter from
 * before names were kept, that it was issued since is all that is known.
 */
export function tellsOf(
  { rightIds, issuedAt }: Pick<Letter, 'rightIds' | 'issuedAt'>,
  right: Readonly<{ id: string; askedAt: Instant }>,
): boolean {
  if (issuedAt === null || issuedAt < right.askedAt) return false
  return rightIds === null || rightIds.includes(right.id)
}

/**
 * Whether an issued letter refuses a right asked for, in whole or in part: a refusal that names it as refused, issued since. Of
 * one from before names were kept, that it is a refusal of then is all that is known.
 */
export function refusesRight(
  letter: Pick<Letter, 'kind' | 'particulars' | 'rightIds' | 'issuedAt'>,
  right: Readonly<{ id: string; askedAt: Instant }>,
): boolean {
  if (letter.kind !== LETTER.refusal || !tellsOf(letter, right)) return false
  return letter.rightIds === null || refusedRights(letter.particulars).includes(right.id)
}

/** Whether a letter left the house, by a record that was not struck out. */
export function isDispatched(letter: Pick<Letter, 'id'>, dispatches: readonly Dispatch[]): boolean {
  return firstDispatch(letter, dispatches) !== null
}

/** The first time a letter left the house, by the records that stand; null while it has not. */
export function firstDispatch(
  letter: Pick<Letter, 'id'>,
  dispatches: readonly Dispatch[],
): Dispatch | null {
  const [first = null] = dispatches
    .filter(({ letterId, struckAt }) => letterId === letter.id && struckAt === null)
    .toSorted((one, other) => (one.sentOn < other.sentOn ? -1 : 1))
  return first
}

/** How far a letter is: its state, and once issued whether it has left. */
export function standingOf(
  letter: Pick<Letter, 'id' | 'state'>,
  dispatches: readonly Dispatch[],
): LetterStanding {
  return !isInWork(letter) && isDispatched(letter, dispatches) ? 'dispatched' : letter.state
}

/**
 * The letter that meets a duty, and the newest of them on this case, in work or issued; undefined while it is still to
 * be begun. Null when no letter meets it.
 */
export function letterOfDuty(
  rule: string,
  letters: readonly Letter[],
): Readonly<{ plan: LetterOfDuty; letter: Letter | undefined }> | null {
  const plan = letterForDuty(rule)
  if (plan === null) return null
  const letter = letters.findLast(
    ({ kind, variant }) => kind === plan.kind && variant === plan.variant,
  )
  return { plan, letter }
}

/** Raises `NOT_ALLOWED` for a letter to a firm the case concerns: it does not leave the house. */
export function requireRecipientNotShutOut(
  file: Readonly<{ engagements: readonly Engagement[]; conflicts: readonly Conflict[] }>,
  { particulars }: Pick<Letter, 'particulars'>,
): void {
  const engagement = file.engagements.find(({ id }) => id === particulars.engagementId)
  if (engagement !== undefined) requireFirmNotShutOut(file.conflicts, engagement.firmId)
}
