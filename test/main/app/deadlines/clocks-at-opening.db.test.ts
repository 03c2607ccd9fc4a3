import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { dataPaths } from '#main/common/files/data-paths.ts'
import { ENGINES, PERSON_KEYS, startBoard, type TestApp } from '#test/setup/app.ts'
import { boardSettings, caseOf, takeComplaint } from '#test/setup/case.ts'
import { eventually } from '#test/setup/eventually.ts'
import { signInAll } from '#test/setup/letters.ts'
import { withSqlite } from '#test/setup/stores.ts'
import { databaseKeyOf } from '../retention/fixtures/dump.ts'

/** As an earlier program would have left them, by holidays that were decided otherwise since. */
const STALE = `UPDATE deadline SET legal_end = '2026-12-20', target = '2026-12-18',
  ends_at = '2026-12-20T17:00:00.000Z' WHERE rule = 'T-POL-30'`

describe.each(ENGINES)('clocks an earlier program stored, on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  async function sql(statement: string): Promise<void> {
    if (app.databaseUrl === undefined) {
      const key = await databaseKeyOf(app.dataDir)
      withSqlite(dataPaths(app.dataDir).database, key, (handle) => void handle.exec(statement))
      return
    }
    const client = new pg.Client({ connectionString: app.databaseUrl })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  const promiseOf = async (id: string) =>
    (await caseOf(app, id)).deadlines.find(({ rule }) => rule === 'T-POL-30')
  const movesOf = async (id: string) => {
    const history = await app.as('chair').call('complaints.history', {
      ...{ id, before: null, limit: 50 },
    })
    return history.filter(({ action }) => action === 'deadline.recomputed')
  }

  it('are worked out anew when it is opened, on record by the program', async () => {
    // Two clocks each: more than are looked at together.
    const ids: string[] = []
    for (let each = 0; each < 18; each += 1) ids.push((await takeComplaint(app)).id)
    await app.close()
    await sql(STALE)
    await app.restart()
    const before = app.events.length
    await signInAll(app)
    const told = () =>
      app.events.slice(before).flatMap(({ event }) => (event.type === 'changed' ? [event.id] : []))
    await eventually(() => {
      expect(told()).toEqual(expect.arrayContaining(ids))
    })
    for (const id of ids) {
      expect(await promiseOf(id)).toMatchObject({
        ...{ legalEnd: '2026-12-22', endsAt: '2026-12-22T17:00:00.000Z' },
      })
    }
    const moves = await movesOf(ids[0] ?? '')
    expect(moves).toMatchObject([{ personId: null }])
    expect(moves[0]?.changes).toContainEqual({
      ...{ field: 'legalEnd', from: '2026-12-20', to: '2026-12-22' },
    })
    expect(await app.as('auditor').call('audit.verify', {})).toMatchObject({ brokenAt: null })
  })

  it('follow days off a slice after the other, and a case not come to has its new days already', async () => {
    const ids: string[] = []
    for (let each = 0; each < 36; each += 1) ids.push((await takeComplaint(app)).id)
    /** Of all cases there are: in which order they come to their turn is not said. */
    const stored = async () => {
      const events = await app.as('auditor').call('audit.list', {
        ...{ personId: null, before: null, limit: 100 },
      })
      return events.filter(
        ({ action, changes }) =>
          action === 'deadline.recomputed' &&
          changes.some(({ field, to }) => field === 'legalEnd' && to === '2026-12-23'),
      ).length
    }
    const read = async () => {
      const days = await Promise.all(ids.map(async (id) => (await promiseOf(id))?.legalEnd))
      return days.filter((day) => day === '2026-12-23').length
    }
    const movedTo = async (cases: readonly string[]) => {
      const moves = await Promise.all(cases.map(movesOf))
      // Each on record once.
      return moves.filter(
        (each) =>
          each.filter(({ changes }) =>
            changes.some(({ field, to }) => field === 'legalEnd' && to === '2026-12-23'),
          ).length === 1,
      ).length
    }
    const moved: number[] = []
    let turns = 0
    let isHeard = false
    await app.close()
    await app.restart({
      pace: {
        now: () => 0,
        async giveWay() {
          if (!isHeard) return
          turns += 1
          moved.push(await stored())
          expect(await read()).toBe(ids.length)
          // Everybody leaves in the middle: what was saved stays, and the rest comes at the next opening.
          if (turns === 2) {
            isHeard = false
            for (const key of PERSON_KEYS) await app.as(key).closeWindow()
          }
        },
      },
    })
    await signInAll(app)
    const settings = await boardSettings(app)
    const holiday = {
      date: '2026-12-22',
      name: { vi: 'Nghỉ của công ty', en: 'Company holiday' },
      kind: 'company',
      status: 'issued',
      source: 'Quyết định 01',
    } as const
    isHeard = true
    const saved = await app.as('chair').call('settings.save', { ...settings, holidays: [holiday] })
    expect(moved).toHaveLength(2)
    expect(moved[0]).toBeGreaterThan(0)
    expect(moved[0]).toBeLessThan(moved[1] ?? 0)
    expect(saved.recounted).toBe(moved[1])
    await app.restart()
    await signInAll(app)
    await eventually(async () => {
      expect(await movedTo(ids)).toBe(ids.length)
    })
    expect(await app.as('auditor').call('audit.verify', {})).toMatchObject({ brokenAt: null })
    await app.as('chair').call('settings.save', { ...(await boardSettings(app)), holidays: [] })
    expect(await promiseOf(ids[0] ?? '')).toMatchObject({ legalEnd: '2026-12-22' })
  })

  it('are left alone where nothing changed', async () => {
    const { id, version } = await takeComplaint(app)
    // A Saturday that a court set: no count of days would come to it.
    await app.as('chair').call('complaints.setAuthority', {
      ...{ id, version },
      authority: {
        ...{ kind: 'court', name: 'Tòa án nhân dân khu vực 1', number: '', issuedOn: null },
        ...{ officer: '', dueOn: '2026-12-19', answeredOn: null, decisionId: null, ownCase: null },
      },
    })
    const { id: last } = await takeComplaint(app)
    await app.close()
    await sql(`${STALE} AND complaint_id = '${last}'`)
    await app.restart()
    await signInAll(app)
    // Once the stale one was moved, every clock has been looked at.
    await eventually(async () => {
      expect(await movesOf(last)).toHaveLength(1)
    })
    expect(await movesOf(id)).toEqual([])
    const { deadlines } = await caseOf(app, id)
    const set = deadlines.find(({ rule }) => rule === 'T-AUTH')
    expect(set).toMatchObject({ legalEnd: '2026-12-19', endsAt: '2026-12-19T17:00:00.000Z' })
  })
})
