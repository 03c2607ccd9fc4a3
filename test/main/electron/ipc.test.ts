import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'

import { isTrustedSender, registerIpc } from '#main/electron/ipc.ts'
import { plainInput } from '#main/plain-input.ts'
import type { WindowDispatch } from '#main/window-dispatch.ts'
import { MAX_REQUEST_BYTES } from '#shared/contract/envelope.ts'

const contents = { name: 'ours' } as unknown as WebContents
const own = { id: 'window-1', contents }
const mainFrame = { url: 'app://hoi-am/#/khieu-nai', parent: null, detached: false }

function from(frame: object | null, sender: unknown = contents): IpcMainInvokeEvent {
  return { sender, senderFrame: frame } as unknown as IpcMainInvokeEvent
}

const strangers: readonly (readonly [string, IpcMainInvokeEvent])[] = [
  ['another window', from(mainFrame, { name: 'theirs' })],
  ['a frame inside our page', from({ ...mainFrame, parent: mainFrame })],
  ['a frame that is gone', from(null)],
  ['a frame that was swapped out', from({ ...mainFrame, detached: true })],
  ['a page of the web', from({ ...mainFrame, url: 'https://evil.example/' })],
  ['a page that looks like ours', from({ ...mainFrame, url: 'app://hoi-am.evil/' })],
  ['a file', from({ ...mainFrame, url: 'file:///out/renderer/index.html' })],
  ['no page yet', from({ ...mainFrame, url: '' })],
]

describe('who is listened to', () => {
  it('the top frame of our own window, showing our own page', () => {
    expect(isTrustedSender(from(mainFrame), own)).toBe(true)
  })

  it('nobody while there is no window', () => {
    expect(isTrustedSender(from(mainFrame), null)).toBe(false)
  })

  it.each(strangers)('not %s', (_, event) => {
    expect(isTrustedSender(event, own)).toBe(false)
  })
})

describe('the one channel', () => {
  type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>
  const channels = new Map<string, Listener>()
  const calls: unknown[] = []
  const dispatch: WindowDispatch = async (...call) => {
    calls.push(call)
    return { ok: true, data: 'done' }
  }
  registerIpc(
    { handle: (name: string, listener: Listener) => void channels.set(name, listener) },
    () => own,
    dispatch,
  )
  const invoke = channels.get('hoi-am:request') ?? (() => Promise.reject(new Error('no channel')))

  it('is the only one', () => {
    expect([...channels.keys()]).toEqual(['hoi-am:request'])
  })

  it('calls the core as the window it came from', async () => {
    expect(await invoke(from(mainFrame), 'app.status', { a: 1 })).toEqual({
      ok: true,
      data: 'done',
    })
    expect(calls).toEqual([['window-1', 'app.status', { a: 1 }]])
  })

  it.each(strangers)('refuses %s without asking the core', async (_, event) => {
    const before = calls.length
    expect(await invoke(event, 'app.status', {})).toEqual({
      ok: false,
      error: { code: 'FORBIDDEN' },
    })
    expect(calls).toHaveLength(before)
  })

  it.each([
    ['no route', undefined, {}, 'UNKNOWN_ROUTE'],
    ['a route that is no text', { toString: 'app.status' }, {}, 'UNKNOWN_ROUTE'],
    ['ten megabytes', 'app.status', 'x'.repeat(10_000_000), 'TOO_LARGE'],
    ['a number JSON cannot say', 'app.status', 1n, 'INVALID_INPUT'],
  ])('refuses %s', async (_, route, input, code) => {
    const before = calls.length
    expect(await invoke(from(mainFrame), route, input)).toEqual({ ok: false, error: { code } })
    expect(calls).toHaveLength(before)
  })
})

describe('input over a structured clone', () => {
  const circle: Record<string, unknown> = {}
  circle['self'] = circle

  it.each([
    ['nothing', undefined, {}],
    ['null', null, {}],
    ['a date, as the browser host would get it', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['a map, which JSON does not know', new Map([['a', 1]]), {}],
    ['text', 'Đỗ Thị Hoà 🌸', 'Đỗ Thị Hoà 🌸'],
  ])('becomes plain JSON: %s', (_, input, expected) => {
    expect(plainInput(input)).toEqual({ ok: true, data: expected })
  })

  it.each([
    ['a circle', circle],
    ['a big integer', { n: 1n }],
    ['a function', () => 1],
  ])('is refused: %s', (_, input) => {
    expect(plainInput(input)).toEqual({ ok: false, error: { code: 'INVALID_INPUT' } })
  })

  it('keeps to the limit in bytes, not in characters', () => {
    const text = 'ộ'.repeat(MAX_REQUEST_BYTES / 2)
    expect(plainInput(text)).toEqual({ ok: false, error: { code: 'TOO_LARGE' } })
  })
})
