import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import { ENGINES, START, startBoard, type TestApp } from '#test/setup/app.ts'
import {
  caseOf,
  checkInput,
  factsInput,
  readyComplaint,
  takeComplaint,
  versionOf,
} from '#test/setup/case.ts'
import { codesOf, draftOf } from '#test/setup/letters.ts'

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
      [{ finding: 'not-checked', detail: ' ' }, 'detail', 'REQUIRED'],
    ] as const)('refuses %o', async (changes, path, code) => {
      const { id } = await takeComplaint(app)
      const error = await app
        .as('investigator')
        .refused('investigation.saveCheck', { ...checkInput(app, id), ...changes })
      expect(error.issues).toEqual([{ path, code }])
    })

    it('may say of an item why it was not checked, and no result passes one over in silence', async () => {
      const { id } = await readyComplaint(app)
      await app.as('investigator').call('complaints.update', {
        ...{ id, version: await versionOf(app, id) },
        ...factsInput(app, { dataItems: ['phone', 'email'] }),
      })
      const draft = await draftOf(app, id, 'L4')
      const row = { id: draft.id, version: draft.version }
      expect(codesOf(await app.as('investigator').refused('letters.submit', row))).toEqual([
        'ITEM_UNCHECKED',
      ])
      await app.as('investigator').call('letters.discard', row)
      await app.as('investigator').call('investigation.saveCheck', {
        ...checkInput(app, id),
        ...{ dataItem: 'email', finding: 'not-checked', detail: 'Hệ thống thư đã ngừng' },
      })
      const again = await draftOf(app, id, 'L4')
      expect(again.parts.find(({ key }) => key === 'check')?.text).toContain(
        'Hệ thống thư đã ngừng',
      )
    })

    it('is not concluded before anything was looked at', async () => {
      const { id } = await takeComplaint(app)
      await app.as('investigator').call('investigation.saveCheck', {
        ...checkInput(app, id),
        ...{ finding: 'not-checked', detail: 'Hệ thống đã ngừng' },
      })
      const version = await versionOf(app, id)
      const input = { complaintId: id, version, statement: 'Đã lộ' }
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

    it('keeps the others apart by how sure they are, and the search only of an undetermined one', async () => {
      const { id } = await takeComplaint(app)
      const cause = { complaintId: id, category: null, statement: '', undeterminedReason: 'Mất' }
      const searching = { searchUntil: '2099-03-05', suspected: ['NN-02', 'NN-04'] }
      const send = (version: number, rest: Partial<InputOf<'investigation.saveCause'>>) =>
        app.as('investigator').call('investigation.saveCause', {
          ...{ ...cause, version, state: 'undetermined', ...searching, ...rest },
        })
      await send(0, {})
      expect((await caseOf(app, id)).rootCause).toMatchObject({ ...searching, contributing: [] })
      const found = { state: 'established', category: 'NN-01', statement: 'Do tệp xuất' } as const
      await send(1, { ...found, contributing: ['NN-02'], suspected: ['NN-04'] })
      expect((await caseOf(app, id)).rootCause).toMatchObject({
        ...{ searchUntil: null, contributing: ['NN-02'], suspected: ['NN-04'] },
      })
      const events = await app
        .as('chair')
        .call('complaints.history', { id, before: null, limit: 50 })
      const changes = events.flatMap((event) => event.changes)
      expect(changes).toContainEqual({ field: 'contributing', from: [], to: ['NN-02'] })
      expect(changes).toContainEqual({ field: 'searchUntil', from: '2099-03-05', to: null })
    })

    it.each<[Partial<InputOf<'investigation.saveCause'>>, string, string]>([
      [{ state: 'established', category: null }, 'category', 'REQUIRED'],
      [{ state: 'established', statement: ' ' }, 'statement', 'REQUIRED'],
      [{ state: 'undetermined' }, 'undeterminedReason', 'REQUIRED'],
      [{ category: 'NN-00' }, 'category', 'CODE_UNKNOWN'],
      [{ suspected: ['NN-00'] }, 'suspected', 'CODE_UNKNOWN'],
      [{ contributing: ['NN-01'] }, 'contributing', 'CAUSE_TWICE'],
      [{ contributing: ['NN-02'], suspected: ['NN-02'] }, 'suspected', 'CAUSE_TWICE'],
      [{ suspected: ['NN-02', 'NN-02'] }, 'suspected', 'CAUSE_TWICE'],
      [{ state: 'open', contributing: ['NN-02'] }, 'contributing', 'CAUSE_NOT_PRIMARY'],
      [
        { state: 'undetermined', undeterminedReason: 'Mất', searchUntil: '2020-01-01' },
        'searchUntil',
        'PROMISED_DAY_OVER',
      ],
    ])('refuses %o', async (changes, path, code) => {
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
