import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ENGINES,
  ONE_TIME_PASSWORD,
  SET_UP,
  START,
  startApp,
  type TestApp,
} from '#test/setup/app.ts'
import { STAND_IN } from '#test/setup/letters.ts'

const OWN = 'sương mù phủ đồi chè 7706'

describe.each(ENGINES)('the printed key on %s', (engine) => {
  let app: TestApp
  let recoveryKey: string
  beforeAll(async () => {
    app = await startApp(engine, { options: { workerUrl: STAND_IN } })
    recoveryKey = (await app.window('chair').call('setup.create', SET_UP)).recoveryKey
    for (const [username, role] of [
      ['minh', 'board'],
      ['hoa', 'board'],
    ] as const) {
      const facts = { username, fullName: username, title: 'Uỷ viên', role }
      await app.window('chair').call('people.create', { ...facts, password: ONE_TIME_PASSWORD })
      await app.takeOver(username, username, OWN)
    }
    await confirm('minh', 'hoa')
  })
  afterAll(() => app.remove())

  async function confirm(by: string, username: string) {
    const { notices } = await app.window(by).call('people.accounts', {})
    const people = await app.window('chair').call('people.list', {})
    const id = people.find((person) => person.username === username)?.id ?? ''
    const version = notices.find((notice) => notice.id === id)?.version ?? 0
    return app.window(by).ask('people.confirm', { id, version })
  }

  it('opens a member’s account for the chair, who then confirms it: one word is not enough', async () => {
    await app.window('stolen').call('session.recover', {
      ...{ username: 'minh', recoveryKey, newPassword: 'đá cuội lòng suối 5512' },
    })
    expect(await app.window('minh').refused('people.names', {})).toEqual({
      code: 'UNAUTHENTICATED',
    })
    const decide = { id: START, version: 1, decision: 'approve', remark: '' } as const
    const { approving } = await app.window('stolen').call('people.accounts', {})
    expect(approving).toMatchObject({ reasons: [{ code: 'ACCOUNT_UNCONFIRMED' }] })
    expect(await confirm('chair', 'minh')).toMatchObject({ data: { confirmed: false } })
    expect(await confirm('chair', 'minh')).toMatchObject({
      error: { issues: [{ code: 'CONFIRMED_ALREADY' }] },
    })
    expect((await app.window('stolen').ask('approvals.decide', decide)).ok).toBe(false)
    expect((await app.window('stolen').call('people.accounts', {})).approving).toMatchObject({
      allowed: false,
    })
    expect(await confirm('hoa', 'minh')).toMatchObject({ data: { confirmed: true } })
    expect((await app.window('stolen').call('people.accounts', {})).approving).toEqual({
      allowed: true,
      word: { mark: null },
    })
  })

  it('marks in the journal whatever is done after it, until it is confirmed', async () => {
    const person = await app.window('found').call('session.recover', {
      ...{ username: 'hoa', recoveryKey, newPassword: 'lá bàng đỏ ối 8824' },
    })
    expect(person).toMatchObject({ setByOthers: { cause: 'recovered', by: null } })
    await app.window('found').call('views.save', {
      ...{ id: null, version: 0, name: 'Của tôi', query: '', shared: false },
    })
    const events = await app
      .window('chair')
      .call('audit.list', { personId: person.id, before: null, limit: 2 })
    expect(events.map(({ action }) => action)).toEqual(['view.saved', 'session.recovered'])
    for (const event of events) {
      expect(event.changes).toContainEqual({
        field: 'unconfirmedAccount',
        from: null,
        to: 'recovered',
      })
    }
  })
})

describe.each(ENGINES)('a board that is being set up on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startApp(engine, { options: { workerUrl: STAND_IN } })
    await app.window('chair').call('setup.create', SET_UP)
  })
  afterAll(() => app.remove())
  const add = (username: string) =>
    app.window('chair').call('people.create', {
      ...{ username, fullName: username, title: 'Uỷ viên', role: 'board' },
      password: ONE_TIME_PASSWORD,
    })
  const approving = async (window: string) =>
    (await app.window(window).call('people.accounts', {})).approving

  it('says that there is no independent second person until two approvers each set their own password, and lets a third in by confirmation only', async () => {
    expect(await approving('chair')).toEqual({ allowed: true, word: { mark: 'alone' } })
    await add('minh')
    expect(await approving('chair')).toEqual({ allowed: true, word: { mark: 'alone' } })
    await add('hoa')
    await Promise.all([
      app.takeOver('minh', 'minh', OWN),
      app.takeOver('hoa', 'hoa', 'nắng quái chiều hôm 3318'),
    ])
    expect(await approving('chair')).toEqual({ allowed: true, word: { mark: null } })
    const both = [await approving('minh'), await approving('hoa')]
    expect(both).toContainEqual({ allowed: true, word: { mark: null } })
    expect(both).toContainEqual({
      allowed: false,
      reasons: [{ path: '', code: 'ACCOUNT_UNCONFIRMED' }],
    })
  })

  it('never begins anew: with the second approver reset, a new account still waits', async () => {
    const people = await app.window('chair').call('people.list', {})
    for (const username of ['minh', 'hoa']) {
      const id = people.find((person) => person.username === username)?.id ?? ''
      await app.window('chair').call('people.resetPassword', {
        id,
        newPassword: ONE_TIME_PASSWORD,
      })
    }
    expect(await approving('chair')).toEqual({ allowed: true, word: { mark: 'alone' } })
    await add('ma.moi')
    await app.takeOver('ma.moi', 'ma.moi', OWN)
    expect(await approving('ma.moi')).toMatchObject({
      allowed: false,
      reasons: [{ code: 'ACCOUNT_WAITS' }],
    })
  })
})
