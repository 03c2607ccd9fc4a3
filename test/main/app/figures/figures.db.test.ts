import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { answeredComplaint, endInWriting, takeComplaint } from '#test/setup/case.ts'
import { codesOf } from '#test/setup/letters.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  describe('figures', () => {
    it('count what was received, answered and is under way, and whose it is', async () => {
      const { complaint } = await answeredComplaint(app)
      const over = await takeComplaint(app)
      await endInWriting(app, over.id)
      await takeComplaint(app)
      const year = { from: '2026-01-01', to: '2026-12-31' }
      const all = await app.as('auditor').call('figures.period', year)
      const list = await app.as('auditor').call('complaints.list', {
        ...{ filter: { scope: 'all' }, after: null, limit: 100 },
      })
      expect(all.received).toBe(list.items.length)
      expect(all).toMatchObject({ answered: 1, within10: 1, late: 0, medianDays: 0, ended: 1 })
      expect(all.running).toBe(all.received - 2)
      expect(all.by.channel.reduce((sum, { received }) => sum + received, 0)).toBe(all.received)
      expect(all.by.cause).toEqual([{ code: 'NN-01', received: 1, answered: 1, late: 0 }])
      expect(all.months).toEqual([{ month: '2026-11', received: all.received, answered: 1 }])
      // They all give the same number: everybody but the first complains again.
      expect(all.again).toBe(all.received - 1)
      const none = await app.as('auditor').call('figures.period', {
        ...{ from: '2020-01-01', to: '2020-12-31' },
      })
      expect(none).toMatchObject({ received: 0, again: 0, months: [], medianDays: null })
      const backwards = { from: year.to, to: year.from }
      const error = await app.as('chair').refused('figures.period', backwards)
      expect(codesOf(error)).toEqual(['PERIOD_BACKWARDS'])

      const { loads } = await app.as('chair').call('figures.today', {})
      const open = list.items.filter(({ dueAt }) => dueAt !== null)
      expect(loads.reduce((sum, load) => sum + load.open, 0)).toBe(open.length)
      expect(complaint.status).toBe('answered')
    })

    it('show the hours of a violation to whoever reads figures, nearest end first', async () => {
      const late = await takeComplaint(app, { breachDetectedAt: '2026-11-22T08:00:00.000Z' })
      const soon = await takeComplaint(app, { breachDetectedAt: '2026-11-20T08:00:00.000Z' })
      const { hourClocks } = await app.as('chair').call('figures.today', {})
      // Of each the notice, and whether one is owed.
      expect(hourClocks.map(({ complaintId }) => complaintId)).toEqual(
        [soon, soon, late, late].map(({ id }) => id),
      )
      expect((await app.as('intake').refused('figures.today', {})).code).toBe('FORBIDDEN')
    })
  })
})
