import type { Session } from 'electron'
import { expect, it, vi } from 'vitest'

import { restrictSession } from '#main/electron/permissions.ts'

const handlers: Record<string, (...args: never[]) => unknown> = {}
const keep = (name: string) => (handler: (...args: never[]) => unknown) => {
  handlers[name] = handler
}
restrictSession(
  {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setSpellCheckerEnabled: vi.fn(),
    webRequest: { onBeforeRequest: keep('network') },
    on: (name: string, handler: (...args: never[]) => unknown) => keep(name)(handler),
  } as unknown as Session,
  true,
)

function call(name: string, ...args: unknown[]): unknown {
  return handlers[name]?.(...(args as never[]))
}

it('answers a request and a check for a permission alike', () => {
  for (const permission of ['media', 'clipboard-sanitized-write', 'openExternal']) {
    const answers: unknown[] = []
    const details = { requestingUrl: 'app://hoi-am/' }
    call('request', null, permission, (answer: boolean) => answers.push(answer), details)
    answers.push(call('check', null, permission, 'app://hoi-am', details))
    const expected = permission === 'clipboard-sanitized-write'
    expect(answers).toEqual([expected, expected])
  }
})

it.each([
  ['app://hoi-am/', true],
  ['https://evil.example/', false],
  ['', false],
])('asked without an address, as a worker asks, goes by the origin %s: %s', (origin, expected) => {
  expect(call('check', null, 'clipboard-sanitized-write', origin, {})).toBe(expected)
  expect(call('check', null, 'media', origin, {})).toBe(false)
})

it('hands out no device', () => {
  expect(call('device', {})).toBe(false)
})

it('cancels what would leave the computer', () => {
  const answers: unknown[] = []
  for (const url of ['https://evil.example/', 'app://hoi-am/index.html']) {
    call('network', { url }, (answer: unknown) => answers.push(answer))
  }
  expect(answers).toEqual([{ cancel: true }, { cancel: false }])
})

it('downloads nothing behind the save dialog', () => {
  const preventDefault = vi.fn()
  call('will-download', { preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
})
