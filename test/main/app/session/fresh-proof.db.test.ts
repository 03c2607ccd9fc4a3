import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asksForProof } from '#core/people/fresh-proof.ts'
import { isAction } from '#core/people/permissions.ts'
import { contract, type RouteName } from '#shared/contract/index.ts'
import { ENGINES, passwordOf, startBoard, type TestApp } from '#test/setup/app.ts'
import { prove } from '#test/setup/proofs.ts'
import { sampleOf } from '#test/setup/sample-input.ts'

const FRESH = (Object.keys(contract) as readonly RouteName[]).filter((route) => {
  const { access } = contract[route]
  return isAction(access) ? asksForProof(access) : access === 'own-account'
})
const REQUIRED = { ok: false, error: { code: 'PROOF_REQUIRED' } }
const YEAR = { from: '2026-01-01', to: '2026-12-31', language: 'vi', format: 'csv' } as const

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    // Of a wait of one second much is over before a busy machine asks again: this clock stands.
    app = await startBoard(engine, { options: { guessClock: { now: () => 0, elapsed: () => 0 } } })
  })
  afterAll(() => app.remove())

  const exporting = (windowName: string) => app.window(windowName).ask('figures.export', YEAR)
  const journal = () =>
    app.as('auditor').call('audit.list', { personId: null, before: null, limit: 50 })

  it('a window left open does none of what weighs, and nothing is done', async () => {
    app.clock.forward(6)
    const before = await journal()
    for (const route of FRESH) {
      const input = sampleOf(contract[route].input, 'mẫu')
      expect(await app.as('chair').askRaw(route, input), route).toEqual(REQUIRED)
    }
    expect(await journal()).toEqual(before)
    expect((await app.as('chair').call('people.list', {})).length).toBe(5)
  })

  it('a role that may not is told so, not asked for a password', async () => {
    expect((await app.as('intake').refused('figures.export', YEAR)).code).toBe('FORBIDDEN')
  })

  it('is done once they have proved who they are, for five minutes', async () => {
    await prove(app, 'chair')
    expect(await exporting('chair')).toMatchObject({ ok: true })
    app.clock.forward(5)
    expect(await exporting('chair')).toMatchObject({ ok: true })
    app.clock.forward(1)
    expect(await exporting('chair')).toEqual(REQUIRED)
  })

  it('is not put off by acts or by somebody moving the mouse', async () => {
    await app.as('chair').call('session.present', {})
    await app.as('chair').call('complaints.counts', {})
    expect(await exporting('chair')).toEqual(REQUIRED)
  })

  it('counts at one window only', async () => {
    await app.signIn('chair', 'second')
    app.clock.forward(6)
    await prove(app, 'chair')
    expect(await exporting('second')).toEqual(REQUIRED)
  })

  it('counts for whoever sits there, not for whoever comes after or asks without a session', async () => {
    await app.window('second').call('session.signOut', {})
    expect(await exporting('second')).toEqual({ ok: false, error: { code: 'UNAUTHENTICATED' } })
    const password = passwordOf('chair')
    expect((await app.window('second').refused('session.prove', { password })).code).toBe(
      'UNAUTHENTICATED',
    )
    await app.signIn('auditor', 'second')
    app.clock.forward(6)
    const foreign = await app.window('second').refused('session.prove', { password })
    expect(foreign.code).toBe('WRONG_CREDENTIALS')
    expect(await exporting('second')).toEqual(REQUIRED)
  })

  it('a clock set back does not lengthen it', async () => {
    await prove(app, 'chair')
    app.clock.forward(4)
    expect(await exporting('chair')).toMatchObject({ ok: true })
    app.clock.forward(-60)
    expect(await exporting('chair')).toMatchObject({ ok: true })
    app.clock.forward(2)
    expect(await exporting('chair')).toEqual(REQUIRED)
    app.clock.forward(58)
  })

  it('a wrong password proves nothing, is slowed like the door, and goes on record', async () => {
    await app.signIn('chair')
    app.clock.forward(6)
    const guess = () => app.as('chair').refused('session.prove', { password: 'đoán mò mười hai' })
    expect((await guess()).code).toBe('WRONG_CREDENTIALS')
    expect((await guess()).code).toBe('WRONG_CREDENTIALS')
    expect((await guess()).code).toBe('WRONG_CREDENTIALS')
    expect((await guess()).code).toBe('TOO_MANY_ATTEMPTS')
    expect(await exporting('chair')).toEqual(REQUIRED)
    await app.signIn('auditor')
    const [last] = await journal().then((events) =>
      events.filter(({ action }) => action === 'session.refused'),
    )
    expect(last).toMatchObject({ personId: app.ids.chair, entityId: app.ids.chair })
    expect(JSON.stringify(await journal())).not.toContain('đoán mò')
  })
})
