import { holidaysOfYear } from '../deadlines/holidays.ts'
import { RULE } from '../deadlines/rule-table.ts'
import { computeDeadline, ruleOn, type ComputedDeadline } from '../deadlines/rules.ts'
import { vietnamDate, yearOf, type Instant } from '../kernel/calendar.ts'
import { isLikelyReceipt } from '../complaints/receipt.ts'
import { calendarOf } from '../settings/calendar.ts'
import { rulesOf } from '../settings/clock-table.ts'
import type { Settings } from '../settings/model.ts'

export type AnswerDay = ComputedDeadline &
  Readonly<{
    /** The thirtieth day is a day off, so the law lets the limit run on (Civil Code art. 148.5). */
    moved: boolean
    /** A holiday around the end is not decided by the authorities yet: the day may still move. */
    provisional: boolean
  }>

/**
 * The day the policy's answer is due for a receipt, by the rule and calendar the core will store.
 * Null for a receipt whose year can only be mistyped.
 */
export function answerDay(receivedAt: Instant, settings: Settings): AnswerDay | null {
  const startsOn = vietnamDate(receivedAt)
  const rule = ruleOn(RULE.policyAnswer, startsOn, rulesOf(settings))
  if (rule === null || !isLikelyReceipt(receivedAt)) return null
  const deadline = computeDeadline(rule, receivedAt, calendarOf(settings, startsOn))
  const year = yearOf(deadline.rawEnd)
  const provisional = [year - 1, year, year + 1]
    .flatMap((each) => holidaysOfYear(each, settings.restDays, settings.holidays))
    .some(
      ({ date, status }) =>
        status !== 'issued' && date >= deadline.target && date <= deadline.legalEnd,
    )
  return { ...deadline, moved: deadline.legalEnd !== deadline.rawEnd, provisional }
}
