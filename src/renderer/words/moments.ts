import { formatDate, vietnamDate, vietnamTime, type Instant } from '#core/kernel/calendar.ts'

/** `22/11/2026 14:05`, on a Vietnamese clock. */
export function formatMoment(instant: Instant): string {
  return `${formatDate(vietnamDate(instant))} ${vietnamTime(instant)}`
}
