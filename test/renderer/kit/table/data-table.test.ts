// @vitest-environment happy-dom
import { nextTick, ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import DataTable from '#renderer/kit/table/DataTable.vue'
import { forgetPlaces } from '#renderer/kit/table/list-places.ts'
import { show, type Shown } from '../component.ts'

type Row = Readonly<{ id: string; name: string }>

const rows = ref<readonly Row[]>([])
const opened: string[] = []
let shown: Shown

const named = (...ids: readonly string[]): readonly Row[] =>
  ids.map((id) => ({ id, name: `Hồ sơ ${id}` }))

function open(props: Readonly<Record<string, unknown>> = {}): void {
  shown = show(DataTable, () => ({
    label: 'Khiếu nại',
    columns: [{ key: 'name', title: 'Tên', text: ({ name }: Row) => name }],
    rows: rows.value,
    rowKey: ({ id }: Row) => id,
    rowName: ({ id }: Row) => id,
    onOpen: ({ id }: Row) => opened.push(id),
    ...props,
  }))
}

const bodyRows = (): readonly HTMLElement[] => shown.all('tbody tr:not([aria-hidden])')
const stop = (): HTMLElement => shown.one('tbody tr[tabindex="0"]')

beforeEach(() => {
  rows.value = named('a', 'b', 'c')
  opened.length = 0
})
afterEach(() => shown.unmount())

describe('the table by keyboard', () => {
  it('is one stop for Tab, moved by arrows, Home and End, and Enter opens it', async () => {
    open()
    expect(shown.all('tbody tr[tabindex="0"]')).toHaveLength(1)
    await shown.press(stop(), 'ArrowDown')
    expect(stop().textContent).toContain('Hồ sơ b')
    expect(document.activeElement).toBe(stop())
    await shown.press(stop(), 'End')
    await shown.press(stop(), 'ArrowDown')
    expect(stop().textContent).toContain('Hồ sơ c')
    await shown.press(stop(), 'Enter')
    await shown.press(stop(), 'Home')
    await shown.press(stop(), 'Enter')
    expect(opened).toEqual(['c', 'a'])
  })

  it('opens nothing where rows do not open', async () => {
    open({ still: true })
    await shown.press(stop(), 'Enter')
    expect(opened).toEqual([])
  })
})

describe('a row that leads somewhere', () => {
  it('is a link in its first cell, which a plain click opens as the row does', async () => {
    open({ address: ({ id }: Row) => `#/khieu-nai/${id}` })
    const links = shown.all('tbody a')
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#/khieu-nai/a',
      '#/khieu-nai/b',
      '#/khieu-nai/c',
    ])
    expect(links.every((link) => link.getAttribute('tabindex') === '-1')).toBe(true)
    links[1]?.click()
    await nextTick()
    expect(opened).toEqual(['b'])
  })

  it('is chosen with Ctrl like the rest of its row, and is no link where its first cell is empty', async () => {
    rows.value = [...named('a', 'b'), { id: 'c', name: '' }]
    const chosen = ref<readonly string[]>([])
    open({
      address: ({ id }: Row) => `#/khieu-nai/${id}`,
      selectable: true,
      'onUpdate:selected': (now: readonly string[]) => (chosen.value = now),
    })
    const links = shown.all('tbody a')
    expect(links).toHaveLength(2)
    const click = new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true })
    links[1]?.dispatchEvent(click)
    await nextTick()
    expect([click.defaultPrevented, chosen.value, opened]).toEqual([true, ['b'], []])
  })
})

describe('a list somebody comes back to', () => {
  it('has its focus and its choice where they were, unless they went elsewhere', async () => {
    const chosen = ref<readonly string[]>(['a', 'gone'])
    const props = {
      place: 'list',
      selectable: true,
      'onUpdate:selected': (now: readonly string[]) => (chosen.value = now),
    }
    open({ ...props, selected: ['a', 'gone'] })
    await shown.press(stop(), 'ArrowDown')
    shown.unmount()
    open(props)
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(document.activeElement).toBe(stop())
    expect(stop().textContent).toContain('Hồ sơ b')
    expect(chosen.value).toEqual(['a'])
    shown.unmount()
    // Its row has left the list: the one in its place has the focus.
    rows.value = named('a', 'c')
    open(props)
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(stop().textContent).toContain('Hồ sơ c')
    expect(document.activeElement).toBe(stop())
    shown.unmount()
    forgetPlaces()
    open(props)
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(stop().textContent).toContain('Hồ sơ a')
    expect(document.activeElement).toBe(document.body)
  })
})

describe('the focus, when the list is read anew', () => {
  it('stays with its row, wherever that goes', async () => {
    open()
    await shown.press(stop(), 'ArrowDown')
    rows.value = named('x', 'y', 'a', 'b')
    await nextTick()
    expect(document.activeElement).toBe(stop())
    expect(stop().textContent).toContain('Hồ sơ b')
  })

  it('stays at its place when the row has left the list', async () => {
    open()
    await shown.press(stop(), 'ArrowDown')
    rows.value = named('a', 'c')
    await expect.poll(() => document.activeElement?.textContent).toContain('Hồ sơ c')
    expect(document.activeElement).toBe(stop())
    rows.value = named('a')
    await expect.poll(() => document.activeElement).toBe(bodyRows()[0])
  })

  it('is not taken from where somebody works meanwhile', async () => {
    open()
    const field = document.body.appendChild(document.createElement('input'))
    field.focus()
    rows.value = named('b')
    await nextTick()
    await nextTick()
    expect(document.activeElement).toBe(field)
    field.remove()
  })
})

it('says that a failed reading failed, in the words given, and asks again', async () => {
  rows.value = []
  let again = 0
  open({ failure: 'Chưa đọc được.', onRetry: () => (again += 1) })
  expect(shown.one('[role=alert]').textContent).toContain('Chưa đọc được.')
  shown.one('[role=alert] button').click()
  await nextTick()
  expect(again).toBe(1)
})

it('keeps the rows it has when more of them cannot be read', () => {
  open({ failure: 'Chưa đọc được.' })
  expect(bodyRows()).toHaveLength(3)
  expect(shown.all('[role=alert]')).toHaveLength(1)
})

it('holds the whole of a long text in its title', () => {
  const long = 'Nguyễn '.repeat(60)
  rows.value = [{ id: 'a', name: long }]
  open()
  expect(shown.all('tbody td').map((cell) => cell.title)).toContain(long)
})
