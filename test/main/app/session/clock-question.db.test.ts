/** A clock that disagrees with the journal is asked about once, before anything is written by it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ENGINES, passwordOf, startBoard, START, type TestApp } from '#test/setup/app.ts'
import { wordless } from '#test/setup/event-words.ts'

const credentials = { username: 'chair', password: passwordOf('chair') }

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(() => app.remove())

  const events = async () =>
    app.as('chair').call('audit.list', { personId: null, before: null, limit: 2 })

  it.each([
    ['two years ahead (an empty BIOS battery, a slip)', '2028-11-22T08:30:00.000Z', 'CLOCK_AHEAD'],
    ['an hour behind what was recorded there', '2028-11-22T07:30:00.000Z', 'CLOCK_BEHIND'],
  ])('a clock %s is asked about before anything is written, and once', async (_what, at, code) => {
    await app.restart()
    await app.signIn('chair')
    const [before] = await events()
    await app.restart()
    app.clock.set(at)
    const window = app.window('asked')
    const refused = await window.refused('session.signIn', credentials)
    expect(refused).toMatchObject({ code: 'CLOCK_DOUBTFUL', issues: [{ code }] })
    expect(await window.call('session.current', {})).toBeNull()

    await window.call('session.signIn', { ...credentials, clockConfirmed: true })
    await app.as('chair').call('session.signIn', credentials)
    const [signedIn, confirmed] = await window.call('audit.list', {
      ...{ personId: null, before: 3 + (before?.sequence ?? 0), limit: 2 },
    })
    expect([confirmed?.action, signedIn?.action]).toEqual(['clock.confirmed', 'session.signedIn'])
    expect(confirmed).toMatchObject({ personId: app.ids.chair, at })
    expect(wordless([confirmed!])).toEqual([])
  })

  it('a clock that may be right is not', async () => {
    await app.restart()
    app.clock.set('2028-12-01T07:30:00.000Z')
    await app.as('chair').call('session.signIn', credentials)
    expect(START < app.clock.now()).toBe(true)
  })
})
