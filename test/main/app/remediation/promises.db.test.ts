import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ENGINES, START, startBoard, type TestApp } from '#test/setup/app.ts'
import { agree, answeredComplaint, caseOf, takeComplaint, versionOf } from '#test/setup/case.ts'

describe.each(ENGINES)('a promised remedy on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })
  beforeEach(() => {
    app.clock.set(START)
  })

  async function closedCase() {
    const { complaint } = await answeredComplaint(app)
    const { id } = complaint
    const asked = await app.as('chair').call('approvals.requestClosing', {
      ...{ complaintId: id, version: await versionOf(app, id), reason: 'Xong' },
    })
    await agree(app, asked)
    const file = await caseOf(app, id)
    const [step] = file.steps
    if (step === undefined) throw new Error('no step')
    expect(file.complaint.status).toBe('closed')
    return { id, step }
  }

  it('stays in its owner’s list when its case is closed, and closing says how many and until when', async () => {
    const { id, step } = await closedCase()
    const mine = await app.as('investigator').call('remediation.list', {
      ...{ states: ['planned'], ownerId: app.ids.investigator, overdueOnly: false },
      ...{ after: null, limit: 50 },
    })
    expect(mine.map((each) => each.id)).toContain(step.id)
    const history = await app
      .as('auditor')
      .call('complaints.history', { id, before: null, limit: 10 })
    expect(history.find(({ action }) => action === 'complaint.closed')?.changes).toEqual(
      expect.arrayContaining([
        { field: 'promises', from: null, to: 1 },
        { field: 'promisesUntil', from: null, to: '2026-11-30' },
      ]),
    )
  })

  it('is finished there with a note, and put right with another', async () => {
    const { id, step } = await closedCase()
    const investigator = app.as('investigator')
    const row = { id: step.id, version: step.version }
    const done = { state: 'done', doneOn: '2026-11-22', note: 'Đối tác đã xóa tệp.' } as const
    expect(
      await investigator.refused('remediation.settlePromise', { ...row, ...done, doneOn: null }),
    ).toMatchObject({ issues: [{ path: 'doneOn', code: 'REQUIRED' }] })
    expect(
      await investigator.refused('remediation.settlePromise', {
        ...{ ...row, ...done, doneOn: '2026-11-23' },
      }),
    ).toMatchObject({ issues: [{ path: 'doneOn', code: 'DATE_IN_FUTURE' }] })
    expect(
      await investigator.refused('remediation.settlePromise', { ...row, ...done, note: ' ' }),
    ).toMatchObject({ code: 'INVALID_INPUT' })
    const settled = await investigator.call('remediation.settlePromise', { ...row, ...done })
    expect(settled).toMatchObject(done)
    expect((await caseOf(app, id)).complaint.status).toBe('closed')
    const missed = { state: 'missed', doneOn: '2026-11-22', note: 'Nhầm: chưa xóa.' } as const
    expect(
      await investigator.refused('remediation.settlePromise', { ...row, ...missed }),
    ).toMatchObject({ code: 'CONFLICT' })
    const version = settled.version
    expect(
      await investigator.call('remediation.settlePromise', { ...row, ...missed, version }),
    ).toMatchObject({ state: 'missed', doneOn: null, note: 'Nhầm: chưa xóa.' })
  })

  it('is not settled by who may not work on remedies, nor once it was given up', async () => {
    const { step } = await closedCase()
    const missed = { id: step.id, version: step.version, state: 'missed', doneOn: null } as const
    expect(
      await app.as('auditor').refused('remediation.settlePromise', { ...missed, note: 'Chưa' }),
    ).toMatchObject({ code: 'FORBIDDEN' })
    const { id } = await takeComplaint(app)
    const plan = { type: 'KP-01', description: 'Thu hồi', ownerId: null, dueOn: '2026-12-01' }
    const other = await app
      .as('investigator')
      .call('remediation.addStep', { complaintId: id, ...plan })
    const dropped = await app.as('investigator').call('remediation.editStep', {
      ...{ ...plan, id: other.id, version: other.version, state: 'dropped' },
      ...{ doneOn: null, droppedReason: 'Thôi' },
    })
    expect(
      await app.as('investigator').refused('remediation.settlePromise', {
        ...{ ...missed, id: dropped.id, version: dropped.version, note: 'Chưa' },
      }),
    ).toMatchObject({ issues: [{ code: 'PROMISE_NOT_PLANNED' }] })
  })
})
