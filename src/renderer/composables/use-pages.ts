import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'

import { newestAnswer } from '../kit/behaviour/newest-answer.ts'
import { onForgetPlaces, takePlace } from '../kit/table/list-places.ts'

export type Page<Row, Cursor> = Readonly<{ items: readonly Row[]; next: Cursor | null }>

export type Pages<Row> = Readonly<{
  rows: ShallowRef<readonly Row[]>
  loading: Ref<boolean>
  loadingMore: Ref<boolean>
  error: ShallowRef<unknown>
  hasMore: ComputedRef<boolean>
  /**
   * Reads from the first page: for another filter, or after an error. Whoever comes back to a kept list finds its rows
   * at once; they are read again behind them.
   */
  start: () => Promise<void>
  /** Appends the next page. */
  more: () => Promise<void>
  /** Reads as many rows again as are shown, without a sign: something changed elsewhere. */
  refresh: () => Promise<void>
}>

type Read<Row, Cursor> = Readonly<{
  question: string
  /** The list that reads them. */
  by: object
  rows: ShallowRef<readonly Row[]>
  next: ShallowRef<Cursor | null>
}>

/** What was read of a list, kept while somebody reads what they opened from it (`list-places.ts`). */
export type KeptPages<Row, Cursor> = { readonly list: string; read: Read<Row, Cursor> | null }

/** A place for the rows of the list of this name, empty; it is emptied when the places of lists are forgotten. */
export function keptPages<Row, Cursor>(list: string): KeptPages<Row, Cursor> {
  const kept: KeptPages<Row, Cursor> = { list, read: null }
  onForgetPlaces(() => (kept.read = null))
  return kept
}

/**
 * A list read page by page from where the last row stood. The newest question wins: an answer to an
 * older one is dropped, so that typing fast never shows a stale list. With `keep` its rows stay while what was opened from
 * it is read; `question` says in a word what they answer.
 */
export function usePages<Row, Cursor>(
  fetch: (after: Cursor | null) => Promise<Page<Row, Cursor>>,
  keep?: Readonly<{ in: KeptPages<Row, Cursor>; question: () => string }>,
): Pages<Row> {
  const rows = shallowRef<readonly Row[]>([])
  const next = shallowRef<Cursor | null>(null)
  const loading = ref(false)
  const loadingMore = ref(false)
  const error = shallowRef<unknown>(null)
  const newest = newestAnswer()

  async function read(count: number): Promise<Page<Row, Cursor>> {
    let page = await fetch(null)
    while (page.items.length < count && page.next !== null) {
      const following = await fetch(page.next)
      page = { items: [...page.items, ...following.items], next: following.next }
    }
    return page
  }

  /** Runs one question; tells its answer only while no newer one was asked. */
  async function ask(
    question: () => Promise<Page<Row, Cursor>>,
    failed: (failure: unknown) => void,
  ): Promise<void> {
    await newest.ask(question, {
      answered: (page) => {
        rows.value = page.items
        next.value = page.next
        error.value = null
      },
      failed,
      ended: () => {
        loading.value = false
        loadingMore.value = false
      },
    })
  }

  /** The rows of the same question as they were left; false where there are none. */
  function findKept(): boolean {
    if (keep === undefined) return false
    const { read: left } = keep.in
    const question = keep.question()
    keep.in.read = { question, by: newest, rows, next }
    if (left?.question !== question || left.by === newest || left.rows.value.length === 0) {
      // Where somebody was among the rows of another question is nowhere among these.
      if (left?.by !== newest) takePlace(keep.in.list)
      return false
    }
    rows.value = left.rows.value
    next.value = left.next.value
    return true
  }

  function start(): Promise<void> {
    if (findKept()) return refresh()
    loading.value = true
    return ask(
      () => fetch(null),
      (failure) => {
        // The rows of another question would pass for the answer to this one.
        rows.value = []
        next.value = null
        error.value = failure
      },
    )
  }

  async function more(): Promise<void> {
    const after = next.value
    if (after === null || loading.value || loadingMore.value) return
    loadingMore.value = true
    await ask(
      async () => {
        const page = await fetch(after)
        return { items: [...rows.value, ...page.items], next: page.next }
      },
      (failure) => (error.value = failure),
    )
  }

  async function refresh(): Promise<void> {
    if (loading.value) return start()
    if (loadingMore.value) return
    await ask(
      () => read(rows.value.length),
      () => undefined,
    )
  }

  return {
    rows,
    loading,
    loadingMore,
    error,
    hasMore: computed(() => next.value !== null),
    start,
    more,
    refresh,
  }
}
