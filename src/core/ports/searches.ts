import type { CauseSearch } from '../investigation/search.ts'
import type { LocalDate } from '../kernel/calendar.ts'

export interface SearchReading {
  /** The searches for a cause that end by a day, those over included, the earliest first. */
  searches(by: LocalDate): Promise<readonly CauseSearch[]>
}
