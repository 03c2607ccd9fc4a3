import { RULE } from '../deadlines/rule-table.ts'
import { ruleOn } from '../deadlines/rules.ts'
import { vietnamDate, type Instant } from '../kernel/calendar.ts'
import { invalid } from '../kernel/errors.ts'
import { requirePast } from '../kernel/guards.ts'
import { rulesOf } from '../settings/clock-table.ts'
import type { Settings } from '../settings/model.ts'

/** A receipt cannot lie ahead; a minute's grace covers a clock read before the form was sent. */
export function requirePastReceipt(receivedAt: Instant, now: Instant): void {
  requirePast('receivedAt', receivedAt, now, 'RECEIPT_IN_FUTURE')
}

/** Raises `INVALID_INPUT` for a receipt on a day before the policy promised anything. */
export function requirePromise(receivedAt: Instant, settings: Pick<Settings, 'rules'>): void {
  if (ruleOn(RULE.policyAnswer, vietnamDate(receivedAt), rulesOf(settings)) === null) {
    throw invalid('receivedAt', 'RECEIPT_TOO_EARLY')
  }
}
