import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import { ENGINES, startBoard, type Caller, type TestApp } from '#test/setup/app.ts'
import { caseOf, endInWriting, takeComplaint } from '#test/setup/case.ts'
import { downloaded, signInAll } from '#test/setup/letters.ts'

/** How many of these are theirs, as somebody at another window sees it. */
async function given(other: Caller, ids: readonly string[], assigneeId: string): Promise<number> {
  const { items } = await other.call('complaints.list', {
    ...{ filter: { scope: 'all' }, order: DUE, after: null, limit: 50 },
  })
  return items.filter((each) => ids.includes(each.id) && each.assigneeId === assigneeId).length
}

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

  describe('many at once', () => {
    it('change hands together, each on record; what is over stays as it is', async () => {
      const [one, two, over] = [
        await takeComplaint(app),
        await takeComplaint(app),
        await takeComplaint(app),
      ]
      await endInWriting(app, over.id)
      const ids = [one.id, two.id, over.id, one.id]
      const assigneeId = app.ids.investigator
      expect(await app.as('chair').call('complaints.assignMany', { ids, assigneeId })).toEqual({
        ...{ assigned: 2, left: 1 },
        ...{ rest: [], stopped: null },
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
        ...{ assigned: 0, left: 1 },
        ...{ rest: [], stopped: null },
      })
    })

    it('change hands a slice after the other: who comes between two is served, and what is cut short goes on', async () => {
      const ids: string[] = []
      for (let each = 0; each < 5; each += 1) ids.push((await takeComplaint(app)).id)
      ids.sort()
      const assigneeId = app.ids.investigator
      // A clock by which each case takes 25 milliseconds: two of them fill a slice.
      let now = 0
      // The clocks are looked at after the opening too, in turns of their own.
      let giving = false
      const seen: number[] = []
      const others = app.as('intake')
      await app.restart({
        pace: {
          now: () => (now += 25),
          async giveWay() {
            if (!giving) return
            seen.push(await given(others, ids, assigneeId))
            // Whoever gives them away is gone before the last slice.
            if (seen.length === 2) await app.as('chair').closeWindow()
          },
        },
      })
      await signInAll(app)
      giving = true
      const cut = await app.as('chair').call('complaints.assignMany', { ids, assigneeId })
      expect(seen).toEqual([2, 4])
      expect(cut).toEqual({
        ...{ assigned: 4, left: 0 },
        ...{ rest: ids.slice(4), stopped: 'UNAUTHENTICATED' },
      })
      await app.signIn('chair')
      const rest = { ids: [...cut.rest], assigneeId }
      expect(await app.as('chair').call('complaints.assignMany', rest)).toMatchObject({
        ...{ assigned: 1, rest: [] },
      })
      expect(await given(others, ids, assigneeId)).toBe(5)
      await app.restart()
      await signInAll(app)
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
        `Tóm tắt,Mã\r\n"'=HYPERLINK(""http://x"")",${one.code}\r\n`,
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
})
