import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ENGINES, START, startBoard, type TestApp } from '#test/setup/app.ts'
import { caseOf, checkInput, takeComplaint } from '#test/setup/case.ts'

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

  describe('the state of the information', () => {
    it('has one finding for a cell, who found it, and every earlier one in the history', async () => {
      const { id } = await takeComplaint(app)
      const first = await app
        .as('investigator')
        .call('investigation.saveCheck', checkInput(app, id))
      expect(first).toMatchObject({ version: 1, checkedBy: app.ids.investigator })
      expect(
        await app.as('chair').refused('investigation.saveCheck', checkInput(app, id)),
      ).toMatchObject({ code: 'CONFLICT' })
      const again = await app
        .as('chair')
        .call('investigation.saveCheck', { ...checkInput(app, id), version: 1, finding: 'correct' })
      expect(again).toMatchObject({ id: first.id, version: 2, checkedBy: app.ids.chair })
      const [event] = await app
        .as('chair')
        .call('complaints.history', { id, before: null, limit: 1 })
      expect(event?.changes).toEqual([{ field: 'finding', from: 'wrong', to: 'correct' }])
    })

    it.each([
      [{ dataItem: 'aura' }, 'dataItem', 'CODE_UNKNOWN'],
      [{ system: 'nowhere' }, 'system', 'CODE_UNKNOWN'],
      [{ checkedAt: '2026-11-22T09:00:00.000Z' }, 'checkedAt', 'TIME_IN_FUTURE'],
    ])('refuses %o', async (changes, path, code) => {
      const { id } = await takeComplaint(app)
      const error = await app
        .as('investigator')
        .refused('investigation.saveCheck', { ...checkInput(app, id), ...changes })
      expect(error.issues).toEqual([{ path, code }])
    })

    it('is not concluded before anything was looked at', async () => {
      const { id } = await takeComplaint(app)
      const input = { complaintId: id, version: 1, statement: 'Đã lộ' }
      expect(await app.as('investigator').refused('investigation.concludeCheck', input)).toEqual({
        code: 'NOT_ALLOWED',
        issues: [{ path: 'state', code: 'STATE_NO_CHECK' }],
      })
    })
  })

  describe('the cause', () => {
    it('rests on whys in their order and on evidence of this case only', async () => {
      const { id } = await takeComplaint(app)
      const other = await takeComplaint(app)
      const investigator = app.as('investigator')
      const mine = await investigator.upload(
        { complaintId: id, fileName: 'a.txt' },
        Buffer.from('a'),
      )
      const theirs = await investigator.upload(
        { complaintId: other.id, fileName: 'b.txt' },
        Buffer.from('b'),
      )
      const why = (text: string, evidenceIds: string[]) =>
        investigator.ask('investigation.addWhy', { complaintId: id, text, evidenceIds })
      await why('Một', [mine.id])
      await why('Hai', [])
      expect(await why('Ba', [theirs.id])).toMatchObject({
        error: { issues: [{ path: 'evidenceIds', code: 'EVIDENCE_UNKNOWN' }] },
      })
      const { whys } = await caseOf(app, id)
      expect(
        whys.map(({ text, position, evidenceIds }) => ({ text, position, evidenceIds })),
      ).toEqual([
        { text: 'Một', position: 1, evidenceIds: [mine.id] },
        { text: 'Hai', position: 2, evidenceIds: [] },
      ])
      const [first] = whys
      if (first === undefined) throw new Error('no why')
      const input = { id: first.id, text: 'Một, rõ hơn', evidenceIds: [] }
      await investigator.call('investigation.editWhy', { ...input, version: 1 })
      expect(
        await investigator.refused('investigation.editWhy', { ...input, version: 1 }),
      ).toMatchObject({ code: 'CONFLICT' })
    })

    it.each([
      [{ state: 'established', category: null }, 'category', 'REQUIRED'],
      [{ state: 'established', statement: ' ' }, 'statement', 'REQUIRED'],
      [{ state: 'undetermined' }, 'undeterminedReason', 'REQUIRED'],
      [{ category: 'NN-00' }, 'category', 'CODE_UNKNOWN'],
    ] as const)('refuses %o', async (changes, path, code) => {
      const { id } = await takeComplaint(app)
      const error = await app.as('investigator').refused('investigation.saveCause', {
        complaintId: id,
        version: 0,
        state: 'established',
        category: 'NN-01',
        statement: 'Tệp xuất quá rộng',
        undeterminedReason: '',
        ...changes,
      })
      expect(error.issues).toEqual([{ path, code }])
    })
  })
})
