import type { Stage } from '../complaints/model.ts'
import { isEndingDecided } from '../complaints/endings.ts'
import { isReview } from '../complaints/review.ts'
import { isDivided, openPoints } from '../complaints/points.ts'
import { isUnanswered } from '../complaints/status.ts'
import { uncheckedItems, wasLookedAt, type RootCause } from '../investigation/model.ts'
import { searchedUntil } from '../investigation/search.ts'
import { assertNever, type Issue } from '../kernel/errors.ts'
import { LETTERS } from '../letters/kinds.ts'
import { isDispatched } from '../letters/rules.ts'
import { liveSteps, type RemediationStep } from '../remediation/model.ts'
import type { CaseFile } from './case-file.ts'

/** The rooms of a case page, in the policy's own order. */
export const ROOMS = [
  'overview',
  'state',
  'cause',
  'remedy',
  'firms',
  'breach',
  'letters',
  'history',
] as const
export type Room = (typeof ROOMS)[number]

/**
 * How far one of the policy's duties is. `missing` says what is not on record yet and the answer waits for (its `path` is the room);
 * `remaining` what goes on although it can be answered: then it is `enough`, never done.
 */
export type Milestone = Readonly<{
  status: 'done' | 'enough' | 'partly' | 'missing'
  missing: readonly Issue[]
  remaining: readonly Issue[]
}>
export type Milestones = Readonly<{
  state: Milestone
  cause: Milestone
  remedy: Milestone
  answer: Milestone
}>

/** The facts the path of a case is derived from: less than a whole case file, so that lists can keep it true too. */
export type PathFacts = Pick<
  CaseFile,
  'complaint' | 'stateChecks' | 'whys' | 'rootCause' | 'steps' | 'letters' | 'dispatches'
>

/**
 * Policy clause 2.2: the state of the information is checked once something was looked at and a conclusion drawn. While an item
 * complained of was neither checked nor explained it is under way, concluded or not.
 */
export function stateMilestone(facts: PathFacts): Milestone {
  const missing: Issue[] = []
  const wasBegun = facts.stateChecks.some(wasLookedAt)
  if (!wasBegun) missing.push({ path: 'state', code: 'STATE_NO_CHECK' })
  if (facts.complaint.stateConclusion === null) {
    missing.push({ path: 'state', code: 'STATE_NOT_CONCLUDED' })
  }
  const { status } = station(missing, wasBegun)
  const silent = wasBegun ? unexplained(facts).length : 0
  if (silent === 0) return { status, missing, remaining: [] }
  const all = facts.complaint.dataItems.length
  const params = { done: all - silent, all }
  return {
    status: 'partly',
    missing,
    remaining: [{ path: 'state', code: 'STATE_PARTLY_CHECKED', params }],
  }
}

/** Policy clause 2.3: the cause is established with a category, or honestly undetermined with a reason. */
export function causeMilestone(facts: PathFacts): Milestone {
  const { rootCause } = facts
  const begun = facts.whys.length > 0 || rootCause !== null
  return station(missingOfCause(rootCause), begun, searchGoingOn(rootCause))
}

/** Until when the search for a cause goes on that could not be determined. */
function searchGoingOn(cause: RootCause | null): readonly Issue[] {
  const day = searchedUntil(cause)
  return day === null ? [] : [{ path: 'cause', code: 'CAUSE_SEARCHED_UNTIL', params: { day } }]
}

function missingOfCause(cause: RootCause | null): readonly Issue[] {
  if (cause === null) return [{ path: 'cause', code: 'CAUSE_OPEN' }]
  switch (cause.state) {
    case 'open':
      return [{ path: 'cause', code: 'CAUSE_OPEN' }]
    case 'established': {
      const missing: Issue[] = []
      if (cause.category === null) missing.push({ path: 'cause', code: 'CAUSE_NO_CATEGORY' })
      if (cause.statement === '') missing.push({ path: 'cause', code: 'CAUSE_NO_STATEMENT' })
      return missing
    }
    case 'undetermined':
      return cause.undeterminedReason === '' ? [{ path: 'cause', code: 'CAUSE_NO_REASON' }] : []
    default:
      return assertNever(cause.state)
  }
}

/** Policy clause 2.4: every remedy is done or has a day, or it is on record why none is needed. */
export function remedyMilestone(facts: PathFacts): Milestone {
  const live = liveSteps(facts.steps)
  if (live.length === 0) {
    return facts.complaint.noRemedyReason === null
      ? station([{ path: 'remedy', code: 'REMEDY_MISSING' }], facts.steps.length > 0)
      : station([], true)
  }
  const undated = live.filter((step) => step.state === 'planned' && step.dueOn === null).length
  return station(
    undated === 0 ? [] : [{ path: 'remedy', code: 'REMEDY_UNDATED', params: { count: undated } }],
    true,
    stepsPromised(live),
  )
}

/** How many remedies are still to be done, and until which day the last of them. */
function stepsPromised(steps: readonly RemediationStep[]): readonly Issue[] {
  const days = steps.flatMap(({ state, dueOn }) =>
    state === 'planned' && dueOn !== null ? [dueOn] : [],
  )
  const day = days.toSorted().at(-1)
  if (day === undefined) return []
  return [{ path: 'remedy', code: 'REMEDY_PROMISED', params: { count: days.length, day } }]
}

/** Policy clause 2.6: the answer is given when the result letter has left the house. */
export function answerMilestone(facts: PathFacts): Milestone {
  const results = facts.letters.filter(({ kind }) => LETTERS[kind].answersComplaint)
  if (results.some((letter) => isDispatched(letter, facts.dispatches))) return station([], true)
  const issued = results.some((letter) => letter.state === 'issued')
  if (issued) return station([{ path: 'letters', code: 'LETTER_NOT_DISPATCHED' }], true)
  const missing: readonly Issue[] = [
    ...missingOutcome(facts.complaint),
    { path: 'letters', code: results.length === 0 ? 'LETTER_MISSING' : 'LETTER_NOT_ISSUED' },
  ]
  return station(missing, facts.complaint.outcome !== null || results.length > 0)
}

/** That it is not concluded yet; of a divided one, which points are open. */
function missingOutcome(complaint: PathFacts['complaint']): readonly Issue[] {
  if (complaint.outcome !== null) return []
  if (!isDivided(complaint)) return [{ path: 'overview', code: 'OUTCOME_MISSING' }]
  return openPoints(complaint).map((point) => ({
    path: 'overview',
    code: 'POINT_OPEN',
    params: { point },
  }))
}

/** The policy's own path with its four stations. */
export function deriveMilestones(facts: PathFacts): Milestones {
  return {
    state: stateMilestone(facts),
    cause: causeMilestone(facts),
    remedy: remedyMilestone(facts),
    answer: answerMilestone(facts),
  }
}

/** Where the case stands: the first duty of the policy that is not done. Never stored by hand, so it cannot lie. */
export function deriveStage(facts: PathFacts): Stage {
  if (!isUnanswered(facts.complaint)) return 'done'
  // What ends without its result is only answered: nothing is looked into any more.
  if (isEndingDecided(facts.complaint)) return 'answering'
  const stations = deriveMilestones(facts)
  if (stations.state.status === 'missing') return 'received'
  // An item passed over holds up the answer, not the work that follows.
  if (stations.state.missing.length > 0) return 'checking'
  if (stations.cause.missing.length > 0) return 'finding-cause'
  if (stations.remedy.missing.length > 0) return 'remedying'
  return 'answering'
}

/**
 * What must be on record before a result can be answered: the three duties of the policy and an
 * outcome with its reason, of a divided complaint a finding of each point, and that no item complained of is passed over; of
 * a complaint that ends without its result only why. The same list blocks approval, fills "còn thiếu" and links to the rooms.
 */
export function missingForAnswer(facts: PathFacts): readonly Issue[] {
  const { complaint } = facts
  const outcome: readonly Issue[] =
    complaint.outcome !== null && complaint.outcomeReason === null
      ? [{ path: 'overview', code: 'OUTCOME_NO_REASON' }]
      : missingOutcome(complaint)
  const finding: readonly Issue[] =
    isReview(complaint) && complaint.outcome !== null && complaint.reviewFinding === null
      ? [{ path: 'overview', code: 'REVIEW_FINDING_MISSING' }]
      : []
  if (isEndingDecided(complaint)) return outcome
  const stations = deriveMilestones(facts)
  return [
    ...stations.state.missing,
    ...unexplained(facts),
    ...stations.cause.missing,
    ...stations.remedy.missing,
    ...outcome,
    ...finding,
  ]
}

/** An item neither checked nor explained: the answer would be silent about it. Of a case not begun that is not said of each. */
function unexplained({ complaint, stateChecks }: PathFacts): readonly Issue[] {
  if (stateChecks.length === 0) return []
  return uncheckedItems(complaint.dataItems, stateChecks).map((dataItem) => ({
    path: 'state',
    code: 'ITEM_UNCHECKED',
    params: { dataItem },
  }))
}

function station(
  missing: readonly Issue[],
  begun: boolean,
  remaining: readonly Issue[] = [],
): Milestone {
  if (missing.length > 0) return { status: begun ? 'partly' : 'missing', missing, remaining }
  return { status: remaining.length > 0 ? 'enough' : 'done', missing, remaining }
}
