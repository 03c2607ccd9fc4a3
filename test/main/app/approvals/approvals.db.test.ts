import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Approval } from '#core/approvals/model.ts'
import { addDays } from '#core/kernel/calendar.ts'
import { ENGINES, type PersonKey, START, startBoard, type TestApp } from '#test/setup/app.ts'
import { answeredComplaint, caseOf, promiseOf, takeComplaint } from '#test/setup/case.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  const decide = (approval: Approval, by: PersonKey, decision: 'approve' | 'return' = 'approve') =>
    app
      .as(by)
      .ask('approvals.decide', { id: approval.id, version: approval.version, decision, remark: '' })

  describe('closing an answered complaint', () => {
    it('is confirmed by a second person', async () => {
      const { complaint } = await answeredComplaint(app)
      const asked = await app.as('deputy').call('approvals.requestClosing', {
        complaintId: complaint.id,
        version: complaint.version,
        reason: 'Người khiếu nại đồng ý',
      })
      expect(await decide(asked, 'deputy')).toEqual({
        ok: false,
        error: {
          code: 'SECOND_PERSON_REQUIRED',
          issues: [{ path: '', code: 'APPROVER_IS_REQUESTER' }],
        },
      })
      expect(await decide(asked, 'chair')).toMatchObject({ ok: true, data: { state: 'approved' } })
      expect((await caseOf(app, complaint.id)).complaint).toMatchObject({
        status: 'closed',
        closedAt: START,
        endReason: 'Người khiếu nại đồng ý',
      })
    })

    it('happens once when two decide at the same moment', async () => {
      const { complaint } = await answeredComplaint(app)
      const { id: complaintId, version } = complaint
      const asked = await app
        .as('intake')
        .refused('approvals.requestClosing', { complaintId, version, reason: 'Xong' })
      expect(asked.code).toBe('FORBIDDEN')
      const request = await app
        .as('deputy')
        .call('approvals.requestClosing', { complaintId, version, reason: 'Xong' })
      await app.signIn('chair', 'second-window')
      const input = { id: request.id, version: 1, decision: 'approve', remark: '' } as const
      const results = await Promise.all([
        app.as('chair').ask('approvals.decide', input),
        app.window('second-window').ask('approvals.decide', { ...input, decision: 'return' }),
      ])
      expect(results.map((each) => (each.ok ? 'decided' : each.error.code)).toSorted()).toEqual([
        'CONFLICT',
        'decided',
      ])
    })

    it('is asked for once at a time, only when answered, and can be withdrawn by who asked', async () => {
      const open = await takeComplaint(app)
      const ask = { complaintId: open.id, version: 1, reason: 'Xong' }
      expect(await app.as('chair').refused('approvals.requestClosing', ask)).toMatchObject({
        issues: [{ code: 'COMPLAINT_NOT_ANSWERED' }],
      })
      const { complaint } = await answeredComplaint(app)
      const { id: complaintId, version } = complaint
      const input = { complaintId, version, reason: 'Xong' }
      const request = await app.as('deputy').call('approvals.requestClosing', input)
      expect(await app.as('chair').refused('approvals.requestClosing', input)).toMatchObject({
        code: 'ALREADY_EXISTS',
      })
      const row = { id: request.id, version: request.version }
      expect(await app.as('chair').refused('approvals.withdraw', row)).toMatchObject({
        code: 'NOT_ALLOWED',
      })
      await app.as('deputy').call('approvals.withdraw', row)
      expect(await decide({ ...request, version: 2 }, 'chair')).toMatchObject({
        ok: false,
        error: { code: 'NOT_ALLOWED', issues: [{ path: '', code: 'APPROVAL_DECIDED' }] },
      })
    })
  })

  describe('correcting the receipt', () => {
    const request = (id: string, version: number, receivedAt: string) =>
      app.as('chair').ask('approvals.requestReceiptCorrection', {
        complaintId: id,
        version,
        receivedAt,
        reason: 'Thư đến từ hôm trước',
      })

    it('by two people moves the clock, the due day and nothing else', async () => {
      const { id, code } = await takeComplaint(app)
      const asked = await request(id, 1, '2026-11-20T02:00:00.000Z')
      if (!asked.ok) throw new Error(asked.error.code)
      expect((await caseOf(app, id)).complaint.receivedOn).toBe('2026-11-22')
      expect(await decide(asked.data, 'deputy')).toMatchObject({ ok: true })
      const file = await caseOf(app, id)
      expect(file.complaint).toMatchObject({ code, receivedOn: '2026-11-20' })
      // A first look was due a day after it really came in.
      expect(file.complaint).toMatchObject({ dueRule: 'T-POL-0', dueOn: '2026-11-21' })
      // The thirtieth day, 20 December, is a Sunday: the limit runs to the Monday (Civil Code 148.5).
      expect(promiseOf(file)).toMatchObject({ startsOn: '2026-11-20', legalEnd: '2026-12-21' })
    })

    it('cannot put it into the future, and must change something', async () => {
      const { id, receivedAt } = await takeComplaint(app)
      expect(await request(id, 1, addDays('2026-11-22', 1) + 'T00:00:00.000Z')).toMatchObject({
        error: { issues: [{ path: 'receivedAt', code: 'RECEIPT_IN_FUTURE' }] },
      })
      expect(await request(id, 1, receivedAt)).toMatchObject({
        error: { issues: [{ path: 'receivedAt', code: 'NOT_CHANGED' }] },
      })
    })

    it('asked for a complaint that changed since is not carried out, and stays to be returned', async () => {
      const { id } = await takeComplaint(app)
      const asked = await request(id, 1, '2026-11-20T02:00:00.000Z')
      if (!asked.ok) throw new Error(asked.error.code)
      await app.as('chair').call('complaints.assign', { id, version: 1, assigneeId: null })
      expect(await decide(asked.data, 'deputy')).toMatchObject({ error: { code: 'CONFLICT' } })
      expect((await caseOf(app, id)).complaint.receivedOn).toBe('2026-11-22')
      expect(await decide(asked.data, 'deputy', 'return')).toMatchObject({
        data: { state: 'returned' },
      })
    })
  })

  describe('roles', () => {
    const change = async (key: PersonKey, role: 'board' | 'intake' | 'chair', active = true) => {
      const people = await app.as('chair').call('people.list', {})
      const version = people.find((each) => each.id === app.ids[key])?.version ?? 0
      return app.as('chair').ask('approvals.requestRoleChange', {
        personId: app.ids[key],
        version,
        role,
        active,
        reason: 'Phân công lại',
      })
    }

    it('change by two people, at once, without signing in again', async () => {
      const ask = { id: crypto.randomUUID(), version: 1, assigneeId: null }
      expect((await app.as('intake').refused('complaints.assign', ask)).code).toBe('FORBIDDEN')
      for (const [role, code] of [
        ['board', 'NOT_FOUND'],
        ['intake', 'FORBIDDEN'],
      ] as const) {
        const asked = await change('intake', role)
        if (!asked.ok) throw new Error(asked.error.code)
        expect(await decide(asked.data, 'deputy')).toMatchObject({ ok: true })
        expect((await app.as('intake').refused('complaints.assign', ask)).code).toBe(code)
      }
    })

    it('cannot be decided by the person they are about', async () => {
      const asked = await change('deputy', 'chair')
      if (!asked.ok) throw new Error(asked.error.code)
      expect(await decide(asked.data, 'deputy')).toMatchObject({
        error: { code: 'NOT_ALLOWED', issues: [{ path: '', code: 'APPROVER_IS_SUBJECT' }] },
      })
    })

    it.each([
      ['made something else', 'board', true],
      ['put out', 'chair', false],
    ] as const)('the last chair cannot be %s', async (_what, role, active) => {
      expect(await change('chair', role, active)).toEqual({
        ok: false,
        error: { code: 'NOT_ALLOWED', issues: [{ path: 'role', code: 'LAST_CHAIR' }] },
      })
    })
  })
})
