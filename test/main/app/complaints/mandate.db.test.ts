import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { caseOf, factsInput, takeComplaint, versionOf } from '#test/setup/case.ts'
import { codesOf } from '#test/setup/letters.ts'

const SEEN = { guardian: true, paper: 'Giấy khai sinh số 12', seenOn: '2026-11-22' }

describe.each(ENGINES)('a representative, on %s', (engine) => {
  let app: TestApp
  let id: string
  beforeAll(async () => {
    app = await startBoard(engine)
    ;({ id } = await takeComplaint(app, {
      rights: [{ kind: 'object', viaProcessor: false }],
      complainant: { actingFor: 'cháu Lê Bảo Anh' },
    }))
  })
  afterAll(() => app.remove())

  const record = async (
    mandate: typeof SEEN | null,
    by: 'investigator' | 'intake' = 'investigator',
  ) =>
    app.as(by).ask('complaints.recordMandate', { id, version: await versionOf(app, id), mandate })
  const settle = async () => {
    const [right] = (await caseOf(app, id)).rights
    return app.as('investigator').ask('rights.settle', {
      ...{ id: right?.id ?? '', version: right?.version ?? 0, state: 'done' },
      ...{ settledOn: '2026-11-22', remark: '' },
    })
  }

  it('may ask for a right, which is neither carried out nor passed on before they showed mandate', async () => {
    const refused = await settle()
    expect(refused.ok ? [] : codesOf(refused.error)).toEqual(['MANDATE_MISSING'])
    const [right] = (await caseOf(app, id)).rights
    const passedOn = await app.as('investigator').refused('rights.passOn', {
      ...{ id: right?.id ?? '', version: right?.version ?? 0, recipient: 'Cửa hàng Hoa Mai' },
      ...{ toldOn: '2026-11-22', reference: '' },
    })
    expect(codesOf(passedOn)).toEqual(['MANDATE_MISSING'])
    expect((await record(SEEN, 'intake')).ok).toBe(false)
    expect((await record({ ...SEEN, seenOn: '2026-12-31' })).ok).toBe(false)
    expect((await record(SEEN)).ok).toBe(true)
    expect((await caseOf(app, id)).complaint.mandate).toEqual({
      ...{ ...SEEN, seenBy: app.ids.investigator },
    })
    expect((await settle()).ok).toBe(true)
  })

  it('shows it anew for somebody else', async () => {
    const facts = factsInput(app, { complainant: { actingFor: 'cháu Lê Minh Khôi' } })
    await app.as('intake').call('complaints.update', {
      ...{ ...facts, id, version: await versionOf(app, id) },
    })
    expect((await caseOf(app, id)).complaint.mandate).toBeNull()
  })

  it('is nobody where they act for themselves', async () => {
    const own = await takeComplaint(app)
    const refused = await app.as('investigator').refused('complaints.recordMandate', {
      ...{ id: own.id, version: own.version, mandate: SEEN },
    })
    expect(codesOf(refused)).toEqual(['ACTS_FOR_NOBODY'])
  })

  it('of a child is its parent or guardian and nobody else, and so for a child who asks itself', async () => {
    const child = await takeComplaint(app, {
      ...{ flags: ['minor'], severity: 'critical' },
      rights: [{ kind: 'object', viaProcessor: false }],
    })
    const [right] = (await caseOf(app, child.id)).rights
    const done = { state: 'done', settledOn: '2026-11-22', remark: '' } as const
    const settled = { id: right?.id ?? '', version: right?.version ?? 0, ...done }
    const investigator = app.as('investigator')
    const alone = await investigator.refused('rights.settle', settled)
    expect(codesOf(alone)).toEqual(['GUARDIAN_MISSING'])
    const copy = await app.as('chair').refused('rights.ownCopy', { complaintId: child.id })
    expect(codesOf(copy)).toEqual(['GUARDIAN_MISSING'])
    const by = async (guardian: boolean) => ({
      ...{ id: child.id, version: await versionOf(app, child.id), mandate: { ...SEEN, guardian } },
    })
    const friend = await investigator.refused('complaints.recordMandate', await by(false))
    expect(friend.issues).toEqual([{ path: 'mandate.guardian', code: 'GUARDIAN_MISSING' }])
    await investigator.call('complaints.recordMandate', await by(true))
    expect((await investigator.call('rights.settle', settled)).state).toBe('done')
  })

  it('gets no copy of what is another’s before they showed mandate', async () => {
    const own = await takeComplaint(app, { complainant: { actingFor: 'bà Nguyễn Thị Sen' } })
    const refused = await app.as('chair').refused('rights.ownCopy', { complaintId: own.id })
    expect(codesOf(refused)).toEqual(['MANDATE_MISSING'])
  })
})
