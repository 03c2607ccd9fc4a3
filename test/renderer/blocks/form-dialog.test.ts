// @vitest-environment happy-dom
import { h, nextTick, ref, shallowRef } from 'vue'
import { afterEach, expect, it } from 'vitest'

import { ApiError } from '#renderer/api.ts'
import FormDialog from '#renderer/blocks/FormDialog.vue'
import { i18n } from '#renderer/i18n/index.ts'
import { show, type Shown } from '../kit/component.ts'

const running = ref(false)
const error = shallowRef<unknown>(null)
const disabled = ref(false)
let sent: unknown[] = []
let closed = 0
let shown: Shown

function open(): HTMLDialogElement {
  shown = show(
    FormDialog,
    () => ({
      title: 'Thêm người',
      act: { running, error },
      submitLabel: 'Thêm',
      disabled: disabled.value,
      onSubmit: (form: unknown) => sent.push(form),
      onClose: () => (closed += 1),
    }),
    { slots: { default: () => [h('input', { name: 'fullName' })] } },
  )
  const dialog = document.querySelector('dialog')
  if (dialog === null) throw new Error('no dialog')
  return dialog
}

/** The two at the foot: back, and send. */
function foot(dialog: HTMLElement): Readonly<{ back: HTMLButtonElement; send: HTMLButtonElement }> {
  const [back, send] = dialog.querySelectorAll<HTMLButtonElement>('footer button')
  if (back === undefined || send === undefined) throw new Error('no buttons')
  return { back, send }
}

afterEach(() => {
  shown.unmount()
  running.value = false
  error.value = null
  disabled.value = false
  sent = []
  closed = 0
})

it('sends the form from the button at its foot, and hands it over', () => {
  const dialog = open()
  const { send } = foot(dialog)
  expect(send.type).toBe('submit')
  expect(send.getAttribute('form')).toBe(dialog.querySelector('form')?.id)
  dialog.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  expect(sent).toEqual([dialog.querySelector('form')])
  expect(closed).toBe(0)
})

it('leaves without sending', () => {
  foot(open()).back.click()
  expect([sent.length, closed]).toEqual([0, 1])
})

it('is not to be sent while something is missing', async () => {
  const { send } = foot(open())
  expect(send.disabled).toBe(false)
  disabled.value = true
  await nextTick()
  expect(send.disabled).toBe(true)
})

it('says in words why it was refused', async () => {
  const dialog = open()
  expect(dialog.querySelector('[role=alert]')).toBeNull()
  error.value = new ApiError({ code: 'DATABASE_UNAVAILABLE' })
  await nextTick()
  expect(dialog.querySelector('form [role=alert]')?.textContent).toContain(
    i18n.global.t('errors.DATABASE_UNAVAILABLE'),
  )
})
