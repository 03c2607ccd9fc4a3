import { expect, it } from 'vitest'

import { browserAbilities } from '#main/browser/abilities.ts'
import { ability, createWindowDispatch } from '#main/host/window-dispatch.ts'
import { MAX_REQUEST_BYTES, type Result } from '#shared/protocol/envelope.ts'
import { hostRoutes } from '#shared/contract/host.ts'
import { shellRoutes } from '#shared/contract/updates.ts'
import { encodeInput } from '#shared/protocol/wire.ts'

const reached: unknown[] = []
const dispatch = createWindowDispatch(
  {
    request: async (...call): Promise<Result<unknown>> => {
      reached.push(call)
      return { ok: true, data: 'core' }
    },
  },
  {
    ...browserAbilities('linux'),
    'host.info': ability(hostRoutes['host.info'], () => ({
      ok: true,
      data: { kind: 'electron' as const, platform: 'win32' },
    })),
    'host.saveFile': ability(hostRoutes['host.saveFile'], async ({ ticket }, windowId) => ({
      ok: true,
      data: { saved: windowId === 'w1' && ticket === 't1' },
    })),
    'host.unpackFile': ability(hostRoutes['host.unpackFile'], async ({ ticket }, windowId) => ({
      ok: true,
      data: { saved: windowId === 'w1' && ticket === 't2', files: 3 },
    })),
  },
)

it('a name or a body longer than any there is reaches nobody', async () => {
  const long = await dispatch('w1', 'x'.repeat(101), encodeInput({}))
  expect(long).toEqual({ ok: false, error: { code: 'UNKNOWN_ROUTE' } })
  const large = await dispatch('w1', 'app.status', new Uint8Array(MAX_REQUEST_BYTES + 1))
  expect(large).toEqual({ ok: false, error: { code: 'TOO_LARGE' } })
  expect(reached).toEqual([])
})

it('answers what is the shell’s own', async () => {
  expect(await dispatch('w1', 'host.info', encodeInput({}))).toEqual({
    ok: true,
    data: { kind: 'electron', platform: 'win32' },
  })
  expect(await dispatch('w1', 'host.saveFile', encodeInput({ ticket: 't1' }))).toEqual({
    ok: true,
    data: { saved: true },
  })
  expect(await dispatch('w1', 'host.unpackFile', encodeInput({ ticket: 't2' }))).toEqual({
    ok: true,
    data: { saved: true, files: 3 },
  })
  expect(reached).toEqual([])
})

it.each(Object.keys(hostRoutes))(
  'never passes %s on to the core, whatever its input',
  async (route) => {
    for (const input of [{ extra: 1 }, [], 'text', { ticket: 1 }, { ticket: 't', path: '/etc' }]) {
      expect(await dispatch('w1', route, encodeInput(input))).toEqual({
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
    expect(await dispatch('w1', route, encodeInput({ a: 1 }))).toEqual({ ok: true, data: 'core' })
    expect(reached.pop()).toEqual(['w1', route, encodeInput({ a: 1 })])
  },
)

it.each(Object.keys(shellRoutes))(
  'lets no window ask %s, which only the shell may',
  async (route) => {
    expect(await dispatch('w1', route, encodeInput({}))).toEqual({
      ok: false,
      error: { code: 'UNKNOWN_ROUTE' },
    })
    expect(reached).toEqual([])
  },
)
