import { dayOfWeek, type LocalDate } from '#core/kernel/calendar.ts'

import type { Translate } from '../i18n/index.ts'

/** The weekday as it stands inside a sentence: "thứ ba" in Vietnamese, "Tuesday" in English. */
export function weekdayInSentence(date: LocalDate, t: Translate, language: string): string {
  const name = t(`terms.weekday.${dayOfWeek(date)}`)
  return language === 'en' ? name : name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
}
