import { EventEmitter } from 'node:events'

import type { WebContents } from 'electron'
import { beforeEach, expect, it } from 'vitest'

import { createPageFinder, type FindStep, type PageFinder } from '#main/electron/find.ts'

class FakeContents extends EventEmitter {
  readonly asked: unknown[] = []
  findInPage = (text: string, options: object): number => this.asked.push([text, options])
  stopFindInPage = (action: string): number => this.asked.push(action)
  says(requestId: number, current: number, matches: number, finalUpdate = true): void {
    const result = { requestId, activeMatchOrdinal: current, matches, finalUpdate }
    this.emit('found-in-page', {}, result)
  }
}

let contents: FakeContents
let finder: PageFinder

beforeEach(() => {
  contents = new FakeContents()
  finder = createPageFinder(contents as unknown as WebContents)
})

it.each<[FindStep, object]>([
  ['first', { findNext: true, forward: true }],
  ['next', { findNext: false, forward: true }],
  ['previous', { findNext: false, forward: false }],
])('asks Chromium for the %s place by %j', (step, options) => {
  void finder.find('thư', step)
  expect(contents.asked).toEqual([['thư', options]])
})

it('answers with the last word on a search, not with those on the way', async () => {
  const found = finder.find('thư', 'first')
  contents.says(1, 0, 2, false)
  contents.says(1, 1, 5)
  expect(await found).toEqual({ current: 1, count: 5 })
})

it('answers a search that was overtaken with nothing, and hears only of the newer', async () => {
  const first = finder.find('t', 'first')
  const second = finder.find('th', 'first')
  expect(await first).toBeNull()
  contents.says(1, 1, 90)
  contents.says(2, 1, 4)
  expect(await second).toEqual({ current: 1, count: 4 })
})

it.each(['render-process-gone', 'destroyed'])('leaves nobody waiting after %s', async (name) => {
  const found = finder.find('thư', 'first')
  contents.emit(name)
  expect(await found).toBeNull()
})

it('takes the marks away at the end, and answers whoever still waits', async () => {
  const found = finder.find('thư', 'first')
  finder.end()
  expect(await found).toBeNull()
  expect(contents.asked.at(-1)).toBe('clearSelection')
})
