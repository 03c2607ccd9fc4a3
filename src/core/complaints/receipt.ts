import { vietnamDate, type Instant, type LocalDate } from '../kernel/calendar.ts'
import { invalid } from '../kernel/errors.ts'
import { requirePast } from '../kernel/guards.ts'

/** A receipt cannot lie ahead; a minute's grace covers a clock read before the form was sent. */
export function requirePastReceipt(receivedAt: Instant, now: Instant): void {
  requirePast('receivedAt', receivedAt, now, 'RECEIPT_IN_FUTURE')
}

/** Before this day there was no such website: whoever types an earlier one has mistyped the year. */
const EARLIEST_RECEIPT: LocalDate = '2000-01-01'

/** Whether something can have come in on that day; otherwise its year is mistyped. */
export function isLikelyReceipt(receivedAt: Instant): boolean {
  return vietnamDate(receivedAt) >= EARLIEST_RECEIPT
}

/** Raises `INVALID_INPUT` for a receipt on a day that can only be mistyped. */
export function requireLikelyReceipt(receivedAt: Instant): void {
  if (!isLikelyReceipt(receivedAt)) throw invalid('receivedAt', 'RECEIPT_TOO_EARLY')
}
