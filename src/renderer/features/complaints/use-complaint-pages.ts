import type { Shown } from '#core/complaints/cover.ts'
import type { ComplaintSummary, ListCursor, ListOrder } from '#core/complaints/model.ts'
import { call } from '#renderer/api.ts'
import { useLive } from '#renderer/composables/use-live.ts'
import { keptPages, usePages, type Pages } from '#renderer/composables/use-pages.ts'
import type { WorkFilter } from './work-filter.ts'

const PAGE = 50

/** The lists of complaints whose place is kept. */
export type ComplaintListName = 'complaints' | 'today'

const kept = {
  complaints: keptPages<Shown<ComplaintSummary>, ListCursor>('complaints'),
  today: keptPages<Shown<ComplaintSummary>, ListCursor>('today'),
}

/** The work list under a filter and in an order read at each question; kept true while complaints change. */
export function useComplaintPages(
  list: ComplaintListName,
  question: () => Readonly<{ filter: WorkFilter; order: ListOrder }>,
): Pages<Shown<ComplaintSummary>> {
  const pages = usePages<Shown<ComplaintSummary>, ListCursor>(
    (after) => call('complaints.list', { ...question(), after, limit: PAGE }),
    { in: kept[list], question: () => JSON.stringify(question()) },
  )
  useLive('complaint', null, pages.refresh)
  return pages
}
