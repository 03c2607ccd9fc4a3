import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Letter } from '#core/letters/model.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { caseOf, versionOf } from '#test/setup/case.ts'
import { engageFirm } from '#test/setup/firms.ts'
import { draftOf, setParticulars, STAND_IN, toIssued } from '#test/setup/letters.ts'

const ASKED = 'nhatkycanhyen'

describe.each(ENGINES)('on %s, what is of firms', (engine) => {
  let app: TestApp
  let letter: Letter
  let complaintId: string
  let firmId: string
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    const engaged = await engageFirm(app)
    ;({ complaintId, firmId } = engaged)
    const draft = await draftOf(app, complaintId, 'L8', { variant: 'firm' })
    const asked = await setParticulars(app, draft, {
      ...{ engagementId: engaged.engagement.id, asked: ASKED, replyBy: '2026-12-05' },
    })
    letter = await toIssued(app, asked)
  })
  afterAll(() => app.remove())

  it('is not read by intake in a letter to one: not in the case, the lists, the record, the page', async () => {
    const intake = app.as('intake')
    const { id } = letter
    const history = { id: complaintId, before: null, limit: 100 }
    const told = JSON.stringify([
      await caseOf(app, complaintId, 'intake'),
      await intake.call('letters.list', { filter: {}, after: null, limit: 50 }),
      await intake.call('complaints.history', history),
      await intake.call('letters.verifyCopy', { code: letter.number ?? '' }),
      await intake.call('complaints.matches', { ids: [complaintId], search: ASKED }),
    ])
    expect(told).not.toContain(ASKED)
    expect(told).not.toContain(id)
    for (const route of ['letters.get', 'letters.preview', 'letters.print'] as const) {
      expect((await intake.refused(route, { id })).code, route).toBe('NOT_FOUND')
    }
    const search = { filter: { scope: 'all' as const, search: ASKED }, after: null, limit: 10 }
    expect((await intake.call('complaints.list', search)).items).toEqual([])
    expect((await app.as('deputy').call('complaints.list', search)).items.length).toBe(1)
    expect((await caseOf(app, complaintId, 'auditor')).letters.length).toBe(1)
    expect((await app.as('investigator').call('letters.get', { id })).letter.id).toBe(id)
  })

  it('is not asked after by intake by the id of a firm, which a list could be narrowed by', async () => {
    const list = { filter: { scope: 'all' as const, firms: [firmId] }, after: null, limit: 10 }
    expect((await app.as('intake').refused('complaints.list', list)).code).toBe('FORBIDDEN')
    expect((await app.as('deputy').call('complaints.list', list)).items.length).toBe(1)
  })

  it('stays in the case when intake writes on it', async () => {
    const version = await versionOf(app, complaintId)
    await app.as('intake').call('rights.add', {
      ...{ complaintId, kind: 'view', viaProcessor: false, askedAt: app.clock.now() },
    })
    const file = await caseOf(app, complaintId)
    expect(file.letters.map(({ id }) => id)).toEqual([letter.id])
    expect(file.complaint.version).toBeGreaterThanOrEqual(version)
  })

  it('and a request for another role is shown to those who decide it, not to whom it is about', async () => {
    const [deputy] = (await app.as('chair').call('people.list', {})).filter(
      ({ id }) => id === app.ids.deputy,
    )
    await app.as('chair').call('approvals.requestRoleChange', {
      ...{ personId: app.ids.deputy, version: deputy?.version ?? 0, role: 'intake', active: true },
      reason: 'Chuyển việc',
    })
    const seenBy = async (by: 'chair' | 'deputy' | 'investigator' | 'intake' | 'auditor') =>
      (await app.as(by).call('approvals.pending', {})).length
    expect(await seenBy('chair')).toBe(1)
    for (const by of ['deputy', 'investigator', 'intake', 'auditor'] as const) {
      expect(await seenBy(by), by).toBe(0)
    }
    const { awaitingApproval } = await app.as('intake').call('complaints.counts', {})
    expect(awaitingApproval).toBe(0)
  })
})
