import { afterEach, describe, expect, it } from 'vitest'
import { startBoard, type TestApp } from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'

const open: TestApp[] = []
async function board(): Promise<TestApp> {
  const app = await startBoard()
  open.push(app)
  return app
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.remove()))
})

const LIVE_LIST = { filter: { scope: 'open' }, after: null, limit: 50 } as const

describe('locks', () => {
  it('ends a session that was idle for more than 10 minutes, even when no timer ran meanwhile', async () => {
    const app = await board()
    app.clock.forward(10)
    await app.as('deputy').call('session.present', {})
    app.clock.forward(10)
    await app.as('deputy').call('session.present', {})
    expect(await app.as('intake').refused('people.names', {})).toEqual({ code: 'UNAUTHENTICATED' })
    expect(app.events).toContainEqual({
      type: 'event',
      windowId: 'window-intake',
      event: { type: 'signed-out', reason: 'idle' },
    })
  })

  it('everybody is out when the machine is locked or sleeps, and what they typed is kept', async () => {
    const app = await board()
    const form = { form: 'intake', body: '{"subject":"Đang ghi"}' }
    await app.as('intake').call('drafts.save', form)
    await app.away()
    for (const key of ['chair', 'intake'] as const) {
      expect(await app.as(key).refused('people.names', {})).toEqual({ code: 'UNAUTHENTICATED' })
      expect(app.events).toContainEqual({
        type: 'event',
        windowId: `window-${key}`,
        event: { type: 'signed-out', reason: 'away' },
      })
    }
    await app.signIn('intake')
    expect(await app.as('intake').call('drafts.load', { forms: ['intake'] })).toEqual({
      bodies: { intake: form.body },
    })
  })

  it('says why before any call under way is refused for it', async () => {
    const app = await board()
    const reasons = (): readonly unknown[] =>
      app.events.flatMap(({ event }) => (event.type === 'signed-out' ? [event.reason] : []))
    const away = app.away()
    await app.as('chair').refused('people.names', {})
    expect(reasons()).toContain('away')
    await away
  })

  it('is not put off by what a window does by itself', async () => {
    const app = await board()
    const form = { form: 'intake', body: '{}' }
    for (let minute = 0; minute < 10; minute += 1) {
      app.clock.forward(1)
      await app.as('intake').call('drafts.save', form)
      await app.as('intake').call('session.current', {})
      await app.as('intake').call('app.status', {})
      await app.as('intake').call('complaints.list', LIVE_LIST)
      await app.as('intake').call('reminders.pending', {})
    }
    app.clock.forward(1)
    expect(await app.as('intake').refused('drafts.save', form)).toEqual({ code: 'UNAUTHENTICATED' })
  })

  it('is put off by an act', async () => {
    const app = await board()
    for (let step = 0; step < 3; step += 1) {
      app.clock.forward(9)
      await takeComplaint(app)
    }
    expect(await app.as('intake').call('people.names', {})).toHaveLength(5)
  })

  it('ends a session after 12 hours, however busy it was', async () => {
    const app = await board()
    for (let step = 0; step < 12 * 6; step += 1) {
      app.clock.forward(10)
      await app.as('deputy').call('session.present', {})
    }
    app.clock.forward(1)
    expect(await app.as('deputy').refused('people.names', {})).toEqual({ code: 'UNAUTHENTICATED' })
  })

  it('takes no file for a session that is over', async () => {
    const app = await board()
    const { id: complaintId } = await takeComplaint(app)
    const bytes = new TextEncoder().encode('tệp')
    const { ticket } = await app.as('intake').call('evidence.requestUpload', {
      complaintId,
      firmNoteId: null,
      fileName: 'a.txt',
      size: bytes.byteLength,
    })
    app.clock.forward(11)
    expect(await app.as('intake').send(ticket, bytes)).toMatchObject({ ok: false })
  })
})
