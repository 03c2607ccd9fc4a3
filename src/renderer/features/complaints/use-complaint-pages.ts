import type { ComplaintSummary, ListCursor } from '#core/complaints/model.ts'
import { call } from '#renderer/api.ts'
import { useLive } from '#renderer/composables/use-live.ts'
import { usePages, type Pages } from '#renderer/composables/use-pages.ts'
import type { WorkFilter } from './work-filter.ts'

const PAGE = 50

/** The work list under a filter read at each question; kept true while complaints change. */
export function useComplaintPages(filter: () => WorkFilter): Pages<ComplaintSummary> {
  const pages = usePages<ComplaintSummary, ListCursor>((after) =>
    call('complaints.list', { filter: filter(), after, limit: PAGE }),
  )
  useLive('complaint', null, pages.refresh)
  return pages
}
