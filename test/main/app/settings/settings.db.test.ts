import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEADLINE_RULES } from '#core/deadlines/rule-table.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { boardSettings, caseOf, promiseOf, takeComplaint } from '#test/setup/case.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  const lastEvents = (limit: number) =>
    app.as('auditor').call('audit.list', { personId: null, before: null, limit })

  describe('settings', () => {
    it('change the calendar of complaints from then on and of those that run, on record', async () => {
      const before = await takeComplaint(app)
      const settings = await boardSettings(app)
      const holiday = {
        date: '2026-12-22',
        name: { vi: 'Nghỉ của công ty', en: 'Company holiday' },
        kind: 'company',
        status: 'issued',
        source: 'Quyết định 01',
      } as const
      const foretold = await app.as('chair').call('settings.clockMoves', { holidays: [holiday] })
      expect((await caseOf(app, before.id)).complaint.dueOn, 'only foretold').not.toBe('2026-12-23')
      // Cases of other tests end that day too: which of them are named is not said.
      const told = foretold.first.find(({ rule }) => rule === 'T-POL-30')
      expect(told).toMatchObject({
        ...{ from: { legalEnd: '2026-12-22' }, to: { legalEnd: '2026-12-23' } },
      })
      expect((await caseOf(app, told!.complaintId)).complaint.code).toBe(told!.code)
      const [earlier] = await lastEvents(1)
      await app.as('chair').call('settings.save', { ...settings, holidays: [holiday] })
      const recomputed = (await lastEvents(100)).filter(
        ({ action, sequence }) => action === 'deadline.recomputed' && sequence > earlier!.sequence,
      )
      expect(recomputed.length).toBe(foretold.count)
      expect(
        await app.as('chair').call('settings.clockMoves', { holidays: [holiday] }),
        'nothing is left to move',
      ).toEqual({ count: 0, first: [] })
      const after = await takeComplaint(app)
      for (const { id } of [before, after]) {
        expect(promiseOf(await caseOf(app, id)).legalEnd).toBe('2026-12-23')
      }
      const moved = (await lastEvents(100)).find(
        ({ action, complaintId }) => action === 'deadline.recomputed' && complaintId === before.id,
      )
      expect(moved?.changes).toContainEqual({
        ...{ field: 'legalEnd', from: '2026-12-22', to: '2026-12-23' },
      })
      await app.as('chair').call('settings.save', { ...(await boardSettings(app)), holidays: [] })
      expect(promiseOf(await caseOf(app, after.id)).legalEnd).toBe('2026-12-22')
    })

    it('say what a limit would do to the clocks that run before it is saved, if it could be', async () => {
      const { id } = await takeComplaint(app)
      const chair = app.as('chair')
      const shipped = DEADLINE_RULES.find(({ code }) => code === 'T-POL-30')!
      const foretold = await chair.call('settings.clockMoves', {
        rules: [{ ...shipped, amount: 20 }],
      })
      expect(foretold.count).toBeGreaterThan(0)
      expect(foretold.first.length).toBe(Math.min(foretold.count, 20))
      expect(
        foretold.first.every(({ from, to }) => to !== null && to.legalEnd < from.legalEnd),
      ).toBe(true)
      const ends = foretold.first.map(({ from }) => from.endsAt)
      expect(ends, 'what ends first comes first').toEqual(ends.toSorted())
      expect(promiseOf(await caseOf(app, id)).legalEnd).toBe('2026-12-22')
      const gap = { ...shipped, effectiveFrom: '2026-02-01' }
      expect(await chair.refused('settings.clockMoves', { rules: [gap] })).toMatchObject({
        ...{ code: 'INVALID_INPUT', issues: [{ code: 'RULE_GAP' }] },
      })
    })

    it('do not lose a site, repeat one, or overwrite what somebody else saved', async () => {
      const settings = await boardSettings(app)
      const [first, ...rest] = settings.sites
      if (first === undefined) throw new Error('no site')
      const chair = app.as('chair')
      const refusal = async (changes: Partial<InputOf<'settings.save'>>) =>
        chair.refused('settings.save', { ...settings, ...changes })
      expect((await refusal({ sites: rest })).issues?.[0]?.code).toBe('SITE_IN_USE')
      expect((await refusal({ sites: [...settings.sites, first] })).issues?.[0]?.code).toBe(
        'SITE_REPEATED',
      )
      await chair.call('settings.save', settings)
      expect(await chair.refused('settings.save', settings)).toMatchObject({ code: 'CONFLICT' })
    })
  })
})
