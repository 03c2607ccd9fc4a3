import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'

import { isTrustedSender, registerIpc } from '#main/electron/ipc.ts'
import type { WindowDispatch } from '#main/host/window-dispatch.ts'
import { encodeInput } from '#shared/protocol/wire.ts'

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
    const input = encodeInput({ a: 1 })
    expect(await invoke(from(mainFrame), 'app.status', input)).toEqual({ ok: true, data: 'done' })
    expect(calls).toEqual([['window-1', 'app.status', input]])
  })

  it.each(strangers)('refuses %s without asking the core', async (_, event) => {
    const before = calls.length
    expect(await invoke(event, 'app.status', encodeInput({}))).toEqual({
      ok: false,
      error: { code: 'FORBIDDEN' },
    })
    expect(calls).toHaveLength(before)
  })

  it.each([
    ['no route', undefined, encodeInput({}), 'UNKNOWN_ROUTE'],
    ['a route that is no text', { toString: 'app.status' }, encodeInput({}), 'UNKNOWN_ROUTE'],
    ['an object in place of bytes', 'app.status', {}, 'INVALID_INPUT'],
    ['text in place of bytes', 'app.status', '{}', 'INVALID_INPUT'],
    ['nothing in place of bytes', 'app.status', undefined, 'INVALID_INPUT'],
  ])('refuses %s', async (_, route, input, code) => {
    const before = calls.length
    expect(await invoke(from(mainFrame), route, input)).toEqual({ ok: false, error: { code } })
    expect(calls).toHaveLength(before)
  })
})
