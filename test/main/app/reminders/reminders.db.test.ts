import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reminderKey } from '#core/reminders/reminders.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  describe('reminders', () => {
    it('come once, to whoever answers for the case', async () => {
      const pending = async (who: 'chair' | 'intake' | 'investigator') =>
        app.as(who).call('reminders.pending', {})
      const { id } = await takeComplaint(app, { receivedAt: '2026-10-25T02:00:00.000Z' })
      await app.as('chair').call('complaints.assignMany', {
        ...{ ids: [id], assigneeId: app.ids.investigator },
      })
      const mine = await pending('investigator')
      expect(mine.firstToday).toBe(true)
      expect(mine.reminders.map(({ complaintId, rule }) => [complaintId, rule])).toEqual([
        [id, 'T-POL-30'],
      ])
      expect((await pending('intake')).reminders).toEqual([])
      const { reminders, until } = mine
      const told = { until, waiting: reminders.map(reminderKey) }
      await app.as('investigator').call('reminders.markSeen', told)
      expect(await pending('investigator')).toMatchObject({
        ...{ reminders: [], waiting: reminders, firstToday: false },
      })
      await app.as('investigator').call('reminders.markSeen', { until, waiting: [] })
      expect(await pending('investigator')).toMatchObject({ reminders: [], waiting: [] })
    })

    it('come again rather than never where what was kept of the last telling cannot be read', async () => {
      await takeComplaint(app, { receivedAt: '2026-10-25T02:00:00.000Z' })
      for (const body of ['2026-11-22T02:00:00.000Z', '{"until":1}', '']) {
        await app.as('chair').call('drafts.save', { form: 'reminders', body })
        expect(await app.as('chair').call('reminders.pending', {})).toMatchObject({
          firstToday: true,
        })
      }
    })
  })
})
