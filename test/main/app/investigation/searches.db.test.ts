import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { InputOf } from '#shared/contract/index.ts'
import { ENGINES, START, startBoard, type TestApp } from '#test/setup/app.ts'
import {
  answeredComplaint,
  caseOf,
  endInWriting,
  takeComplaint,
  versionOf,
} from '#test/setup/case.ts'
import { codesOf, STAND_IN } from '#test/setup/letters.ts'

/** The start is 22/11/2026. */
const UNTIL = '2026-12-15'

describe.each(ENGINES)('the day until which a cause is looked for, on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  async function cause(
    id: string,
    changes: Partial<InputOf<'investigation.saveCause'>>,
  ): Promise<InputOf<'investigation.saveCause'>> {
    const { rootCause } = await caseOf(app, id)
    return {
      ...{ complaintId: id, version: rootCause?.version ?? 0, state: 'undetermined' },
      ...{ category: null, statement: '', undeterminedReason: 'Nhật ký chỉ giữ 30 ngày.' },
      ...{ searchUntil: UNTIL, ...changes },
    }
  }
  const save = async (id: string, changes: Partial<InputOf<'investigation.saveCause'>> = {}) =>
    app.as('investigator').call('investigation.saveCause', await cause(id, changes))
  /** On another day everybody comes in anew. */
  async function on(at: string): Promise<void> {
    app.clock.set(at)
    for (const who of ['chair', 'deputy', 'investigator', 'intake'] as const) await app.signIn(who)
  }
  const told = async (who: Parameters<TestApp['as']>[0]) =>
    (await app.as(who).call('investigation.searches', {})).map(({ complaintId }) => complaintId)

  it('is recalled to whoever handles the case from a week before, and to the board once it is over', async () => {
    await on(START)
    const { id } = await takeComplaint(app, { assigneeId: app.ids.investigator })
    await save(id)
    expect(await told('investigator')).toEqual([])
    await on('2026-12-08T02:00:00.000Z')
    expect(await told('investigator')).toEqual([id])
    expect(await told('deputy')).toEqual([])
    await on('2026-12-16T02:00:00.000Z')
    expect(await told('investigator')).toEqual([id])
    expect(await told('deputy')).toEqual([id])
    expect(await told('intake')).toEqual([])
    // Another day, or what was found, is what ends it.
    await save(id, { searchUntil: '2027-01-20' })
    expect(await told('deputy')).toEqual([])
    await save(id, { state: 'established', category: 'NN-01', statement: 'Tệp gửi nhầm.' })
    await on('2027-01-21T02:00:00.000Z')
    expect(await told('investigator')).toEqual([])
  })

  it('ends with a case that ends without its result', async () => {
    await on(START)
    const { id } = await takeComplaint(app)
    await save(id)
    await endInWriting(app, id)
    await on('2026-12-16T02:00:00.000Z')
    expect(await told('chair')).toEqual([])
  })

  it('outlives the closing of the case, where it is ended with a word and only then', async () => {
    await on(START)
    const { complaint } = await answeredComplaint(app)
    const { id } = complaint
    await save(id)
    const request = await app.as('chair').call('approvals.requestClosing', {
      ...{ complaintId: id, version: await versionOf(app, id), reason: 'Đã trả lời' },
    })
    await app.as('deputy').call('approvals.decide', {
      ...{ id: request.id, version: request.version, decision: 'approve', remark: '' },
    })
    const [closing] = await app.as('chair').call('complaints.history', {
      ...{ id, before: null, limit: 1 },
    })
    expect(closing?.changes).toContainEqual({ field: 'searchUntil', from: null, to: UNTIL })
    await on('2026-12-16T02:00:00.000Z')
    expect(await told('chair')).toEqual([id])
    const silent = await app
      .as('investigator')
      .refused('investigation.saveCause', await cause(id, { state: 'open', searchUntil: null }))
    expect(silent.issues).toEqual([{ path: 'state', code: 'REQUIRED' }])
    await save(id, { searchUntil: null, undeterminedReason: 'Đối tác không còn nhật ký.' })
    expect(await told('chair')).toEqual([])
    expect((await caseOf(app, id)).complaint.status).toBe('closed')
    const again = await app
      .as('investigator')
      .refused('investigation.saveCause', await cause(id, { searchUntil: '2027-02-01' }))
    expect(codesOf(again)).toEqual(['COMPLAINT_ENDED'])
  })
})
