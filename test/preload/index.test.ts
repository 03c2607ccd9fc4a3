import { expect, it, vi } from 'vitest'

import type { Bridge } from '#shared/bridge.ts'
import { encodeInput } from '#shared/protocol/wire.ts'

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  listeners: new Map<string, Set<(...args: unknown[]) => void>>(),
}))

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, value: unknown) => electron.exposed.set(name, value),
  },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => {
      electron.invoked.push(args)
      return { ok: true, data: 'answer' }
    },
    on: (channel: string, listener: () => void) => {
      electron.listeners.set(channel, (electron.listeners.get(channel) ?? new Set()).add(listener))
    },
    off: (channel: string, listener: () => void) => {
      electron.listeners.get(channel)?.delete(listener)
    },
  },
}))

await import('../../src/preload/index.ts')
const bridge = electron.exposed.get('hoiAm') as Bridge

function emit(event: unknown): void {
  const ipcEvent = { sender: 'ipcRenderer', ports: [] }
  for (const listener of electron.listeners.get('hoi-am:event') ?? []) listener(ipcEvent, event)
}

it('gives the window one frozen object with two functions', () => {
  expect([...electron.exposed.keys()]).toEqual(['hoiAm'])
  expect(Object.keys(bridge)).toEqual(['request', 'on'])
  expect(Object.isFrozen(bridge)).toBe(true)
  expect(Object.values(bridge).every((value) => typeof value === 'function')).toBe(true)
})

it('sends a request over the one channel, and only its route and input', async () => {
  const request = bridge.request.bind(bridge) as (...args: unknown[]) => Promise<unknown>
  const input = encodeInput({ a: 1 })
  expect(await request('app.status', input, 'more')).toEqual({ ok: true, data: 'answer' })
  expect(electron.invoked).toEqual([['hoi-am:request', 'app.status', input]])
})

it('hands a listener the event alone, never the object it came with', () => {
  const heard: unknown[][] = []
  const stop = bridge.on((...args) => heard.push(args))
  emit({ type: 'signed-out', reason: 'idle' })
  expect(heard).toEqual([[{ type: 'signed-out', reason: 'idle' }]])
  expect(stop()).toBeUndefined()
  emit({ type: 'signed-out', reason: 'idle' })
  expect(heard).toHaveLength(1)
})
