import { addDays, type LocalDate } from '../kernel/calendar.ts'
import type { DerivedDeadline } from './model.ts'
import { computeDeadline, ruleOn, type ClockTable } from './rules.ts'

/** That the one extension of a clock was told to whoever waits, with its reason, in a progress notice. */
export type Extension = Readonly<{
  rule: string
  triggerId: string
  newEnd: LocalDate
  notifiedOn: LocalDate
}>

/** Names a clock within its case: the code of its rule, and after `:` the right it carries out. */
export function clockKey({
  rule,
  triggerId,
}: Readonly<{ rule: string; triggerId: string }>): string {
  return triggerId === '' ? rule : `${rule}:${triggerId}`
}

/** The rule and the right a {@link clockKey} names. */
export function parseClockKey(key: string): Readonly<{ rule: string; triggerId: string }> {
  const [rule = '', triggerId = ''] = key.split(':')
  return { rule, triggerId }
}

/**
 * The last day a clock may be extended to, counted from the day it ends by the rule alone; null where it
 * no longer runs, and where the law allows no extension or has none left: one for each limit (Decree 356/2025, Article 5), none of what the
 * site's policy promises.
 */
export function lastExtendedDay(clock: DerivedDeadline, table: ClockTable): LocalDate | null {
  const { rule: code, startsOn, startsAt, viaProcessor, extension, state } = clock
  const rule = ruleOn(code, startsOn, table.rules)
  if (state !== 'running' || rule?.extension === undefined || extension > 0) return null
  const { rawEnd } = computeDeadline(rule, startsAt, table.calendarFrom(startsOn), { viaProcessor })
  return addDays(rawEnd, rule.extension.maxAmount)
}
