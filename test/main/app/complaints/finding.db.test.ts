import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ENGINES, START, startBoard, type TestApp } from '#test/setup/app.ts'
import {
  approvedLetter,
  caseOf,
  checkInput,
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

  describe('the search box', () => {
    it('finds a case by every text on record, and no longer by one that was changed', async () => {
      const { id } = await takeComplaint(app, { subject: 'Chuyện kỳ đà ký đơn' })
      const found = async (search: string): Promise<boolean> => {
        const page = await app
          .as('intake')
          .call('complaints.list', { filter: { scope: 'all', search }, after: null, limit: 50 })
        return page.items.some((item) => item.id === id)
      }
      expect(await found('ky da ky don')).toBe(true)
      await update(app, (await caseOf(app, id)).complaint, {
        subject: 'Nghe lén cuộc gọi',
        complainant: { fullName: 'Hoàng Thị Đảm' },
      })
      expect(await found('ky da ky don')).toBe(false)
      expect(await found('HOANG THI DAM')).toBe(true)

      const investigator = app.as('investigator')
      await investigator.call('investigation.saveCheck', {
        ...checkInput(app, id),
        detail: 'Bản ghi trong tủ zebra',
      })
      expect(await found('tu zebra')).toBe(true)
      await investigator.call('investigation.concludeCheck', {
        complaintId: id,
        version: await versionOf(app, id),
        statement: 'Kết luận okapi',
      })
      expect(await found('okapi')).toBe(true)
      const why = await investigator.call('investigation.addWhy', {
        complaintId: id,
        text: 'Vì quagga',
        evidenceIds: [],
      })
      expect(await found('quagga')).toBe(true)
      await investigator.call('investigation.removeWhy', { id: why.id, version: why.version })
      expect(await found('quagga')).toBe(false)
      await investigator.call('investigation.saveCause', {
        complaintId: id,
        version: 0,
        state: 'established',
        category: 'NN-01',
        statement: 'Do numbat',
        undeterminedReason: '',
      })
      expect(await found('numbat')).toBe(true)
      await investigator.call('remediation.addStep', {
        complaintId: id,
        type: 'KP-01',
        description: 'Bịt lỗ pangolin',
        ownerId: null,
        dueOn: '2026-12-01',
      })
      expect(await found('pangolin')).toBe(true)
      await app
        .as('intake')
        .upload({ complaintId: id, fileName: 'ghi-âm-tapir.txt' }, Buffer.from('abc'))
      expect(await found('tapir')).toBe(true)
      await investigator.call('complaints.conclude', {
        id,
        version: await versionOf(app, id),
        outcome: 'upheld',
        reason: 'Đúng như axolotl nói',
      })
      expect(await found('axolotl')).toBe(true)
      const letter = await app.as('chair').call(
        'letters.issue',
        await approvedLetter(app, id).then(({ id: letterId, version }) => ({
          id: letterId,
          version,
        })),
      )
      expect(await found(`"${letter.number ?? 'none'}"`)).toBe(true)
    })
  })

  describe('looking', () => {
    it('at a case is on record with who looked', async () => {
      const { id } = await takeComplaint(app)
      await app.as('auditor').call('complaints.open', { id })
      expect((await historyOf(app, id))[0]).toMatchObject({
        action: 'complaint.viewed',
        personId: app.ids.auditor,
        changes: [],
      })
    })

    it('at a case that is not there', async () => {
      const id = crypto.randomUUID()
      expect(await app.as('auditor').refused('complaints.open', { id })).toEqual({
        code: 'NOT_FOUND',
      })
    })
  })

  it('a found case says where, as far as one may read it', async () => {
    const { id, complainant } = await takeComplaint(app, {
      narrative: 'Một người lạ gọi điện từ Hải Phòng.',
    })
    const input = { ids: [id], search: 'hai phong' }
    const [match] = await app.as('auditor').call('complaints.matches', input)
    expect(match).toEqual({
      ...{ complaintId: id, source: 'narrative', before: 'Một người lạ gọi điện từ ' },
      ...{ word: 'Hải', after: ' Phòng.' },
    })
    const phone = { ids: [id], search: complainant.phones[0]?.asTold ?? '' }
    expect(await app.as('auditor').call('complaints.matches', phone)).toEqual([])
    expect(await app.as('chair').call('complaints.matches', phone)).toHaveLength(1)
  })
})

function historyOf(app: TestApp, id: string) {
  return app.as('chair').call('complaints.history', { id, before: null, limit: 50 })
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
