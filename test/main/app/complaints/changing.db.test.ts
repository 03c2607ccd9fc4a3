import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ENGINES, START, startBoard, type TestApp } from '#test/setup/app.ts'
import {
  caseOf,
  checkState,
  factsInput,
  takeComplaint,
  versionOf,
  type complaintInput,
} from '#test/setup/case.ts'

describe.each(ENGINES)('on %s', (engine) => {
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

  describe('changing a complaint', () => {
    it('stores the correction, keeps receipt and code, and says in the history from what to what', async () => {
      const created = await takeComplaint(app)
      const stored = await update(app, created, { subject: 'Bị nhắn tin', severity: 'high' })
      expect(stored).toMatchObject({
        version: 2,
        subject: 'Bị nhắn tin',
        code: created.code,
        receivedAt: created.receivedAt,
      })
      const [event] = await historyOf(app, created.id)
      expect(event).toMatchObject({
        action: 'complaint.updated',
        changes: [
          { field: 'subject', from: created.subject, to: 'Bị nhắn tin' },
          { field: 'severity', from: 'medium', to: 'high' },
        ],
      })
    })

    it('refuses a version that is no longer the stored one, and loses neither change', async () => {
      const created = await takeComplaint(app)
      await update(app, created, { subject: 'Của người thứ nhất' })
      const facts = factsInput(app)
      const error = await app.as('investigator').refused('complaints.update', {
        ...facts,
        subject: 'Của người thứ hai',
        id: created.id,
        version: created.version,
      })
      expect(error).toEqual({
        code: 'CONFLICT',
        issues: [{ path: 'version', code: 'STALE_VERSION', params: { current: 2 } }],
      })
      expect((await caseOf(app, created.id)).complaint.subject).toBe('Của người thứ nhất')
    })

    it('lets one of twenty who save at once win, and tells the others', async () => {
      const created = await takeComplaint(app)
      const facts = factsInput(app)
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          app.as('intake').ask('complaints.update', {
            ...facts,
            subject: `Bản ${String(index)}`,
            id: created.id,
            version: 1,
          }),
        ),
      )
      const codes = results.map((result) => (result.ok ? 'stored' : result.error.code))
      expect(codes.filter((code) => code === 'stored')).toHaveLength(1)
      expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(19)
      expect(await versionOf(app, created.id)).toBe(2)
      const history = await historyOf(app, created.id)
      expect(history.map((event) => event.action)).toEqual([
        'complaint.updated',
        'complaint.created',
      ])
    })

    it('is given to somebody who can sign in, or to nobody', async () => {
      const { id } = await takeComplaint(app)
      const given = await app
        .as('chair')
        .call('complaints.assign', { id, version: 1, assigneeId: app.ids.investigator })
      expect(given.assigneeId).toBe(app.ids.investigator)
      const error = await app
        .as('chair')
        .refused('complaints.assign', { id, version: 2, assigneeId: crypto.randomUUID() })
      expect(error.issues?.[0]?.code).toBe('PERSON_UNKNOWN')
      const freed = await app
        .as('chair')
        .call('complaints.assign', { id, version: 2, assigneeId: null })
      expect(freed.assigneeId).toBeNull()
    })

    it('has an outcome only with a reason, and can take it back', async () => {
      const { id } = await takeComplaint(app)
      const investigator = app.as('investigator')
      expect(
        await investigator.refused('complaints.conclude', {
          id,
          version: 1,
          outcome: 'upheld',
          reason: '  ',
        }),
      ).toEqual({ code: 'INVALID_INPUT', issues: [{ path: 'reason', code: 'REQUIRED' }] })
      const set = { id, version: 1, outcome: 'upheld', reason: 'Trái quy định.' } as const
      expect(await investigator.call('complaints.conclude', set)).toMatchObject({
        outcome: 'upheld',
        outcomeReason: 'Trái quy định.',
      })
      const back = { id, version: 2, outcome: null, reason: 'bỏ' }
      expect(await investigator.call('complaints.conclude', back)).toMatchObject({
        outcome: null,
        outcomeReason: null,
      })
    })
  })

  it('the stage follows the facts, never a hand', async () => {
    const { id } = await takeComplaint(app)
    await checkState(app, id)
    expect((await caseOf(app, id)).complaint.stage).toBe('finding-cause')
    const { complaint, stateChecks } = await caseOf(app, id)
    await app.as('investigator').call('investigation.concludeCheck', {
      complaintId: id,
      version: complaint.version,
      statement: null,
    })
    expect((await caseOf(app, id)).complaint).toMatchObject({
      stage: 'checking',
      stateConcludedAt: null,
      stateConcludedBy: null,
    })
    const [check] = stateChecks
    if (check === undefined) throw new Error('no check')
    await app
      .as('investigator')
      .call('investigation.removeCheck', { id: check.id, version: check.version })
    const page = await app.as('intake').call('complaints.list', {
      filter: { scope: 'open', stages: ['received'] },
      after: null,
      limit: 100,
    })
    expect(page.items.some((item) => item.id === id)).toBe(true)
  })
})

/** What was done; that somebody looked is on record as well. */
async function historyOf(app: TestApp, id: string) {
  const events = await app.as('chair').call('complaints.history', { id, before: null, limit: 50 })
  return events.filter(({ action }) => action !== 'complaint.viewed')
}

function update(
  app: TestApp,
  stored: Readonly<{ id: string; version: number }>,
  changes: Parameters<typeof complaintInput>[1],
) {
  return app.as('intake').call('complaints.update', {
    ...factsInput(app, changes),
    id: stored.id,
    version: stored.version,
  })
}
