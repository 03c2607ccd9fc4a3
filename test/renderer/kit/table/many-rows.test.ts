// @vitest-environment happy-dom
import { nextTick, shallowRef } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import DataTable from '#renderer/kit/table/DataTable.vue'
import { show, type Shown } from '../component.ts'

type Row = Readonly<{ id: string }>

const ROW = 40
const VIEW = 600
/** Rows in view, 20 to spare on both sides, and one cut by each edge. */
const MOST = VIEW / ROW + 2 * 20 + 2

const many = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${at}` }))

const ALL = many(100_000)
const rows = shallowRef<readonly Row[]>([])
const selected = shallowRef<readonly string[]>([])
let shown: Shown
/** The box of the table in the page: where it begins, and how tall it is. */
let box = { top: 0, height: VIEW }
/** The most rows that were in the page at once since the table was shown. */
let most = 0
let watching: MutationObserver

function open(props: Readonly<Record<string, unknown>> = {}): void {
  shown = show(DataTable, () => ({
    label: 'Khiếu nại',
    columns: [{ key: 'id', title: 'Mã', text: ({ id }: Row) => id }],
    rows: rows.value,
    rowKey: ({ id }: Row) => id,
    selectable: true,
    selected: selected.value,
    'onUpdate:selected': (keys: readonly string[]) => (selected.value = keys),
    ...props,
  }))
  most = drawn().length
  watching.observe(shown.root, { childList: true, subtree: true })
}

const drawn = (): readonly number[] =>
  shown.all('tr[data-row]').map((row) => Number(row.dataset['row']))
const row = (index: number): HTMLElement => shown.one(`tr[data-row="${index}"]`)
const stops = (): readonly HTMLElement[] => shown.all('tbody tr[tabindex="0"]')

async function scrollTo(row: number): Promise<void> {
  const scroller = shown.one('.scroll')
  scroller.scrollTop = row * ROW
  scroller.dispatchEvent(new Event('scroll'))
  await nextTick()
}

beforeEach(() => {
  rows.value = ALL
  selected.value = []
  box = { top: 0, height: VIEW }
  watching = new MutationObserver(() => (most = Math.max(most, drawn().length)))
  // No layout here: a row is as tall as the style says, the box as the page would make it.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(ROW)
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(
    () => new DOMRect(0, box.top, 800, box.height),
  )
})
afterEach(() => {
  watching.disconnect()
  shown.unmount()
  vi.restoreAllMocks()
})

describe('of 100,000 rows', () => {
  it('draws a few at once, and those in view when their height is known', async () => {
    open()
    expect(drawn().length).toBeLessThanOrEqual(MOST)
    await nextTick()
    expect(drawn()[0]).toBe(0)
    expect(drawn().length).toBeGreaterThanOrEqual(VIEW / ROW)
    expect(drawn().length).toBeLessThanOrEqual(MOST)
    expect(shown.one('[role=grid]').getAttribute('aria-rowcount')).toBe('100001')
  })

  it('draws those scrolled to, with room for the others', async () => {
    open()
    await scrollTo(50_000)
    const [first = 0] = drawn()
    const last = drawn().at(-1) ?? 0
    expect(first).toBeGreaterThan(49_000)
    expect(first).toBeLessThanOrEqual(50_000)
    expect(last).toBeGreaterThanOrEqual(50_000 + VIEW / ROW)
    expect(row(first).getAttribute('aria-rowindex')).toBe(`${first + 2}`)
    const rooms = shown.all('.spacer td').map((cell) => Number.parseInt(cell.style.height, 10))
    expect(rooms).toEqual([first * ROW, (100_000 - 1 - last) * ROW])
    expect(most).toBeLessThanOrEqual(MOST)
  })

  it('keeps to the view where the page scrolls and not the table', async () => {
    box = { top: 0, height: 100_000 * ROW }
    open()
    box = { top: -70_000 * ROW, height: 100_000 * ROW }
    document.body.dispatchEvent(new Event('scroll'))
    await nextTick()
    expect(drawn()).toContain(70_000)
    expect(drawn()).toContain(70_000 + Math.floor(window.innerHeight / ROW))
    expect(drawn().length).toBeLessThanOrEqual(window.innerHeight / ROW + 2 * 20 + 2)
  })

  it('follows rows that become few, many again, or others', async () => {
    open()
    await scrollTo(50_000)
    rows.value = many(3)
    await nextTick()
    expect(drawn()).toEqual([0, 1, 2])
    shown.one('.scroll').scrollTop = 0
    rows.value = many(90_000)
    await nextTick()
    await nextTick()
    expect(drawn()[0]).toBe(0)
    rows.value = many(90_000).toReversed()
    await nextTick()
    expect(row(0).textContent).toBe('89999')
    expect(most).toBeLessThanOrEqual(MOST)
  })

  it('is drawn after loading just as from the beginning', async () => {
    rows.value = []
    open({ loading: true })
    rows.value = ALL
    await nextTick()
    await nextTick()
    expect(drawn().length).toBeGreaterThanOrEqual(VIEW / ROW)
    expect(most).toBeLessThanOrEqual(MOST)
  })

  it('goes to the last by key and back to the first', async () => {
    open()
    await shown.press(row(0), 'End')
    expect(document.activeElement).toBe(row(99_999))
    await shown.press(row(99_999), 'Home')
    expect(document.activeElement).toBe(row(0))
    expect(most).toBeLessThanOrEqual(MOST)
  })

  it('is one stop for Tab wherever it was scrolled', async () => {
    open()
    await scrollTo(50_000)
    expect(stops()).toHaveLength(1)
    stops()[0]?.focus()
    await shown.press(stops()[0] ?? row(0), 'ArrowDown')
    expect(stops()).toEqual([document.activeElement])
    await scrollTo(0)
    expect(stops()).toHaveLength(1)
  })
})

describe('choosing among 100,000', () => {
  it('takes one by Space and the rows between by Shift and Space', async () => {
    open()
    await shown.press(row(2), ' ')
    expect(selected.value).toEqual(['2'])
    await shown.press(row(5), ' ', { shiftKey: true })
    expect(selected.value).toEqual(['2', '3', '4', '5'])
    expect(row(4).getAttribute('aria-selected')).toBe('true')
    await shown.press(row(2), ' ')
    expect(selected.value).toEqual(['3', '4', '5'])
  })

  it('takes rows along with Shift and an arrow, and gives them back on the way back', async () => {
    open()
    await shown.press(row(0), 'ArrowDown', { shiftKey: true })
    await shown.press(row(1), 'ArrowDown', { shiftKey: true })
    expect(selected.value).toEqual(['0', '1', '2'])
    await shown.press(row(2), 'ArrowUp', { shiftKey: true })
    expect(selected.value).toEqual(['0', '1'])
  })

  it('takes a range by Shift and click across rows that are not in the page', async () => {
    open()
    row(1).dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }))
    await scrollTo(40_000)
    row(40_000).dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }))
    await nextTick()
    expect(selected.value).toHaveLength(40_000)
    expect(selected.value.at(-1)).toBe('40000')
    expect(row(40_001).getAttribute('aria-selected')).toBe('false')
  })

  it.each([{ ctrlKey: true }, { metaKey: true }])(
    'takes all by %o and A, then none',
    async (by) => {
      open({ choosable: ({ id }: Row) => id !== '7' })
      expect(await shown.press(row(0), 'a', by)).toBe(true)
      expect(selected.value).toHaveLength(99_999)
      expect(selected.value).not.toContain('7')
      await shown.press(row(0), 'a', by)
      expect(selected.value).toEqual([])
    },
  )

  it('leaves these keys alone where nothing can be chosen', async () => {
    open({ selectable: false })
    expect(await shown.press(row(0), 'a', { ctrlKey: true })).toBe(false)
    await shown.press(row(0), ' ')
    expect(selected.value).toEqual([])
  })
})
