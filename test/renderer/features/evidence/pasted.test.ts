// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'

import { named, pastedFiles, usePasted } from '#renderer/features/evidence/pasted.ts'
import { mounted } from '../../mounted.ts'

const NOW = '2026-11-22T08:30:00.000Z'
const picture = new File(['a'], 'image.png', { type: 'image/png' })

function paste(types: readonly string[], on: EventTarget = window): ClipboardEvent {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  const files = types.includes('Files') ? [picture] : []
  Object.defineProperty(event, 'clipboardData', { value: { types, files } })
  Object.defineProperty(event, 'target', { value: on })
  return event as ClipboardEvent
}

afterEach(() => (document.body.innerHTML = ''))

it.each([
  ['a picture, anywhere', ['Files'], () => document.body, 1],
  [
    'a picture, in a field that takes only words',
    ['Files'],
    () => document.createElement('input'),
    1,
  ],
  [
    'words with a picture of them, into a field',
    ['text/plain', 'text/html', 'Files'],
    () => document.createElement('textarea'),
    0,
  ],
  ['the same outside a field', ['text/plain', 'Files'], () => document.body, 1],
  ['words', ['text/plain'], () => document.body, 0],
] as const)('%s: taken or left', (_what, types, on, count) => {
  expect(pastedFiles(paste(types, on()))).toHaveLength(count)
})

it('leaves what is pasted while a dialog asks', () => {
  document.body.innerHTML = '<dialog open></dialog>'
  expect(pastedFiles(paste(['Files']))).toEqual([])
})

it.each([
  ['image.png', 'Ảnh dán 2026-11-22 15.30.png'],
  ['image.jpeg', 'Ảnh dán 2026-11-22 15.30.jpeg'],
  ['đơn.pdf', 'đơn.pdf'],
  ['image.old.png', 'image.old.png'],
])('keeps %s as %s', (name, kept) => {
  expect(named(new File(['a'], name), 'Ảnh dán', NOW).name).toBe(kept)
})

it('hears what is pasted as long as it stands, and uses it up', () => {
  const taken: string[] = []
  const { unmount } = mounted(() => usePasted((files) => taken.push(...files.map((f) => f.name))))
  const event = paste(['Files'])
  window.dispatchEvent(event)
  expect([taken, event.defaultPrevented]).toEqual([['image.png'], true])
  unmount()
  window.dispatchEvent(paste(['Files']))
  expect(taken).toEqual(['image.png'])
})
