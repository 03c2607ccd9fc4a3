import type { Due } from '../complaints/model.ts'
import { RULE } from '../deadlines/rule-table.ts'
import type { DerivedDeadline } from '../deadlines/model.ts'

/** Of duties that end together the one that comes first: a question before the notice it may call for. */
function rankOf(rule: string): number {
  return RANKS.indexOf(rule)
}

/** Orders clocks by their ends; of duties that end together by what comes first. */
export function byEnd(
  one: Pick<DerivedDeadline, 'endsAt' | 'rule'>,
  other: Pick<DerivedDeadline, 'endsAt' | 'rule'>,
): number {
  if (one.endsAt === other.endsAt) return rankOf(one.rule) - rankOf(other.rule)
  return one.endsAt < other.endsAt ? -1 : 1
}

const RANKS: readonly string[] = Object.values(RULE)

/** What a case is listed under: the open clock that ends first; `last` keeps its days when none is open. */
export function dueOf(
  deadlines: readonly DerivedDeadline[],
  last: Readonly<Pick<Due, 'dueOn' | 'targetOn'>>,
): Due {
  const [first] = deadlines.filter(({ state }) => state === 'running').toSorted(byEnd)
  if (first === undefined) {
    return { dueOn: last.dueOn, targetOn: last.targetOn, dueAt: null, dueRule: null }
  }
  const { legalEnd, target, endsAt, rule } = first
  return { dueOn: legalEnd, targetOn: target, dueAt: endsAt, dueRule: rule }
}

/** Whether a case stands under the same clock with the same days. */
export function isSameDue(one: Due, other: Due): boolean {
  return (
    one.dueAt === other.dueAt &&
    one.dueRule === other.dueRule &&
    one.dueOn === other.dueOn &&
    one.targetOn === other.targetOn
  )
}
