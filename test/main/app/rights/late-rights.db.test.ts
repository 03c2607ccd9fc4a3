import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ENGINES, START, startBoard, type TestApp } from '#test/setup/app.ts'
import { caseOf, takeComplaint } from '#test/setup/case.ts'
import {
  codesOf,
  draftOf,
  setParticulars,
  signInAll,
  STAND_IN,
  toIssued,
} from '#test/setup/letters.ts'

/** Asked for on 22/11/2026: 15 days to stop (Decree 356/2025, Article 5.2), so until Monday 7/12/2026. */
const LATE = '2026-12-08T02:00:00.000Z'
const WHY = { lateReason: 'waiting-processor', lateExplanation: 'Đối tác trả lời chậm' } as const

describe.each(ENGINES)('a right settled after its day, on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  async function asked(kind: 'object' | 'withdraw') {
    app.clock.set(START)
    await signInAll(app)
    const { id } = await takeComplaint(app, { rights: [{ kind, viaProcessor: false }] })
    app.clock.set(LATE)
    await signInAll(app)
    return id
  }
  const settled = async (id: string, settledOn: string) => {
    const [right] = (await caseOf(app, id)).rights
    if (right === undefined) throw new Error('no right')
    return { id: right.id, version: right.version, state: 'done' as const, settledOn, remark: '' }
  }

  it('says why, chosen and explained, on record and in the figures', async () => {
    const id = await asked('object')
    const investigator = app.as('investigator')
    const done = await settled(id, '2026-12-08')
    expect(codesOf(await investigator.refused('rights.settle', done))).toEqual([
      'LATE_WITHOUT_REASON',
    ])
    const wordless = { ...done, lateReason: 'staff' as const, lateExplanation: ' ' }
    expect(codesOf(await investigator.refused('rights.settle', wordless))).toEqual([
      'LATE_WITHOUT_WORDS',
    ])
    const right = await investigator.call('rights.settle', { ...done, ...WHY })
    expect(right).toMatchObject(WHY)
    const history = await app.as('chair').call('complaints.history', {
      ...{ id, before: null, limit: 20 },
    })
    const changes = history.flatMap((event) => event.changes)
    expect(changes).toContainEqual({ field: 'lateReason', from: null, to: WHY.lateReason })
    expect(changes).toContainEqual({
      field: 'lateExplanation',
      from: null,
      to: WHY.lateExplanation,
    })
    const year = { from: '2026-01-01', to: '2026-12-31' }
    const { by } = await app.as('chair').call('figures.period', year)
    expect(by.lateReason).toEqual([{ code: WHY.lateReason, received: 1, answered: 0, late: 0 }])
    const { items } = await app.as('chair').call('complaints.list', {
      ...{ filter: { scope: 'all', lateReasons: [WHY.lateReason] }, after: null, limit: 10 },
    })
    expect(items.map((item) => item.id)).toEqual([id])
    const again = await investigator.call('rights.reopen', { id: right.id, version: right.version })
    expect(again).toMatchObject({ lateReason: null, lateExplanation: null })
  })

  it('needs none, and keeps none, where it was done in time and only written down late', async () => {
    const id = await asked('object')
    const done = await settled(id, '2026-12-07')
    const right = await app.as('investigator').call('rights.settle', { ...done, ...WHY })
    expect(right).toMatchObject({ state: 'done', lateReason: null, lateExplanation: null })
  })

  it('says why by the letter that refuses it, too', async () => {
    const id = await asked('withdraw')
    const [right] = (await caseOf(app, id)).rights
    const draft = await draftOf(app, id, 'L5', { variant: 'refused' })
    const told = await setParticulars(app, draft, {
      ...{ asked: 'Ngừng gửi thư', reason: 'Hợp đồng đang thực hiện', refuses: right?.id ?? '' },
    })
    const letter = await toIssued(app, told)
    const sending = {
      letterId: letter.id,
      channel: 'email',
      sentOn: '2026-12-08',
      trackingNumber: null,
      evidenceId: null,
    } as const
    const refused = await app.as('intake').refused('letters.dispatch', sending)
    expect(codesOf(refused)).toEqual(['LATE_WITHOUT_REASON'])
    await app.as('intake').call('letters.dispatch', { ...sending, ...WHY })
    expect((await caseOf(app, id)).rights).toMatchObject([{ state: 'refused', lateReason: null }])
  })
})
