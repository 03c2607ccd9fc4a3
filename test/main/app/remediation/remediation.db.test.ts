import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { caseOf, takeComplaint, versionOf } from '#test/setup/case.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  describe('steps', () => {
    const plan = { type: 'KP-01', description: 'Thu hồi tệp', ownerId: null, dueOn: '2026-11-30' }
    const done = { state: 'done', doneOn: '2026-11-22', droppedReason: null } as const

    it.each([
      ['done without a day', { ...done, doneOn: null }, 'doneOn', 'REQUIRED'],
      ['done tomorrow', { ...done, doneOn: '2026-11-23' }, 'doneOn', 'DATE_IN_FUTURE'],
      [
        'dropped without a reason',
        { state: 'dropped', doneOn: null, droppedReason: ' ' },
        'droppedReason',
        'REQUIRED',
      ],
    ] as const)('cannot be %s', async (_what, how, path, code) => {
      const { id: complaintId } = await takeComplaint(app)
      const investigator = app.as('investigator')
      const step = await investigator.call('remediation.addStep', { complaintId, ...plan })
      const input = { ...plan, id: step.id, version: 1, ...how }
      expect((await investigator.refused('remediation.editStep', input)).issues).toEqual([
        { path, code },
      ])
    })

    it('that are paid say how much, by whose decision and of which day, on record', async () => {
      const { id: complaintId } = await takeComplaint(app)
      const investigator = app.as('investigator')
      const decidedBy = app.ids.chair
      const compensation = { amount: 2_000_000, decidedBy, decidedOn: '2026-11-22' }
      const paid = { ...plan, type: 'KP-41', compensation }
      const step = await investigator.call('remediation.addStep', { complaintId, ...paid })
      expect((await caseOf(app, complaintId)).steps).toMatchObject([{ compensation }])
      const events = await app
        .as('chair')
        .call('complaints.history', { id: complaintId, before: null, limit: 50 })
      expect(events.flatMap(({ changes }) => changes)).toEqual(
        expect.arrayContaining([
          { field: 'amount', from: null, to: 2_000_000 },
          { field: 'decidedBy', from: null, to: decidedBy },
          { field: 'decidedOn', from: null, to: '2026-11-22' },
        ]),
      )
      const input = { ...paid, id: step.id, version: 1, ...done }
      // Another kind of remedy is not paid, whatever is sent with it.
      await investigator.call('remediation.editStep', { ...input, type: 'KP-01' })
      expect((await caseOf(app, complaintId)).steps).toMatchObject([{ compensation: null }])
    })

    it.each([
      ['an amount of nothing', { amount: 0 }, 'amount', 'AMOUNT_MISSING'],
      ['an amount in parts', { amount: 1.5 }, 'amount', 'WRONG_TYPE'],
      ['nobody who decided', { decidedBy: null }, 'decidedBy', 'REQUIRED'],
      ['somebody unknown', { decidedBy: crypto.randomUUID() }, 'decidedBy', 'PERSON_UNKNOWN'],
      ['no day', { decidedOn: null }, 'decidedOn', 'REQUIRED'],
      ['a day to come', { decidedOn: '2026-11-23' }, 'decidedOn', 'DATE_IN_FUTURE'],
    ] as const)('are not paid with %s', async (_what, changes, field, code) => {
      const { id: complaintId } = await takeComplaint(app)
      const whole = { amount: 500_000, decidedBy: app.ids.chair, decidedOn: '2026-11-22' }
      const error = await app.as('investigator').refused('remediation.addStep', {
        ...{ complaintId, ...plan, type: 'KP-41', compensation: { ...whole, ...changes } },
      })
      expect(error.issues).toEqual([{ path: `compensation.${field}`, code }])
    })

    it('once done stay on record', async () => {
      const { id: complaintId } = await takeComplaint(app)
      const investigator = app.as('investigator')
      const step = await investigator.call('remediation.addStep', { complaintId, ...plan })
      const row = { id: step.id, version: 2 }
      await investigator.call('remediation.editStep', { ...plan, id: step.id, version: 1, ...done })
      expect(await investigator.refused('remediation.removeStep', row)).toMatchObject({
        issues: [{ path: 'remedy', code: 'STEP_ON_RECORD' }],
      })
    })

    it('and "none needed" exclude each other, also when a dropped step is taken up again', async () => {
      const { id: complaintId } = await takeComplaint(app)
      const investigator = app.as('investigator')
      const none = async (reason: string | null) =>
        investigator.ask('remediation.noneNeeded', {
          complaintId,
          version: await versionOf(app, complaintId),
          reason,
        })
      const reasonOf = async () => (await caseOf(app, complaintId)).complaint.noRemedyReason
      await none('Dữ liệu vẫn đúng')
      const step = await investigator.call('remediation.addStep', { complaintId, ...plan })
      expect(await reasonOf()).toBeNull()
      expect(await none('Dữ liệu vẫn đúng')).toMatchObject({
        error: { issues: [{ code: 'REMEDY_HAS_STEPS' }] },
      })
      const edit = { ...plan, id: step.id, doneOn: null }
      await investigator.call('remediation.editStep', {
        ...edit,
        version: 1,
        state: 'dropped',
        droppedReason: 'Không cần nữa',
      })
      expect(await none('Dữ liệu vẫn đúng')).toMatchObject({ ok: true })
      await investigator.call('remediation.editStep', {
        ...edit,
        version: 2,
        state: 'planned',
        droppedReason: null,
      })
      expect(await reasonOf()).toBeNull()
    })
  })
})
