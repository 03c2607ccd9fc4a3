// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { h, nextTick, ref } from 'vue'

import DateInput from '#renderer/kit/fields/DateInput.vue'
import DateTimeInput from '#renderer/kit/fields/DateTimeInput.vue'
import FieldRow from '#renderer/kit/fields/FieldRow.vue'
import { show, type Shown } from '../component.ts'

/** A form as the features have them: a field, its button, and what was sent. */
const day = ref<string | null>(null)
const moment = ref<string | null>(null)
const grey = ref(false)
const sent: unknown[] = []
let shown: Shown

const Form = () =>
  h(
    'form',
    {
      onSubmit: (event: Event) => {
        event.preventDefault()
        sent.push({ day: day.value, moment: moment.value })
      },
    },
    [
      h(FieldRow, { label: 'Ngày' }, () =>
        h(DateInput, {
          modelValue: day.value,
          'onUpdate:modelValue': (value: string | null) => (day.value = value),
        }),
      ),
      h(FieldRow, { label: 'Lúc' }, () =>
        h(DateTimeInput, {
          modelValue: moment.value,
          'onUpdate:modelValue': (value: string | null) => (moment.value = value),
        }),
      ),
      h('textarea'),
      h('button', { type: 'button', class: 'back' }, 'Thôi'),
      h('button', { type: 'submit', disabled: grey.value }, 'Lưu'),
    ],
  )

beforeEach(() => {
  day.value = null
  moment.value = null
  grey.value = false
  sent.length = 0
  shown = show(Form, () => ({}))
})
afterEach(() => shown.unmount())

const field = (at: number): HTMLInputElement => {
  const found = shown.all('input')[at]
  if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${at}`)
  return found
}

async function type(at: number, text: string): Promise<void> {
  field(at).focus()
  field(at).value = text
  field(at).dispatchEvent(new InputEvent('input', { bubbles: true }))
  await nextTick()
}

const CTRL = { ctrlKey: true }

describe('Ctrl Enter', () => {
  it.each<[string, number, string, unknown]>([
    ['a day', 0, '30/11/2027', { day: '2027-11-30', moment: null }],
    ['a day in short', 0, '1-2-27', { day: '2027-02-01', moment: null }],
  ])('sends %s with what was typed last', async (_what, at, text, expected) => {
    await type(at, text)
    expect(await shown.press(field(at), 'Enter', CTRL)).toBe(true)
    expect(sent).toEqual([expected])
    expect(document.activeElement).toBe(field(at))
  })

  it('sends a moment with what was typed last, in either of its fields', async () => {
    await type(1, '30/11/2026')
    await type(2, '9h5')
    await shown.press(field(2), 'Enter', CTRL)
    expect(sent).toEqual([{ day: null, moment: '2026-11-30T02:05:00.000Z' }])
  })

  it('sends from a text of many lines, once for a key held down', async () => {
    const text = shown.one('textarea')
    await shown.press(text, 'Enter', CTRL)
    await shown.press(text, 'Enter', { ...CTRL, repeat: true })
    expect(sent).toHaveLength(1)
  })

  it('leaves a key held down to press a button once', async () => {
    const back = shown.one('.back')
    expect(await shown.press(back, 'Enter')).toBe(false)
    expect(await shown.press(back, 'Enter', { repeat: true })).toBe(true)
  })

  it('does nothing where the button is grey, or on a button that means something else', async () => {
    await shown.press(shown.one('.back'), 'Enter', CTRL)
    grey.value = true
    await nextTick()
    await shown.press(shown.one('textarea'), 'Enter', CTRL)
    expect(sent).toEqual([])
  })

  it('does nothing while a word is being composed', async () => {
    await shown.press(shown.one('textarea'), 'Enter', { ...CTRL, isComposing: true })
    expect(sent).toEqual([])
  })
})

it.each([
  ['a day that is none', 0, '31/02/2027'],
  ['a moment that is none', 1, 'ngày mai'],
])('nothing goes while a field shows %s: it would be stored as empty', async (_what, at, text) => {
  await type(at, text)
  await shown.press(field(at), 'Enter', CTRL)
  const form = shown.one('form')
  if (form instanceof HTMLFormElement) form.requestSubmit()
  expect(sent).toEqual([])
  expect(document.activeElement).toBe(field(at))
  expect(field(at).value).toBe(text)
  await type(at, '')
  await shown.press(field(at), 'Enter', CTRL)
  expect(sent).toEqual([{ day: null, moment: null }])
})
