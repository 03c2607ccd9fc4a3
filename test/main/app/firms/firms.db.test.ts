import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import {
  ENGINES,
  PERSON_KEYS,
  type PersonKey,
  START,
  startBoard,
  type TestApp,
} from '#test/setup/app.ts'
import { caseOf, takeComplaint } from '#test/setup/case.ts'
import { engageFirm, firmInput } from '#test/setup/firms.ts'

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

  const firm = (changes: Partial<InputOf<'firms.add'>> = {}) =>
    app.as('chair').call('firms.add', firmInput(changes))

  describe('a security firm', () => {
    it('is in the register once by its name', async () => {
      const { name } = await firm()
      expect(await app.as('chair').refused('firms.add', firmInput({ name }))).toEqual({
        code: 'ALREADY_EXISTS',
        issues: [{ path: 'name', code: 'FIRM_NAME_TAKEN' }],
      })
    })

    it('is not brought in without contract and agreement, nor backwards in time', async () => {
      const { id: complaintId } = await takeComplaint(app)
      const expired = await firm({ ndaValidUntil: '2026-11-21' })
      const engage = (firmId: string, endsOn: string | null) =>
        app.as('deputy').refused('firms.engage', {
          complaintId,
          firmId,
          scope: 'Kiểm tra',
          startsOn: '2026-11-22',
          endsOn,
        })
      expect(await engage(expired.id, null)).toMatchObject({
        code: 'NOT_ALLOWED',
        issues: [{ code: 'NDA_EXPIRED', params: { until: '2026-11-21' } }],
      })
      expect((await engage((await firm()).id, '2026-11-21')).issues).toEqual([
        { path: 'endsOn', code: 'END_BEFORE_START' },
      ])
    })

    it('leaves notes under its author and day, not from the future', async () => {
      const { complaintId, engagement } = await engageFirm(app)
      const note = { engagementId: engagement.id, author: 'Ngô Bảo Long', body: 'Đã nhận nhật ký.' }
      const investigator = app.as('investigator')
      expect(
        (await investigator.refused('firms.addNote', { ...note, notedOn: '2026-11-23' })).issues,
      ).toEqual([{ path: 'notedOn', code: 'DATE_IN_FUTURE' }])
      const stored = await investigator.call('firms.addNote', { ...note, notedOn: '2026-11-22' })
      expect(stored).toMatchObject({ complaintId, recordedBy: app.ids.investigator })
      expect((await caseOf(app, complaintId)).firmNotes).toEqual([stored])
      const filter = { scope: 'all', search: '"nhận nhật ký"' } as const
      const foundBy = async (key: PersonKey) =>
        (await app.as(key).call('complaints.list', { filter, after: null, limit: 9 })).items
      for (const key of PERSON_KEYS) {
        const [opened, found] = [await caseOf(app, complaintId, key), await foundBy(key)]
        const told = await app
          .as(key)
          .call('complaints.history', { id: complaintId, before: null, limit: 100 })
        const reads = key !== 'intake'
        expect(opened.firmNotes, `${key} reads`).toEqual(reads ? [stored] : [])
        const entities = told.map(({ entity }) => entity)
        expect(entities.includes('firmNote'), `${key} is told`).toBe(reads)
        expect(entities.includes('engagement'), `${key} is told`).toBe(reads)
        expect(opened.engagements.length, `${key} sees who was brought in`).toBe(reads ? 1 : 0)
        expect(
          found.map(({ id }) => id),
          `${key} finds`,
        ).toEqual(reads ? [complaintId] : [])
      }
      const { firmId } = engagement
      expect((await app.as('auditor').call('firms.get', { id: firmId })).engagements).toMatchObject(
        [{ id: engagement.id, complaintCode: expect.stringMatching(/^KN-/u) }],
      )
    })
  })
})
