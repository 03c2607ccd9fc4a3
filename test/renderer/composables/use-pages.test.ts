import { describe, expect, it } from 'vitest'

import { usePages, type Page } from '#renderer/composables/use-pages.ts'

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
