import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CaseFile } from '#core/case/case-file.ts'
import { addHours } from '#core/kernel/calendar.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { ENGINES, START, startBoard, type TestApp } from '#test/setup/app.ts'
import {
  breachFacts,
  answeredComplaint,
  boardSettings,
  caseOf,
  checkInput,
  endInWriting,
  promiseOf,
  takeComplaint,
  decideNotice,
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
      'T-BR-ASK': 'running',
    })
    expect(file.complaint).toMatchObject({ dueRule: 'T-POL-0', dueAt: addHours(START, 24) })
    expect(file.rights.map(({ askedAt }) => askedAt)).toEqual([START, START])
    expect(file.breach).toMatchObject({ state: 'suspected', detectedAt: START, version: 1 })
  })

  it('are of each right: one asked for later has its own reply, which nothing before it makes', async () => {
    const receivedAt = '2026-11-18T02:00:00.000Z'
    const { id } = await takeComplaint(app, { receivedAt, rights: [DELETION] })
    const right = await app.as('intake').call('rights.add', {
      ...{ complaintId: id, kind: 'view', viaProcessor: false, askedAt: START },
    })
    const replies = (await caseOf(app, id)).deadlines
      .filter(({ rule }) => rule === 'T-DSR-ACK')
      .map(({ triggerId, legalEnd, state }) => [triggerId === right.id, legalEnd, state])
    expect(replies).toEqual([
      [false, '2026-11-20', 'running'],
      [true, '2026-11-25', 'running'],
    ])
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
    const known = await app.as('investigator').call('rights.checkIdentity', {
      ...{ id: right.id, version: right.version, checkedOn: '2026-11-22', way: 'account' },
      ...{ against: 'Tài khoản thành viên', result: 'matched', copyDestroyedOn: null },
    })
    const done = await app.as('investigator').call('rights.settle', {
      ...{ id: known.id, version: known.version, state: 'done' },
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
    expect(moves.toReversed()).toEqual([
      ...Array.from({ length: 3 }, () => ['deadline.stopped', 'deadline.restarted']).flat(),
    ])
    for (const clock of (await caseOf(app, id)).deadlines) {
      const own = await app.as('intake').call('complaints.history', {
        ...{ id, entityId: clock.id, before: null, limit: 100 },
      })
      expect(own, clock.rule).toEqual(history.filter(({ entityId }) => entityId === clock.id))
    }
  })

  it('run on while who asks is checked, without which no right that needs it is carried out', async () => {
    const { id } = await takeComplaint(app, { rights: [DELETION] })
    const [right] = (await caseOf(app, id)).rights
    if (right === undefined) throw new Error('no right')
    const investigator = app.as('investigator')
    const done = { state: 'done', settledOn: '2026-11-22', remark: '' } as const
    const unknown = await investigator.refused('rights.settle', {
      ...{ id: right.id, version: right.version, ...done },
    })
    expect(unknown.issues).toEqual([{ path: 'identity', code: 'IDENTITY_NOT_CHECKED' }])
    const check: InputOf<'rights.checkIdentity'> = {
      ...{ id: right.id, version: right.version, checkedOn: '2026-11-22', way: 'copy' },
      ...{ against: 'Hồ sơ thành viên', result: 'unmatched', copyDestroyedOn: '2026-11-22' },
    }
    const faults = [
      [{ copyDestroyedOn: null }, 'copyDestroyedOn', 'REQUIRED'],
      [{ copyDestroyedOn: '2026-11-23' }, 'copyDestroyedOn', 'DAY_IN_FUTURE'],
      [{ checkedOn: '2026-11-23' }, 'checkedOn', 'DAY_IN_FUTURE'],
      [{ checkedOn: '2026-11-21' }, 'checkedOn', 'CHECKED_BEFORE_ASKED'],
    ] as const
    for (const [changes, path, code] of faults) {
      const refused = await investigator.refused('rights.checkIdentity', { ...check, ...changes })
      expect(refused.issues).toMatchObject([{ path, code }])
    }
    expect((await app.as('intake').refused('rights.checkIdentity', check)).code).toBe('FORBIDDEN')
    const unmatched = await investigator.call('rights.checkIdentity', check)
    expect(unmatched.identity).toMatchObject({
      ...{ checkedBy: app.ids.investigator, result: 'unmatched', copyDestroyedOn: '2026-11-22' },
    })
    expect(statesOf(await caseOf(app, id))['T-DSR-DEL']).toBe('running')
    const other = await investigator.refused('rights.settle', {
      ...{ id: unmatched.id, version: unmatched.version, ...done },
    })
    expect(other.issues).toEqual([{ path: 'identity', code: 'IDENTITY_NOT_CHECKED' }])

    const { version } = await boardSettings(app)
    const saved = await app.as('chair').call('settings.saveRights', { version, needIdentity: [] })
    await investigator.call('rights.settle', {
      ...{ id: unmatched.id, version: unmatched.version, ...done },
    })
    expect(statesOf(await caseOf(app, id))['T-DSR-DEL']).toBe('met')
    await app.as('chair').call('settings.saveRights', {
      ...{ version: saved.version, needIdentity: ['view', 'correct', 'copy', 'delete'] },
    })
  })

  it('of a complaint withdrawn in writing end; the rights asked for and the duties to an authority run on, and it with them', async () => {
    const { id } = await takeComplaint(app, { rights: [DELETION], breachDetectedAt: START })
    await endInWriting(app, id)
    const file = await caseOf(app, id)
    expect(statesOf(file)).toEqual({
      ...{ 'T-POL-30': 'ended', 'T-POL-0': 'ended', 'T-DSR-ACK': 'running' },
      ...{ 'T-DSR-DEL': 'running', 'T-BR-72': 'running', 'T-BR-ASK': 'running' },
    })
    expect(file.complaint).toMatchObject({ status: 'open', outcome: 'withdrawn' })
    expect(file.complaint).toMatchObject({ dueRule: 'T-BR-ASK' })
    const [right] = file.rights
    if (right === undefined) throw new Error('no right')
    await app.as('chair').call('breach.recordNotice', {
      ...{ complaintId: id, rule: 'T-BR-72', givenAt: START, recipient: 'Bộ Công an' },
      ...{ reference: '', evidenceId: null },
    })
    expect((await caseOf(app, id)).complaint).toMatchObject({ status: 'open' })
    await decideNotice(app, id)
    expect((await caseOf(app, id)).complaint).toMatchObject({ status: 'open' })
    await app.as('investigator').call('rights.settle', {
      ...{ id: right.id, version: right.version, state: 'dropped' },
      ...{ settledOn: null, remark: 'Không cần nữa' },
    })
    expect((await caseOf(app, id)).complaint).toMatchObject({
      ...{ status: 'withdrawn', endReason: 'Xin rút', dueRule: null, dueAt: null },
    })
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
    ).toMatchObject({ issues: [{ code: 'CLOCK_OPEN' }, { code: 'CLOCK_OPEN' }] })
    await app.as('deputy').call('breach.save', {
      ...{ ...breachFacts(suspected), state: 'ruled-out', ruledOutReason: 'Nhầm' },
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
    const ruling = { ...breachFacts(breach), state, ruledOutReason: 'Nhầm' }
    expect((await app.as('investigator').refused('breach.save', ruling)).code).toBe('FORBIDDEN')
    expect(
      await app.as('chair').refused('breach.save', { ...ruling, ruledOutReason: '' }),
    ).toMatchObject({ issues: [{ path: 'ruledOutReason', code: 'REQUIRED' }] })
  })
})
