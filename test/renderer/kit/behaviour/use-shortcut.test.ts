// @vitest-environment happy-dom
import { expect, it } from 'vitest'

import { useShortcut } from '#renderer/kit/behaviour/use-shortcut.ts'
import { mounted } from '../../mounted.ts'

it.each<[string, KeyboardEventInit, boolean, boolean]>([
  ['the key with Ctrl', { key: 'p', ctrlKey: true }, true, true],
  ['the key with Caps Lock on', { key: 'P', ctrlKey: true }, true, true],
  // Left alone it would go on to the menu bar, which would run it, or to the browser, which would print the window.
  ['the key held down', { key: 'p', ctrlKey: true, repeat: true }, false, true],
  ['the key alone', { key: 'p' }, false, false],
  ['the key with Alt too', { key: 'p', ctrlKey: true, altKey: true }, false, false],
  ['another key', { key: 'k', ctrlKey: true }, false, false],
])('on %s', (_, init, runs, stopped) => {
  let ran = 0
  const { unmount } = mounted(() => useShortcut('p', () => (ran += 1)))
  const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true })
  document.body.dispatchEvent(event)
  unmount()
  document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true }))
  expect([ran, event.defaultPrevented]).toEqual([runs ? 1 : 0, stopped])
})
