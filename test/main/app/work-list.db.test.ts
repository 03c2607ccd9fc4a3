import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { reminderKey } from '#core/deadlines/reminders.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { answeredComplaint, caseOf, takeComplaint } from '#test/setup/case.ts'
import { codesOf, downloaded } from '#test/setup/letters.ts'

const DUE = { by: 'due', descending: false } as const

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  describe('kept views', () => {
    const view = (name: string, shared: boolean) => ({
      ...{ id: null, version: 0, name, query: 'severity=high&sort=-received', shared },
    })

    it('are one’s own unless they are shared, and in the order of their names', async () => {
      await app.as('intake').call('views.save', view('Việc của tôi', false))
      await app.as('chair').call('views.save', view('Ánh sáng', true))
      await app.as('chair').call('views.save', view('Của trưởng ban', false))
      const seen = async (who: 'intake' | 'chair') =>
        (await app.as(who).call('views.list', {})).map(({ name }) => name)
      expect(await seen('intake')).toEqual(['Ánh sáng', 'Việc của tôi'])
      expect(await seen('chair')).toEqual(['Ánh sáng', 'Của trưởng ban'])
    })

    it('are shared by the board alone, and changed by their owner', async () => {
      const error = await app.as('investigator').refused('views.save', view('Chung', true))
      expect(codesOf(error)).toEqual(['MAY_NOT_SHARE'])
      const [shared] = await app.as('intake').call('views.list', {})
      if (shared === undefined) throw new Error('no view')
      const row = { id: shared.id, version: shared.version }
      expect((await app.as('intake').refused('views.remove', row)).code).toBe('FORBIDDEN')
      const other = { ...row, name: 'Của tôi', query: '', shared: false }
      expect((await app.as('intake').refused('views.save', other)).code).toBe('FORBIDDEN')
      const stale = { ...row, version: shared.version + 1 }
      expect((await app.as('chair').refused('views.remove', stale)).code).toBe('CONFLICT')
      await app.as('deputy').call('views.remove', row)
      expect(await app.as('intake').call('views.list', {})).toHaveLength(1)
    })
  })

  describe('many at once', () => {
    it('change hands together, each on record; what is over stays as it is', async () => {
      const [one, two, over] = [
        await takeComplaint(app),
        await takeComplaint(app),
        await takeComplaint(app),
      ]
      await app.as('chair').call('complaints.end', {
        ...{ id: over.id, version: 1, status: 'withdrawn', reason: 'Xin rút' },
        duplicateOfCode: null,
      })
      const ids = [one.id, two.id, over.id, one.id]
      const assigneeId = app.ids.investigator
      expect(await app.as('chair').call('complaints.assignMany', { ids, assigneeId })).toEqual({
        assigned: 2,
        left: 1,
      })
      for (const { id } of [one, two]) {
        expect((await caseOf(app, id)).complaint.assigneeId).toBe(assigneeId)
        const history = await app
          .as('chair')
          .call('complaints.history', { id, before: null, limit: 5 })
        expect(history.map(({ action }) => action)).toContain('complaint.assigned')
      }
      const again = { ids: [one.id], assigneeId }
      expect(await app.as('chair').call('complaints.assignMany', again)).toEqual({
        assigned: 0,
        left: 1,
      })
    })

    it('change hands all or none', async () => {
      const { id } = await takeComplaint(app)
      const ids = [id, '0198a3c0-0000-7000-8000-00000000dead']
      const error = await app
        .as('chair')
        .refused('complaints.assignMany', { ids, assigneeId: app.ids.investigator })
      expect(error.code).toBe('NOT_FOUND')
      expect((await caseOf(app, id)).complaint.assigneeId).toBeNull()
    })

    it('leave as a file with the columns asked for, only those chosen', async () => {
      const one = await takeComplaint(app, { subject: '=HYPERLINK("http://x")' })
      await takeComplaint(app)
      const { ticket, rows, fileName } = await app.as('chair').call('complaints.exportList', {
        ...{ filter: { scope: 'all' }, order: DUE, ids: [one.id] },
        ...{ columns: ['subject', 'code'], format: 'csv', language: 'vi' },
      })
      expect({ rows, fileName }).toEqual({
        rows: 1,
        fileName: 'Danh sách khiếu nại 2026-11-22.csv',
      })
      const { bytes } = await downloaded(app, ticket)
      expect(new TextDecoder().decode(bytes)).toBe(
        `Nội dung,Mã\r\n"'=HYPERLINK(""http://x"")",${one.code}\r\n`,
      )
      const input: InputOf<'complaints.exportList'> = {
        filter: { scope: 'all' },
        order: DUE,
        ids: null,
        columns: ['code'],
        format: 'csv',
        language: 'vi',
      }
      expect((await app.as('intake').refused('complaints.exportList', input)).code).toBe(
        'FORBIDDEN',
      )
    })
  })

  describe('figures', () => {
    it('count what was received, answered and is under way, and whose it is', async () => {
      const { complaint } = await answeredComplaint(app)
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
      expect(hourClocks.map(({ complaintId }) => complaintId)).toEqual([soon.id, late.id])
      expect((await app.as('intake').refused('figures.today', {})).code).toBe('FORBIDDEN')
    })
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
      await app.as('investigator').call('reminders.markTold', told)
      expect(await pending('investigator')).toMatchObject({
        ...{ reminders: [], waiting: reminders, firstToday: false },
      })
      await app.as('investigator').call('reminders.markTold', { until, waiting: [] })
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

  it('a calendar names duty and code, and nobody', async () => {
    const { id, code, complainant } = await takeComplaint(app)
    const { ticket, fileName } = await app.as('intake').call('deadlines.calendar', {
      ...{ complaintId: id, language: 'vi' },
    })
    expect(fileName).toBe(`${code}.ics`)
    const text = new TextDecoder().decode((await downloaded(app, ticket, 'intake')).bytes)
    const unfolded = text.replaceAll(/\r\n[ \t]/gu, '')
    expect(unfolded).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/u)
    expect(unfolded).toContain(`SUMMARY:${code}: Phản hồi kết quả giải quyết khiếu nại`)
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20261222')
    expect(unfolded).toContain('DTEND;VALUE=DATE:20261223')
    expect(unfolded).not.toContain(complainant.fullName)
  })
})
