import type { CaseFile } from '../case/case-file.ts'
import { addDays, type LocalDate } from '../kernel/calendar.ts'
import type { ClockTable, Extension } from '../case/clocks.ts'
import type { Clock } from './model.ts'
import { computeDeadline, ruleOn } from './rules.ts'

/** The extensions of a case that were told in a letter L3 which left the house, one for each sending that stands. */
export function extensionsTold({
  letters,
  dispatches,
}: Pick<CaseFile, 'letters' | 'dispatches'>): readonly Extension[] {
  const told = letters.filter(({ kind, variant }) => kind === 'L3' && variant === 'extension')
  return told.flatMap(({ id, particulars }) => {
    const { clock, newEnd } = particulars
    if (clock === null || newEnd === null) return []
    const { rule, triggerId } = parseClockKey(clock)
    return dispatches
      .filter(({ letterId, struckAt }) => letterId === id && struckAt === null)
      .map(({ sentOn }) => ({ rule, triggerId, newEnd, toldOn: sentOn }))
  })
}

/** Names a clock within its case: `T-DSR-ACK`, or `T-DSR-DEL:` and the right it carries out. */
export function clockKey({
  rule,
  triggerId,
}: Readonly<{ rule: string; triggerId: string }>): string {
  return triggerId === '' ? rule : `${rule}:${triggerId}`
}

function parseClockKey(key: string): Readonly<{ rule: string; triggerId: string }> {
  const [rule = '', triggerId = ''] = key.split(':')
  return { rule, triggerId }
}

/**
 * The last day a clock may be extended to, counted from the day it ends by the rule alone; null where the law
 * allows no extension or has none left: one for each limit (Decree 356/2025, Article 5), none of what the
 * site's policy promises.
 */
export function lastExtendedDay(clock: Clock, table: ClockTable): LocalDate | null {
  const { rule: code, startsOn, startsAt, viaProcessor, extension } = clock
  const rule = ruleOn(code, startsOn, table.rules)
  if (rule?.extension === undefined || extension > 0) return null
  const { rawEnd } = computeDeadline(rule, startsAt, table.calendarFrom(startsOn), { viaProcessor })
  return addDays(rawEnd, rule.extension.maxAmount)
}
