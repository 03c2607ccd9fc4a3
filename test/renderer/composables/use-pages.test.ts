import { describe, expect, it } from 'vitest'

import { ref } from 'vue'

import { enterFrom, leaveTrail, useNeighbours } from '#renderer/composables/case-trail.ts'
import { keptPages, usePages, type Page } from '#renderer/composables/use-pages.ts'
import { forgetPlaces, keepPlace, takePlace } from '#renderer/kit/table/list-places.ts'

/** Questions that wait until the test answers them, in whatever order. */
function questions() {
  const open: {
    after: number | null
    answer: (page: Page<string, number>) => void
    fail: () => void
  }[] = []
  const pages = usePages<string, number>(
    (after) =>
      new Promise((answer, reject) => {
        open.push({ after, answer, fail: () => reject(new Error('lost')) })
      }),
  )
  return { open, pages }
}

describe('a list read page by page', () => {
  it('drops the late answer to an older question', async () => {
    const { open, pages } = questions()
    const older = pages.start()
    const newer = pages.start()
    open[1]?.answer({ items: ['new'], next: null })
    open[0]?.answer({ items: ['old'], next: 7 })
    await Promise.all([older, newer])
    expect(pages.rows.value).toEqual(['new'])
    expect(pages.hasMore.value).toBe(false)
    expect(pages.loading.value).toBe(false)
  })

  it('goes on after the last row, once', async () => {
    const { open, pages } = questions()
    const start = pages.start()
    open[0]?.answer({ items: ['a'], next: 1 })
    await start
    const more = pages.more()
    void pages.more()
    expect(open).toHaveLength(2)
    expect(open[1]?.after).toBe(1)
    open[1]?.answer({ items: ['b'], next: null })
    await more
    expect(pages.rows.value).toEqual(['a', 'b'])
  })

  it('shows no rows of another question after a failure, and keeps them when only the next page fails', async () => {
    const { open, pages } = questions()
    const start = pages.start()
    open[0]?.answer({ items: ['a'], next: 1 })
    await start
    const more = pages.more()
    open[1]?.fail()
    await more
    expect(pages.rows.value).toEqual(['a'])
    expect(pages.error.value).toBeInstanceOf(Error)
    const again = pages.start()
    open[2]?.fail()
    await again
    expect(pages.rows.value).toEqual([])
  })

  it('reads as many rows again as are shown when something changed', async () => {
    const all = ['a', 'b', 'c', 'd']
    const pages = usePages<string, number>(async (after) => {
      const from = after ?? 0
      const next = from + 2 < all.length ? from + 2 : null
      return { items: all.slice(from, from + 2), next }
    })
    await pages.start()
    await pages.more()
    all.splice(1, 1, 'B')
    await pages.refresh()
    expect(pages.rows.value).toEqual(['a', 'B', 'c', 'd'])
  })

  it('keeps what is shown when a quiet refresh fails', async () => {
    let broken = false
    const pages = usePages<string, number>(async () => {
      if (broken) throw new Error('lost')
      return { items: ['a'], next: null }
    })
    await pages.start()
    broken = true
    await pages.refresh()
    expect(pages.rows.value).toEqual(['a'])
    expect(pages.error.value).toBeNull()
  })
})

describe('a list somebody comes back to', () => {
  const page = (items: readonly string[], next: number | null = null) => ({ items, next })

  it('has its rows at once, and reads as many again; the question must be the same', async () => {
    const kept = keptPages<string, number>('list')
    const answers = [page(['a'], 1), page(['b'], 2)]
    const first = usePages<string, number>(() => Promise.resolve(answers.shift() ?? page([])), {
      in: kept,
      question: () => 'open',
    })
    await first.start()
    await first.more()

    const again: (number | null)[] = []
    const fetch = (after: number | null) => {
      again.push(after)
      return Promise.resolve(after === null ? page(['a2'], 1) : page(['b2'], 2))
    }
    const back = usePages<string, number>(fetch, { in: kept, question: () => 'open' })
    const reading = back.start()
    expect(back.rows.value).toEqual(['a', 'b'])
    expect(back.loading.value).toBe(false)
    await reading
    expect([again, back.rows.value]).toEqual([
      [null, 1],
      ['a2', 'b2'],
    ])

    keepPlace('list', { row: 'a', index: 0, scrolled: 5, pageScrolled: 0, selected: ['a'] })
    const other = usePages<string, number>(fetch, { in: kept, question: () => 'closed' })
    const asked = other.start()
    expect(other.rows.value).toEqual([])
    expect(takePlace('list'), 'nor is the place among them one among these').toBeNull()
    await asked
  })

  it('finds nothing once somebody went elsewhere', async () => {
    const kept = keptPages<string, number>('list')
    const keep = { in: kept, question: () => '' }
    await usePages<string, number>(() => Promise.resolve(page(['a'])), keep).start()
    forgetPlaces()
    const back = usePages<string, number>(() => Promise.resolve(page(['b'])), keep)
    const reading = back.start()
    expect(back.rows.value).toEqual([])
    await reading
  })
})

describe('the cases of a list', () => {
  it('are read one after the other, more of them when they are at an end; the way back goes along', async () => {
    const ids = ref(['a', 'b'])
    const here = ref('a')
    keepPlace('list', { row: 'a', index: 0, scrolled: 5, pageScrolled: 0, selected: [] })
    leaveTrail({
      list: 'list',
      address: '/khieu-nai?scope=all',
      ids: () => ids.value,
      hasMore: () => ids.value.length < 3,
      more: () => Promise.resolve(void ids.value.push('c')),
    })
    const { address, before, hasAfter, readAfter, moved } = useNeighbours(() => here.value)
    expect([address.value, before.value, await readAfter()]).toEqual([
      '/khieu-nai?scope=all',
      null,
      'b',
    ])
    here.value = 'b'
    expect([before.value, hasAfter.value, await readAfter()]).toEqual(['a', true, 'c'])
    here.value = 'c'
    expect([before.value, hasAfter.value, await readAfter()]).toEqual(['b', false, null])
    moved('c')
    expect(takePlace('list')).toMatchObject({ row: 'c', scrolled: 5 })
    expect(takePlace('list'), 'once').toBeNull()
    here.value = 'not of the list'
    expect([before.value, hasAfter.value]).toEqual([null, false])
    enterFrom('/khieu-nai?scope=all')
    expect(address.value).toBe('/khieu-nai?scope=all')
    enterFrom('/bien-phap')
    expect(address.value, 'the case was opened from another list').toBeNull()
  })
})
