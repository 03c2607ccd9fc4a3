// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'

import type { Result } from '#shared/protocol/envelope.ts'
import { mounted } from './mounted.ts'

/** The core behind the bridge: every question waits for its answer. */
const core = vi.hoisted(() => {
  const state = { asked: [] as { route: string; input: string }[], isFresh: false }
  const answer = (): Result<unknown> =>
    state.isFresh
      ? { ok: true, data: { ticket: 'vé', fileName: 'tệp.csv' } }
      : { ok: false, error: { code: 'PROOF_REQUIRED' } }
  const hoiAm = {
    request: async (route: string, input: Uint8Array) => {
      state.asked.push({ route, input: new TextDecoder().decode(input) })
      return answer()
    },
    on: () => () => undefined,
  }
  Object.assign(globalThis.window, { hoiAm })
  return state
})

const { ApiError, call } = await import('#renderer/api.ts')
const { useProof } = await import('#renderer/composables/use-proof.ts')

const YEAR = { from: '2026-01-01', to: '2026-12-31', language: 'vi', format: 'csv' } as const
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await nextTick()
}

beforeEach(() => {
  core.asked = []
  core.isFresh = false
})

describe('an act that asks for a fresh proof', () => {
  it('goes on by itself with what was sent, once the person proved who they are', async () => {
    const { used: asked } = mounted(useProof)
    const answer = call('figures.export', YEAR)
    await turns()
    core.isFresh = true
    asked.value?.answer(true)
    expect(await answer).toMatchObject({ ticket: 'vé' })
    expect(core.asked.map(({ route }) => route)).toEqual(['figures.export', 'figures.export'])
    expect(core.asked[1]).toEqual(core.asked[0])
    expect(asked.value).toBeNull()
  })

  it('is not done, and said not to be, when they step back', async () => {
    const { used: asked } = mounted(useProof)
    const refused = call('figures.export', YEAR).catch((error: unknown) => error)
    await turns()
    asked.value?.answer(false)
    const error = await refused
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ code: 'PROOF_REQUIRED' })
    expect(core.asked).toHaveLength(1)
  })

  it('is repeated once only, should the core still refuse', async () => {
    const { used: asked } = mounted(useProof)
    const refused = call('figures.export', YEAR).catch((error: unknown) => error)
    await turns()
    asked.value?.answer(true)
    expect(await refused).toMatchObject({ code: 'PROOF_REQUIRED' })
    expect(core.asked).toHaveLength(2)
    expect(asked.value).toBeNull()
  })

  it('two refused at once ask one question, and both go on', async () => {
    const { used: asked } = mounted(useProof)
    const both = Promise.all([call('figures.export', YEAR), call('figures.report', YEAR)])
    await turns()
    const question = asked.value
    core.isFresh = true
    question?.answer(true)
    expect(await both).toHaveLength(2)
    expect(core.asked).toHaveLength(4)
    expect(asked.value).toBeNull()
  })
})
