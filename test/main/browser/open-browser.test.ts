import { expect, it } from 'vitest'

import { browserCommand } from '#main/browser/open-browser.ts'

const URL = 'http://127.0.0.1:4088/?launch=abc'

it.each([
  ['Windows', 'win32', {}, 'rundll32.exe'],
  ['macOS', 'darwin', {}, 'open'],
  ['Linux under X', 'linux', { DISPLAY: ':0' }, 'xdg-open'],
  ['Linux under Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
] as const)('hands the link over whole on %s, without a shell', (_, platform, env, command) => {
  const found = browserCommand(platform, env, URL)
  expect(found?.command).toBe(command)
  expect(found?.args.at(-1)).toBe(URL)
})

it('opens nothing where there is no screen', () => {
  expect(browserCommand('linux', { DISPLAY: '' }, URL)).toBeNull()
})
