// @vitest-environment happy-dom
import { h, nextTick, ref } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'

import FieldRow from '#renderer/kit/fields/FieldRow.vue'
import TextInput from '#renderer/kit/fields/TextInput.vue'
import { show, type Shown } from '../component.ts'

let shown: Shown
afterEach(() => shown.unmount())

const text = ref('')
let sent = 0

function open(maxLength: number, lines = 2): HTMLTextAreaElement | HTMLInputElement {
  sent = 0
  shown = show(
    {
      setup: () => () =>
        h(
          'form',
          {
            onSubmit(event: Event) {
              event.preventDefault()
              sent += 1
            },
          },
          h(FieldRow, { label: 'Nội dung' }, () =>
            h(TextInput, {
              modelValue: text.value,
              'onUpdate:modelValue': (value: string | null) => (text.value = value ?? ''),
              maxLength,
              lines,
            }),
          ),
        ),
    },
    () => ({}),
  )
  const field = shown.root.querySelector<HTMLTextAreaElement>('textarea')
  if (field === null) throw new Error('no field')
  return field
}

async function paste(field: HTMLTextAreaElement | HTMLInputElement, words: string): Promise<void> {
  field.value = words
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await nextTick()
  await nextTick()
}

const said = (): string => shown.root.textContent

describe('a text with a limit', () => {
  it('keeps a paste that is too long whole, and says by how much', async () => {
    text.value = ''
    const field = open(20)
    await paste(field, 'Một lá thư khiếu nại dài')
    expect(text.value).toBe('Một lá thư khiếu nại dài')
    expect(field.getAttribute('maxlength')).toBeNull()
    expect(said()).toContain('Dài 24 ký tự, tối đa 20')
    await paste(field, 'Một lá thư ngắn')
    expect(said()).not.toContain('tối đa')
  })

  it('counts only near its limit', async () => {
    text.value = ''
    const field = open(100)
    await paste(field, 'x'.repeat(90))
    expect(said()).not.toContain('/ 100')
    await paste(field, 'x'.repeat(91))
    expect(said()).toContain('91 / 100')
  })

  it('does not let its form go while it is too long, and goes there', async () => {
    text.value = ''
    const field = open(5)
    await paste(field, 'quá dài')
    const form = shown.root.querySelector('form')
    form?.requestSubmit()
    expect([sent, document.activeElement === field]).toEqual([0, true])
    await paste(field, 'vừa')
    form?.requestSubmit()
    expect(sent).toBe(1)
  })
})
