import { expect, it } from 'vitest'

import { createWindowDispatch } from '#main/window-dispatch.ts'
import { hostRoutes } from '#shared/contract/board.ts'
import type { Result } from '#shared/contract/envelope.ts'

const reached: unknown[] = []
const dispatch = createWindowDispatch(
  {
    request: async (...call): Promise<Result<unknown>> => {
      reached.push(call)
      return { ok: true, data: 'core' }
    },
  },
  {
    info: { kind: 'electron', platform: 'win32' },
    saveFile: async (windowId, ticket) => ({
      ok: true,
      data: { saved: windowId === 'w1' && ticket === 't1' },
    }),
    unpackFile: async (windowId, ticket) => ({
      ok: true,
      data: { saved: windowId === 'w1' && ticket === 't2', files: 3 },
    }),
  },
)

it('answers what is the shell’s own', async () => {
  expect(await dispatch('w1', 'host.info', {})).toEqual({
    ok: true,
    data: { kind: 'electron', platform: 'win32' },
  })
  expect(await dispatch('w1', 'host.saveFile', { ticket: 't1' })).toEqual({
    ok: true,
    data: { saved: true },
  })
  expect(await dispatch('w1', 'host.unpackFile', { ticket: 't2' })).toEqual({
    ok: true,
    data: { saved: true, files: 3 },
  })
  expect(reached).toEqual([])
})

it.each(Object.keys(hostRoutes))(
  'never passes %s on to the core, whatever its input',
  async (route) => {
    for (const input of [
      { extra: 1 },
      null,
      'text',
      { ticket: 1 },
      { ticket: 't', path: '/etc' },
    ]) {
      expect(await dispatch('w1', route, input)).toEqual({
        ok: false,
        error: { code: 'INVALID_INPUT' },
      })
    }
    expect(reached).toEqual([])
  },
)

it.each(['app.status', 'host.nothing', '__proto__', 'toString', ''])(
  'leaves "%s" to the core, which knows its names',
  async (route) => {
    expect(await dispatch('w1', route, { a: 1 })).toEqual({ ok: true, data: 'core' })
    expect(reached.pop()).toEqual(['w1', route, { a: 1 }])
  },
)
