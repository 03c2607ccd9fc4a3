import type { Reminder } from '#core/reminders/reminders.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import type { Language } from '#core/taxonomies/term.ts'
import { translate } from '../../i18n/index.ts'
import { clockEnd, ruleName } from '../deadlines/rule-words.ts'

/**
 * What is said of one clock: the case, the duty, its end; never a person or a word of the complaint. A limit in days
 * ends with its last day, one in hours at a moment. Whoever was away may hear of it when it is over, and is told so.
 */
export function reminderText(
  clock: Pick<Reminder, 'code' | 'rule' | 'endsAt' | 'legalEnd'>,
  now: Instant,
  language: Language,
): string {
  const key = clock.endsAt > now ? 'reminders.one' : 'reminders.over'
  const duty = ruleName(clock.rule, language)
  return translate(key, { code: clock.code, duty, end: clockEnd(clock) })
}
