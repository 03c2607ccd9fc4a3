import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ENGINES, PERSON_KEYS, startBoard, type TestApp } from '#test/setup/app.ts'

const ADDRESS = 'https://updates.example/hoi-am/'
const RELEASE = {
  outcome: 'offered',
  version: '1.2.0',
  created: '2026-11-01T00:00:00.000Z',
  code: null,
} as const
const CHECK = { step: 'check', version: null } as const

describe.each(ENGINES)('updates on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(() => app.remove())

  const settings = () => app.as('chair').call('settings.get', {})

  it('are off on a new board: nothing can be asked for', async () => {
    expect((await settings()).updates).toEqual({ address: '', seen: null })
    await expect(app.as('chair').call('updates.begin', CHECK)).rejects.toMatchObject({
      error: { code: 'UPDATE_REFUSED', issues: [{ path: '', code: 'UPDATE_OFF' }] },
    })
  })

  it('are set and asked for by the chair alone', async () => {
    const { version } = await settings()
    const input = { version, address: 'https://updates.example/hoi-am' }
    for (const who of PERSON_KEYS.filter((key) => key !== 'chair')) {
      const window = app.as(who)
      await expect(window.call('settings.saveUpdates', input)).rejects.toMatchObject({
        error: { code: 'FORBIDDEN' },
      })
      await expect(window.call('updates.begin', CHECK)).rejects.toMatchObject({
        error: { code: 'FORBIDDEN' },
      })
      await expect(window.call('updates.settle', RELEASE)).rejects.toMatchObject({
        error: { code: 'FORBIDDEN' },
      })
    }
    const saved = await app.as('chair').call('settings.saveUpdates', input)
    expect(saved.updates.address).toBe(ADDRESS)
  })

  it.each(['http://updates.example/', 'https://u:p@updates.example/', 'updates.example'])(
    'take no address like %s',
    async (address) => {
      const { version } = await settings()
      await expect(
        app.as('chair').call('settings.saveUpdates', { version, address }),
      ).rejects.toMatchObject({
        error: {
          code: 'INVALID_INPUT',
          issues: [{ path: 'address', code: 'UPDATE_ADDRESS_INVALID' }],
        },
      })
    },
  )

  it('remember the newest release that was shown, and never go back', async () => {
    await app.as('chair').call('updates.settle', RELEASE)
    await app.as('chair').call('updates.settle', { ...RELEASE, version: '1.1.0' })
    expect(await app.as('chair').call('updates.begin', CHECK)).toEqual({
      address: ADDRESS,
      seen: { version: '1.2.0', created: RELEASE.created, at: app.clock.now() },
      now: app.clock.now(),
    })
  })

  it('keep that when the address changes, and leave the settings alone when nothing is new', async () => {
    const { version } = await settings()
    const address = 'https://other.example/'
    const saved = await app.as('chair').call('settings.saveUpdates', { version, address })
    expect(saved.updates.seen).toMatchObject({ version: '1.2.0' })
    await app.as('chair').call('updates.settle', RELEASE)
    expect((await settings()).version).toBe(saved.version)
  })
})
