import { DEADLINE_RULES, UNDATED, type DeadlineRule } from './rule-table.ts'
import { addDays, type LocalDate } from '../kernel/calendar.ts'

/** All versions of one limit as the board works by them. */
export function versionsOf(code: string, edited: readonly DeadlineRule[]): readonly DeadlineRule[] {
  const own = edited.filter((rule) => rule.code === code)
  return own.length > 0 ? fromTheBeginning(own) : shippedVersions(code)
}

/**
 * Edited versions of one limit, the first since ever where the shipped limit names no day: a board may have kept its
 * edit when the program still gave such a limit a first day of its own making.
 */
function fromTheBeginning(own: readonly DeadlineRule[]): readonly DeadlineRule[] {
  const [first, ...later] = own
  if (first === undefined) return own
  const [shipped] = shippedVersions(first.code)
  return shipped?.effectiveFrom === UNDATED ? [{ ...first, effectiveFrom: UNDATED }, ...later] : own
}

function shippedVersions(code: string): readonly DeadlineRule[] {
  return DEADLINE_RULES.filter((rule) => rule.code === code)
}

/** What the board has edited, with these versions of one limit in place of those before. */
export function withVersions(
  edited: readonly DeadlineRule[],
  versions: readonly DeadlineRule[],
): readonly DeadlineRule[] {
  const [first] = versions
  if (first === undefined) return edited
  const others = new Set(edited.map(({ code }) => code))
  others.delete(first.code)
  return [...[...others].flatMap((code) => versionsOf(code, edited)), ...versions]
}

/**
 * The versions after a limit was edited: put right in its newest version, or changed from a later day on, the day
 * before which the version so far ends.
 */
export function editedVersions(
  versions: readonly DeadlineRule[],
  next: DeadlineRule,
  from: LocalDate | null,
): readonly DeadlineRule[] {
  const last = versions.at(-1)
  if (last === undefined) return [next]
  const before = versions.slice(0, -1)
  if (from === null || from <= last.effectiveFrom) {
    return [...before, { ...next, effectiveFrom: last.effectiveFrom }]
  }
  return [
    ...before,
    { ...last, effectiveTo: addDays(from, -1) },
    { ...next, effectiveFrom: from, effectiveTo: null },
  ]
}
