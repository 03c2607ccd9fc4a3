// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, expect, it, vi } from 'vitest'

import { suspectedBreach } from '#core/breach/model.ts'
import NoticeQuestion from '#renderer/features/breach/NoticeQuestion.vue'
import { complaint, emptyFile } from '#test/core/case/case-facts.ts'
import { show, type Shown } from '../../kit/component.ts'

vi.mock('#renderer/api.ts', async (original) => ({
  ...(await original<object>()),
  call: async () => [],
}))

let shown: Shown
afterEach(() => shown.unmount())

function articlesOf(categories: readonly string[]): readonly string[] {
  const pinia = createPinia()
  setActivePinia(pinia)
  const at = '2026-11-22T02:00:00.000Z'
  const breach = suspectedBreach(complaint.id, at)
  const file = { ...emptyFile, complaint: { ...complaint, categories }, breach }
  shown = show(NoticeQuestion, () => ({ file }), { plugins: [pinia] })
  return shown
    .all('p.small')
    .map((each) => each.textContent.trim())
    .filter((text) => text.includes('Điều'))
}

/** What is complained of, and where its reader finds the law behind it. */
it.each([
  [
    ['KN-01', 'KN-05'],
    [
      'Lộ, lọt thông tin cá nhân: xem Điều 23, 7 Luật Bảo vệ dữ liệu cá nhân.',
      'Sử dụng sai mục đích: xem Điều 3.2, 23.3.b Luật Bảo vệ dữ liệu cá nhân.',
    ],
  ],
  // No article stands behind a late answer, or behind something else.
  [['KN-16'], []],
  [[], []],
])('names for %j the articles to look at before answering', (categories, articles) => {
  expect(articlesOf(categories)).toEqual(articles)
})
