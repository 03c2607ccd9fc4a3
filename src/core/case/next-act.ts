import { isEndingInForce } from '../complaints/endings.ts'
import { isAnswered, isUnanswered } from '../complaints/status.ts'
import type { Deadline } from '../deadlines/model.ts'
import { RULE } from '../deadlines/rule-table.ts'
import { assertNever } from '../kernel/errors.ts'
import { answersOf, fulfilledBy, LETTER, LETTERS } from '../letters/kinds.ts'
import { letterForDuty } from '../letters/letter-for-duty.ts'
import type { Letter } from '../letters/model.ts'
import { isDispatched, isInWork, tellsOf } from '../letters/rules.ts'
import type { CaseFile } from './case-file.ts'
import { byEnd } from './due.ts'
import { deriveStage, missingForAnswer, type PathFacts, type Room } from './stage.ts'

export const ACTS = [
  'CHECK_STATE',
  'CONCLUDE_STATE',
  'FIND_CAUSE',
  'PLAN_REMEDY',
  'SET_OUTCOME',
  'DRAFT_LETTER',
  'SUBMIT_LETTER',
  'APPROVE_LETTER',
  'ISSUE_LETTER',
  'DISPATCH_LETTER',
  'ACKNOWLEDGE_RIGHT',
  'SETTLE_RIGHT',
  'ANSWER_NOTICE_QUESTION',
  'GIVE_NOTICE',
  'ANSWER_AUTHORITY',
  'REQUEST_CLOSING',
  'DECIDE_CLOSING',
  'SETTLE_OPEN',
] as const
export type ActCode = (typeof ACTS)[number]

/** The block of a room in which an act is done; of a right or a notice, which one. */
export type Place =
  | 'checks'
  | 'state-conclusion'
  | 'cause'
  | 'remedies'
  | 'outcome'
  | 'begin-letter'
  | 'receipt'
  | 'notice-question'
  | 'authority'
  | 'complainant'
  | 'closing'
  | 'ending'
  | `right-${string}`
  | `notice-${string}`

/** One act: what it is, where it is done (in the letter's own room where it has one), and the clock it stops. */
export type NextAct = Readonly<{
  code: ActCode
  room: Room
  place: Place
  letterId: string | null
  clock: Deadline | null
}>

/** The facts from which what is to be done next follows. */
export type DutyFacts = PathFacts & Pick<CaseFile, 'deadlines' | 'rights' | 'approvals'>

/**
 * What is to be done, the nearest duty first: the act each running clock waits for, in the order of their ends, then what the
 * policy's own path asks for. Every act stands there once, under the clock that ends first.
 */
export function nextActs(facts: DutyFacts): readonly NextAct[] {
  const clocks = facts.deadlines.filter(({ state }) => state === 'running').toSorted(byEnd)
  const owed = clocks.flatMap((clock) => actOfClock(clock, facts) ?? [])
  const path = pathAct(facts)
  // Closing comes once nobody waits; what a policy clock waits for is the path's act already.
  const acts = path === null || owed.some(isSameAct(path)) ? owed : [...owed, path]
  return acts.filter((act, index) => acts.findIndex(isSameAct(act)) === index)
}

/** The act that stops a clock that runs; null where nothing in the case does. */
export function actOfClock(clock: Deadline, facts: DutyFacts): NextAct | null {
  if (clock.state !== 'running') return null
  const act = actOfRule(clock, facts)
  return act === null ? null : { ...act, clock }
}

function actOfRule(clock: Deadline, facts: DutyFacts): NextAct | null {
  const { rule, triggerId } = clock
  switch (rule) {
    case RULE.policyAnswer:
      return pathAct(facts)
    case RULE.policyFirstCheck:
      return act('CHECK_STATE', 'state', 'checks')
    case RULE.rightReply:
      return replyAct(triggerId, facts)
    case RULE.rightToStop:
    case RULE.rightToSee:
    case RULE.rightToDeletion:
    case RULE.rightToProtection:
      return act('SETTLE_RIGHT', 'overview', `right-${triggerId}`)
    case RULE.breachQuestion:
      return act('ANSWER_NOTICE_QUESTION', 'breach', 'notice-question')
    case RULE.breachNotice:
    case RULE.breachNoticeToSubjects:
    case RULE.breachRecord:
    case RULE.cyberFirstNotice:
    case RULE.cyberReport:
    case RULE.consumerNotice:
      return noticeAct(rule, facts)
    case RULE.authorityAnswer:
      return act('ANSWER_AUTHORITY', 'overview', 'authority')
    default:
      // A limit of a board's own settings that this program does not know.
      return null
  }
}

/** The one act the policy's own path asks for, or null when nothing is owed by it. */
function pathAct(facts: DutyFacts): NextAct | null {
  const { complaint } = facts
  // It ends by itself once nobody waits for anything else it holds.
  if (isEndingInForce(complaint)) return act('SETTLE_OPEN', 'overview', 'ending')
  if (isAnswered(complaint)) return closingAct(facts)
  if (!isUnanswered(complaint)) return null
  const stage = deriveStage(facts)
  switch (stage) {
    case 'received':
      return act('CHECK_STATE', 'state', 'checks')
    case 'checking':
      return act('CONCLUDE_STATE', 'state', 'state-conclusion')
    case 'finding-cause':
      return act('FIND_CAUSE', 'cause', 'cause')
    case 'remedying':
      return act('PLAN_REMEDY', 'remedy', 'remedies')
    case 'answering':
      return answerAct(facts)
    case 'done':
      return null
    default:
      return assertNever(stage)
  }
}

/** Closing is asked for once; then it waits for the second person. */
function closingAct({ approvals }: DutyFacts): NextAct {
  const asked = approvals.some(
    ({ state, request }) => state === 'pending' && request.kind === 'close-complaint',
  )
  return act(asked ? 'DECIDE_CLOSING' : 'REQUEST_CLOSING', 'overview', 'closing')
}

function answerAct(facts: DutyFacts): NextAct {
  const [first] = missingForAnswer(facts)
  if (first?.path === 'state') return act('CHECK_STATE', 'state', 'checks')
  if (first !== undefined) return act('SET_OUTCOME', 'overview', 'outcome')
  const letter = resultLetter(facts)
  return letter === undefined ? act('DRAFT_LETTER', 'letters', 'begin-letter') : actOfLetter(letter)
}

/** A right is told of by the letter that is under way for it, else by one to begin: the acknowledgement first. */
function replyAct(rightId: string, { letters, dispatches, rights }: DutyFacts): NextAct {
  const right = rights.find(({ id }) => id === rightId)
  const replies = letters.filter((letter) => answersOf(letter).includes(RULE.rightReply))
  const underWay = replies.findLast(
    (letter) =>
      isInWork(letter) ||
      (right !== undefined && tellsOf(letter, right) && !isDispatched(letter, dispatches)),
  )
  if (underWay !== undefined) return actOfLetter(underWay)
  const wasAcknowledged = letters.some(({ kind }) => kind === LETTER.acknowledgement)
  return act('ACKNOWLEDGE_RIGHT', 'letters', wasAcknowledged ? 'begin-letter' : 'receipt')
}

/** A notice is given by its letter once one is under way, else where notices are given and put on record. */
function noticeAct(rule: string, { letters, dispatches }: DutyFacts): NextAct {
  const place: Place = `notice-${rule}`
  const letter = letterForDuty(rule) === null ? undefined : noticeLetter(rule, letters)
  if (letter === undefined) return act('GIVE_NOTICE', 'breach', place)
  const isOut = !isInWork(letter) && isDispatched(letter, dispatches)
  return isOut ? act('GIVE_NOTICE', 'breach', place) : actOfLetter(letter)
}

function noticeLetter(rule: string, letters: readonly Letter[]): Letter | undefined {
  return letters.findLast((letter) =>
    [...answersOf(letter), ...fulfilledBy(letter)].some((each) => each === rule),
  )
}

/** What brings a letter on: it is submitted, approved, issued, and sent. */
function actOfLetter(letter: Letter): NextAct {
  return { ...act(codeOf(letter), 'letters', 'begin-letter'), letterId: letter.id }
}

function codeOf({ state }: Letter): ActCode {
  switch (state) {
    case 'draft':
      return 'SUBMIT_LETTER'
    case 'submitted':
      return 'APPROVE_LETTER'
    case 'approved':
      return 'ISSUE_LETTER'
    case 'issued':
      return 'DISPATCH_LETTER'
    default:
      return assertNever(state)
  }
}

/** The result letter work goes on with: the newest one not yet issued, else the newest. */
export function resultLetter(facts: Pick<PathFacts, 'letters'>): Letter | undefined {
  const results = facts.letters.filter(({ kind }) => LETTERS[kind].answersComplaint)
  return results.findLast(isInWork) ?? results.at(-1)
}

function act(code: ActCode, room: Room, place: Place): NextAct {
  return { code, room, place, letterId: null, clock: null }
}

function isSameAct(one: NextAct): (other: NextAct) => boolean {
  return ({ code, place, letterId }) =>
    code === one.code && place === one.place && letterId === one.letterId
}
