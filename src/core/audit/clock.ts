import { addHours, addMinutes, type Instant } from '../kernel/calendar.ts'

/** How a clock disagrees with the journal: it is behind its last entry, or further ahead of it than a holiday lasts. */
export type ClockDoubt = 'CLOCK_BEHIND' | 'CLOCK_AHEAD'

/** Clocks of one house differ by less. */
const BEHIND_MINUTES = 5
const AHEAD_DAYS = 31

/** Why the clock of this machine should be looked at before anything is written by it; null when it may be right. */
export function clockDoubt(now: Instant, lastEntryAt: Instant | null): ClockDoubt | null {
  if (lastEntryAt === null) return null
  if (addMinutes(now, BEHIND_MINUTES) <= lastEntryAt) return 'CLOCK_BEHIND'
  return now > addHours(lastEntryAt, AHEAD_DAYS * 24) ? 'CLOCK_AHEAD' : null
}
