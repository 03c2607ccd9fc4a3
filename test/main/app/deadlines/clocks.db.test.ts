import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CaseFile } from '#core/case/case-file.ts'
import { addHours } from '#core/kernel/calendar.ts'
import { ENGINES, START, startBoard, type TestApp } from '#test/setup/app.ts'
import {
  answeredComplaint,
  boardSettings,
  caseOf,
  checkInput,
  promiseOf,
  takeComplaint,
} from '#test/setup/case.ts'

const DELETION = { kind: 'delete', viaProcessor: false } as const

const statesOf = ({ deadlines }: CaseFile) =>
  Object.fromEntries(deadlines.map(({ rule, state }) => [rule, state]))

describe.each(ENGINES)('the clocks of a case on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(() => app.remove())
  beforeEach(() => app.clock.set(START))

  it('start by themselves at intake, and the earliest is what the case is listed under', async () => {
    const { id } = await takeComplaint(app, {
      rights: [DELETION, { kind: 'view', viaProcessor: true }],
      breachDetectedAt: START,
    })
    const file = await caseOf(app, id)
    expect(statesOf(file)).toEqual({
      ...{ 'T-POL-30': 'running', 'T-POL-0': 'running', 'T-DSR-ACK': 'running' },
      ...{ 'T-DSR-DEL': 'running', 'T-DSR-SEE': 'running', 'T-BR-72': 'running' },
    })
    expect(file.complaint).toMatchObject({ dueRule: 'T-POL-0', dueAt: addHours(START, 24) })
    expect(file.rights.map(({ askedAt }) => askedAt)).toEqual([START, START])
    expect(file.breach).toMatchObject({ state: 'suspected', detectedAt: START, version: 1 })
  })

  it('stop by the act that fulfils them, and run again when it is taken back', async () => {
    const { id } = await takeComplaint(app, { rights: [DELETION], breachDetectedAt: START })
    const check = await app.as('investigator').call('investigation.saveCheck', checkInput(app, id))
    expect(statesOf(await caseOf(app, id))['T-POL-0']).toBe('met')
    await app
      .as('investigator')
      .call('investigation.removeCheck', { id: check.id, version: check.version })
    expect(statesOf(await caseOf(app, id))['T-POL-0']).toBe('running')

    const [right] = (await caseOf(app, id)).rights
    if (right === undefined) throw new Error('no right')
    const done = await app.as('investigator').call('rights.settle', {
      ...{ id: right.id, version: right.version, state: 'done' },
      ...{ settledOn: '2026-11-22', remark: '' },
    })
    expect(statesOf(await caseOf(app, id))['T-DSR-DEL']).toBe('met')
    await app.as('investigator').call('rights.reopen', { id: done.id, version: done.version })
    expect(statesOf(await caseOf(app, id))['T-DSR-DEL']).toBe('running')

    const notice = await app.as('chair').call('breach.recordNotice', {
      ...{ complaintId: id, rule: 'T-BR-72', givenAt: START, recipient: 'Bộ Công an' },
      ...{ reference: '', evidenceId: null },
    })
    expect(statesOf(await caseOf(app, id))['T-BR-72']).toBe('met')
    await app.as('chair').call('breach.strikeNotice', {
      ...{ id: notice.id, version: notice.version, reason: 'Chưa gửi' },
    })
    expect(statesOf(await caseOf(app, id))['T-BR-72']).toBe('running')
    const history = await app
      .as('chair')
      .call('complaints.history', { id, before: null, limit: 100 })
    const moves = history.filter(({ entity }) => entity === 'deadline').map(({ action }) => action)
    expect(moves.toReversed()).toEqual(
      Array.from({ length: 3 }, () => ['deadline.stopped', 'deadline.restarted']).flat(),
    )
    for (const clock of (await caseOf(app, id)).deadlines) {
      const own = await app.as('intake').call('complaints.history', {
        ...{ id, entityId: clock.id, before: null, limit: 100 },
      })
      expect(own, clock.rule).toEqual(history.filter(({ entityId }) => entityId === clock.id))
    }
  })

  it('of the complaint end with it; those owed to an authority do not', async () => {
    const { id } = await takeComplaint(app, { rights: [DELETION], breachDetectedAt: START })
    await app.as('chair').call('complaints.end', {
      ...{ id, version: 1, status: 'withdrawn', reason: 'Xin rút', duplicateOfCode: null },
    })
    const file = await caseOf(app, id)
    expect(statesOf(file)).toEqual({
      ...{ 'T-POL-30': 'ended', 'T-POL-0': 'ended', 'T-DSR-ACK': 'ended' },
      ...{ 'T-DSR-DEL': 'ended', 'T-BR-72': 'running' },
    })
    expect(file.complaint).toMatchObject({ dueRule: 'T-BR-72', dueAt: addHours(START, 72) })
    const open = await app.as('intake').call('complaints.list', {
      ...{ filter: { scope: 'open' }, after: null, limit: 100 },
    })
    expect(open.items.map((item) => item.id)).toContain(id)
    await app.as('chair').call('breach.recordNotice', {
      ...{ complaintId: id, rule: 'T-BR-72', givenAt: START, recipient: 'Bộ Công an' },
      ...{ reference: '', evidenceId: null },
    })
    expect((await caseOf(app, id)).complaint).toMatchObject({ dueRule: null, dueAt: null })
  })

  it('that still run keep an answered case from being closed', async () => {
    const { complaint } = await answeredComplaint(app)
    const { id } = complaint
    const suspected = await app.as('intake').call('breach.suspect', {
      ...{ complaintId: id, detectedAt: START },
    })
    const closing = async () => ({
      ...{ complaintId: id, version: (await caseOf(app, id)).complaint.version, reason: 'Xong' },
    })
    expect(
      await app.as('chair').refused('approvals.requestClosing', await closing()),
    ).toMatchObject({ issues: [{ code: 'CLOCKS_OPEN', params: { count: 1 } }] })
    await app.as('deputy').call('breach.save', {
      ...{ ...suspected, dataItems: [], state: 'ruled-out', ruledOutReason: 'Nhầm' },
    })
    expect(statesOf(await caseOf(app, id))['T-BR-72']).toBe('ended')
    await app.as('chair').call('approvals.requestClosing', await closing())
  })

  it('move with the rest days of the board while they run, and stay as judged once stopped', async () => {
    const running = await takeComplaint(app)
    const { complaint: stopped } = await answeredComplaint(app)
    // Tuesday 22 December, the thirtieth day, becomes a weekly day of rest.
    const settings = await boardSettings(app)
    const saved = await app.as('chair').call('settings.save', { ...settings, restDays: [0, 2, 6] })
    expect(promiseOf(await caseOf(app, running.id)).legalEnd).toBe('2026-12-23')
    expect(promiseOf(await caseOf(app, stopped.id)).legalEnd).toBe('2026-12-22')
    await app.as('chair').call('settings.save', { ...settings, version: saved.version })
    expect(promiseOf(await caseOf(app, running.id)).legalEnd).toBe('2026-12-22')
  })

  it('are marked and settled only by whom the table of roles lets', async () => {
    const { id } = await takeComplaint(app, { rights: [DELETION] })
    const right = { ...DELETION, complaintId: id, askedAt: START }
    const again = await app.as('intake').refused('rights.add', right)
    expect(again).toMatchObject({ issues: [{ code: 'RIGHT_ASKED_ALREADY' }] })
    const early = { ...right, kind: 'view', askedAt: addHours(START, -1) } as const
    expect(await app.as('intake').refused('rights.add', early)).toMatchObject({
      issues: [{ path: 'askedAt', code: 'ASKED_BEFORE_RECEIPT' }],
    })
    const [row] = (await caseOf(app, id)).rights
    const refusal = {
      id: row?.id ?? '',
      version: 1,
      state: 'refused',
      settledOn: '2026-11-22',
      remark: 'Phải giữ theo luật',
    } as const
    expect((await app.as('intake').refused('rights.settle', refusal)).code).toBe('FORBIDDEN')
    expect(await app.as('chair').refused('rights.settle', refusal)).toMatchObject({
      issues: [{ path: 'letters', code: 'REFUSAL_NOT_TOLD' }],
    })
    const breach = await app
      .as('intake')
      .call('breach.suspect', { complaintId: id, detectedAt: START })
    const state = 'ruled-out' as const
    const ruling = { ...breach, dataItems: [], state, ruledOutReason: 'Nhầm' }
    expect((await app.as('investigator').refused('breach.save', ruling)).code).toBe('FORBIDDEN')
    expect(
      await app.as('chair').refused('breach.save', { ...ruling, ruledOutReason: '' }),
    ).toMatchObject({ issues: [{ path: 'ruledOutReason', code: 'REQUIRED' }] })
  })
})
