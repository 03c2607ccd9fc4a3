import { addDays, vietnamDate } from '../../kernel/calendar.ts'
import { can } from '../../people/permissions.ts'
import type { QueryContext } from '../../ports/context.ts'
import { isToldOfSearch, SEARCH_NOTICE_DAYS, type CauseSearch } from '../search.ts'

/** The searches whoever asks is told of: their day is near, has come, or is over and nobody said what became of it. */
export async function searchesDue({
  repositories,
  actor,
  clock,
}: QueryContext): Promise<readonly CauseSearch[]> {
  const today = vietnamDate(clock.now())
  const searches = await repositories.rootCauses.searches(addDays(today, SEARCH_NOTICE_DAYS))
  const reader = { personId: actor.personId, ofBoard: can(actor.role, 'reminder.ofBoard') }
  return searches.filter((search) => isToldOfSearch(search, reader, today))
}
