// @vitest-environment happy-dom
import { h, nextTick, ref } from 'vue'
import { afterEach, expect, it } from 'vitest'

import ListPage from '#renderer/kit/ListPage.vue'
import { show, type Shown } from './component.ts'

let shown: Shown | null = null
afterEach(() => {
  shown?.unmount()
  shown = null
})

it('has a title, what narrows the list, and then the rows', () => {
  shown = show(ListPage, () => ({ title: 'Khiếu nại' }), {
    slots: { default: () => [h('input')], table: () => [h('table')] },
  })
  expect(shown.one('h1').textContent).toBe('Khiếu nại')
  expect(shown.all('input, table').map(({ tagName }) => tagName)).toEqual(['INPUT', 'TABLE'])
  expect(shown.all('[role=status]')).toEqual([])
})

it('says how many rows were found, and says it again when there are others', async () => {
  const found = ref('')
  shown = show(ListPage, () => ({ title: 'Thư', found: found.value }))
  expect(shown.one('[role=status]').textContent).toBe('')
  found.value = '3 thư'
  await nextTick()
  expect(shown.one('[role=status]').textContent).toBe('3 thư')
})

it('gives the focus to the row where it was left', () => {
  const page = ref<{ focusRows: () => void } | null>(null)
  const rows = [-1, 0, -1].map((tabindex, at) => h('tr', { id: `row-${at}`, tabindex }))
  shown = show(ListPage, () => ({ title: 'Thư', ref: page }), {
    slots: { table: () => [h('table', h('tbody', rows))] },
  })
  page.value?.focusRows()
  expect(document.activeElement?.id).toBe('row-1')
})
