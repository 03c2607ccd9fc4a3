import type { Shown } from '#core/complaints/cover.ts'
import type { LetterCursor, LetterSummary } from '#core/letters/model.ts'
import { call } from '#renderer/api.ts'
import { useLive } from '#renderer/composables/use-live.ts'
import { keptPages, usePages, type Page, type Pages } from '#renderer/composables/use-pages.ts'
import type { LetterFilter } from './letter-filter.ts'

const PAGE = 50

const kept = keptPages<Shown<LetterSummary>, LetterCursor>('letters')

/** The letters of the desk under a filter read at each question, the latest issued or drafted first; kept true while cases change. */
export function useLetterPages(filter: () => LetterFilter): Pages<Shown<LetterSummary>> {
  const pages = usePages<Shown<LetterSummary>, LetterCursor>(readPage, {
    in: kept,
    question: () => JSON.stringify(filter()),
  })

  async function readPage(
    after: LetterCursor | null,
  ): Promise<Page<Shown<LetterSummary>, LetterCursor>> {
    const items = await call('letters.list', { filter: filter(), after, limit: PAGE })
    const last = items.at(-1)
    // A full page may be followed by another; a short one is the last.
    const next =
      last !== undefined && items.length === PAGE ? { latestAt: last.latestAt, id: last.id } : null
    return { items, next }
  }

  useLive('complaint', null, pages.refresh)
  return pages
}
