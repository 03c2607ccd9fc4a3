// @vitest-environment happy-dom
import { nextTick, ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import ComboBox from '#renderer/kit/fields/ComboBox.vue'
import { show, type Shown } from '../component.ts'

const LONG = 'Số căn cước công dân, '.repeat(20)
const OPTIONS = [
  { value: 'phone', label: 'Số điện thoại' },
  { value: 'address', label: 'Địa chỉ giao hàng' },
  { value: 'order', label: 'Đơn hàng', note: 'mã và ngày' },
  { value: 'long', label: LONG },
]

const chosen = ref<readonly string[]>([])
let shown: Shown

function open(props: Readonly<Record<string, unknown>> = {}): HTMLInputElement {
  shown = show(ComboBox, () => ({
    options: OPTIONS,
    modelValue: chosen.value,
    'onUpdate:modelValue': (value: readonly string[]) => (chosen.value = value),
    ...props,
  }))
  return shown.one('input') as HTMLInputElement
}

async function type(input: HTMLInputElement, text: string): Promise<void> {
  input.value = text
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  await nextTick()
}

const offered = (): readonly (string | null)[] =>
  shown.all('[role=option]:not([aria-disabled])').map(({ textContent }) => textContent)

const marked = (): string => shown.one('[data-active]').textContent

beforeEach(() => (chosen.value = []))
afterEach(() => shown.unmount())

describe('choosing by keyboard', () => {
  it('opens with an arrow, goes round at both ends, and takes with Enter', async () => {
    const input = open()
    expect(input.getAttribute('aria-expanded')).toBe('false')
    await shown.press(input, 'ArrowDown')
    expect(input.getAttribute('aria-expanded')).toBe('true')
    expect(marked()).toBe('Số điện thoại')
    await shown.press(input, 'ArrowUp')
    expect(marked()).toBe(LONG)
    await shown.press(input, 'ArrowDown')
    await shown.press(input, 'ArrowDown')
    const active = input.getAttribute('aria-activedescendant')
    expect(shown.root.querySelector(`[id="${active}"]`)?.textContent).toBe('Địa chỉ giao hàng')
    expect(await shown.press(input, 'Enter')).toBe(true)
    expect(chosen.value).toEqual(['address'])
    expect(input.value).toBe('Địa chỉ giao hàng')
    expect(shown.all('[role=listbox]')).toEqual([])
  })

  it('closes with Esc and keeps what was chosen; Esc in a closed one is not its own', async () => {
    chosen.value = ['phone']
    const input = open()
    await shown.press(input, 'ArrowDown')
    await shown.press(input, 'ArrowDown')
    expect(await shown.press(input, 'Escape')).toBe(true)
    expect(chosen.value).toEqual(['phone'])
    expect(await shown.press(input, 'Escape')).toBe(false)
  })

  it('leaves Enter to the form while nothing is offered', async () => {
    const input = open()
    expect(await shown.press(input, 'Enter')).toBe(false)
    await type(input, 'không có gì như vậy')
    expect(offered()).toEqual([])
    expect(shown.all('[aria-disabled]')).toHaveLength(1)
    expect(await shown.press(input, 'Enter')).toBe(false)
    expect(chosen.value).toEqual([])
  })

  it('takes several, and Backspace in the empty field takes the last one off', async () => {
    const input = open({ multiple: true })
    await shown.press(input, 'ArrowDown')
    await shown.press(input, 'Enter')
    await shown.press(input, 'ArrowDown')
    await shown.press(input, 'Enter')
    expect(chosen.value).toEqual(['phone', 'address'])
    await type(input, 'x')
    expect(await shown.press(input, 'Backspace')).toBe(false)
    expect(chosen.value).toEqual(['phone', 'address'])
    await type(input, '')
    await shown.press(input, 'Backspace')
    expect(chosen.value).toEqual(['phone'])
  })
})

describe('Vietnamese, typed with an input method', () => {
  it.each([
    ['dia chi', ['Địa chỉ giao hàng']],
    ['ĐỊA', ['Địa chỉ giao hàng']],
    ['thoai so', ['Số điện thoại']],
    ['ma ngay', ['Đơn hàngmã và ngày']],
  ])('%j finds %j', async (typed, found) => {
    await type(open(), typed)
    expect(offered()).toEqual(found)
  })

  it('leaves every key of a word being composed to the input method', async () => {
    const input = open()
    await type(input, 'đ')
    for (const key of ['Enter', 'ArrowDown', 'Escape', 'Backspace']) {
      expect(await shown.press(input, key, { isComposing: true }), key).toBe(false)
    }
    expect(chosen.value).toEqual([])
    expect(input.getAttribute('aria-expanded')).toBe('true')
  })

  it('narrows the list with every letter of it, and marks the first again', async () => {
    const input = open()
    await shown.press(input, 'ArrowDown')
    await shown.press(input, 'ArrowDown')
    await type(input, 'd')
    await type(input, 'đơ')
    expect(offered()).toEqual(['Đơn hàngmã và ngày'])
    expect(marked()).toBe('Đơn hàngmã và ngày')
  })
})

it('shows a code it has no option for rather than nothing', () => {
  chosen.value = ['KN-99']
  expect(open().value).toBe('KN-99')
})
