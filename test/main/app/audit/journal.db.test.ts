import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { answeredComplaint, complaintInput, takeComplaint } from '#test/setup/case.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  const lastEvents = (limit: number) =>
    app.as('auditor').call('audit.list', { personId: null, before: null, limit })

  describe('the record', () => {
    it('tells the story of a case newest first, in pages', async () => {
      const { complaint } = await answeredComplaint(app)
      const page = (before: number | null) =>
        app.as('auditor').call('complaints.history', { id: complaint.id, before, limit: 4 })
      const events = []
      for (let before: number | null = null; ;) {
        const found = await page(before)
        if (found.length === 0) break
        events.push(...found)
        before = found.at(-1)?.sequence ?? null
      }
      expect(events.toReversed().map((event) => event.action)).toEqual([
        'complaint.created',
        'state.checked',
        'deadline.stopped',
        'complaint.viewed',
        'state.concluded',
        'cause.saved',
        'remedy.stepAdded',
        'complaint.concluded',
        'letter.drafted',
        'letter.submitted',
        'letter.approved',
        'letter.issued',
        'letter.dispatched',
        'deadline.stopped',
      ])
    })

    it('names the case of a file that was added by its code, and none of an act without a case', async () => {
      const { id: complaintId, code } = await takeComplaint(app)
      await app.as('intake').upload({ complaintId, fileName: 'Đơn.txt' }, Buffer.from('c'))
      const journal = await app
        .as('auditor')
        .call('audit.list', { personId: null, before: null, limit: 100 })
      const codeOf = (action: string) =>
        journal.find((event) => event.action === action)?.complaintCode
      expect(codeOf('evidence.added')).toBe(code)
      expect(codeOf('session.signedIn')).toBeNull()
    })

    it('has nothing of an act that was rolled back', async () => {
      const [before] = await lastEvents(1)
      const { ok } = await app
        .as('intake')
        .ask('complaints.create', complaintInput(app, { assigneeId: crypto.randomUUID() }))
      expect(ok).toBe(false)
      expect(await lastEvents(1)).toEqual([before])
    })

    it('has what was tried and refused, with who tried and which route, and nothing of what was typed', async () => {
      const person = {
        username: 'nguoi.la',
        fullName: 'Người Lạ',
        title: 'Khách',
        role: 'chair',
      } as const
      const password = 'cơn mưa ngang qua phố cũ'
      const refused = await app.as('intake').refused('people.create', { ...person, password })
      expect(refused).toMatchObject({ code: 'FORBIDDEN' })
      const [event] = await lastEvents(1)
      expect(event).toMatchObject({ action: 'refused', entity: 'route', entityId: 'people.create' })
      expect(event?.personName).toBe('Võ Hoài An')
      expect(JSON.stringify(event)).not.toContain('Người Lạ')
    })

    it('holds together after everything above', async () => {
      const report = await app.as('auditor').call('audit.verify', {})
      expect(report.brokenAt).toBeNull()
      expect(report.events).toBeGreaterThan(20)
    })
  })
})
