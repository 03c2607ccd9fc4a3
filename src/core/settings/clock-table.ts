import { DEADLINE_RULES, type DeadlineRule } from '../deadlines/rule-table.ts'
import type { Language } from '../taxonomies/term.ts'
import { versionsOf } from '../deadlines/rule-versions.ts'
import type { ClockTable } from '../deadlines/rules.ts'
import { calendarOf } from './calendar.ts'
import type { Settings } from './model.ts'

/** The rules the board works by: the shipped ones, with every rule the board has edited taken from its own versions. */
export function rulesOf({ rules }: Pick<Settings, 'rules'>): readonly DeadlineRule[] {
  const codes = new Set(DEADLINE_RULES.map(({ code }) => code))
  return [...codes].flatMap((code) => versionsOf(code, rules))
}

/** What of the settings the clocks are counted by. */
export type ClockSettings = Pick<Settings, 'rules' | 'holidays' | 'restDays'>

/** What the limits of this board are counted by. */
export function clockTable(settings: ClockSettings): ClockTable {
  return { rules: rulesOf(settings), calendarFrom: (day) => calendarOf(settings, day) }
}

/** Whether a limit counts hours, by the newest of its versions; false for one that no table knows. */
export function isInHours(settings: Pick<Settings, 'rules'>, code: string): boolean {
  return rulesOf(settings).findLast((rule) => rule.code === code)?.unit === 'hours'
}

/** What a duty is called, by the newest of its versions; a code no table has is shown as itself, never hidden. */
export function dutyName(
  settings: Pick<Settings, 'rules'>,
  code: string,
  language: Language,
): string {
  return rulesOf(settings).findLast((rule) => rule.code === code)?.name[language] ?? code
}
