import type { WebContents } from 'electron'

import type { FoundInPage } from '#shared/contract/host.ts'

export type FindStep = 'first' | 'next' | 'previous'

export type PageFinder = Readonly<{
  /**
   * Marks the words in the page and goes to one of their places. Answers when Chromium has looked through the whole
   * page: until then the find bar keeps itself out of its sight.
   */
  find: (text: string, step: FindStep) => Promise<FoundInPage>
  end: () => void
}>

/** Finds words in one page, one search at a time: a newer one answers the older with null. */
export function createPageFinder(
  contents: Pick<WebContents, 'findInPage' | 'stopFindInPage' | 'on'>,
): PageFinder {
  let pending: Readonly<{ id: number; answer: (found: FoundInPage) => void }> | null = null

  function settle(found: FoundInPage): void {
    pending?.answer(found)
    pending = null
  }

  contents.on(
    'found-in-page',
    (_event, { requestId, finalUpdate, activeMatchOrdinal, matches }) => {
      if (requestId !== pending?.id || !finalUpdate) return
      settle({ current: activeMatchOrdinal, count: matches })
    },
  )
  contents.on('render-process-gone', () => settle(null))
  contents.on('destroyed', () => settle(null))

  return {
    find(text, step) {
      settle(null)
      return new Promise((answer) => {
        // Electron's `findNext` means the opposite of its name: true begins a new search.
        const options = { findNext: step === 'first', forward: step !== 'previous' }
        pending = { id: contents.findInPage(text, options), answer }
      })
    },
    end() {
      settle(null)
      contents.stopFindInPage('clearSelection')
    },
  }
}
