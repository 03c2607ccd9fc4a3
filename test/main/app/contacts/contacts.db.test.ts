/** The contact log of a case: who reads and finds it, whom it names, and what it never does. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addHours } from '#core/kernel/calendar.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { ENGINES, START, startBoard, type PersonKey, type TestApp } from '#test/setup/app.ts'
import { caseOf, readyComplaint, takeComplaint } from '#test/setup/case.ts'
import { prove } from '#test/setup/proofs.ts'
import { draftOf } from '#test/setup/letters.ts'
import { name } from '../conflicts/fixtures/secret-case.ts'

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

  const entry = (
    complaintId: string,
    changes: Partial<InputOf<'contacts.save'>> = {},
  ): InputOf<'contacts.save'> => ({
    ...{ complaintId, id: null, version: 0, kind: 'call', direction: 'in' },
    ...{ happenedAt: app.clock.now(), spokenBy: app.ids.intake, contact: '0987 555 123' },
    ...{ body: 'Hỏi bao giờ xong, giọng rất wombat', mentions: [], withdrawn: null },
    ...changes,
  })
  const note = { kind: 'note', direction: null, contact: null } as const
  const found = async (by: PersonKey, search: string): Promise<number> => {
    const filter = { scope: 'all', search } as const
    return (await app.as(by).call('complaints.list', { filter, after: null, limit: 9 })).items
      .length
  }
  const mentionsOf = async (by: PersonKey): Promise<readonly string[]> =>
    (await app.as(by).call('contacts.mentions', {})).map((each) => each.id)

  it('a call is read, found by its words and its number, and on record', async () => {
    const { id } = await takeComplaint(app)
    const intake = app.as('intake')
    const stored = await intake.call('contacts.save', entry(id))
    app.clock.forward(1)
    const later = await intake.call('contacts.save', {
      ...entry(id, { ...note, body: 'Đã báo numbat', mentions: [] }),
    })
    expect((await caseOf(app, id)).log).toEqual([stored, later])
    for (const search of ['giong rat WOMBAT', '0987.555.123', '+84 987 555 123', 'da bao numbat']) {
      expect(await found('intake', search), search).toBe(1)
    }
    // Whoever may not read contacts neither reads the number nor finds by it.
    expect((await caseOf(app, id, 'auditor')).log[0]?.contact).toBe('********123')
    expect([await found('auditor', '0987555123'), await found('auditor', 'wombat')]).toEqual([0, 1])
    const matches = await intake.call('complaints.matches', { ids: [id], search: 'wombat' })
    expect(matches).toMatchObject([{ source: 'log', word: 'wombat' }])
    for (const [by, number] of [
      ['chair', '0987 555 123'],
      ['auditor', '***'],
    ] as const) {
      const history = await app.as(by).call('complaints.history', {
        ...{ id, entityId: stored.id, before: null, limit: 9 },
      })
      expect(history).toMatchObject([{ action: 'contact.logged' }])
      expect(history[0]?.changes).toContainEqual({ field: 'contact', from: null, to: number })
    }
  })

  it('stops no clock, moves no stage, and stands in no letter', async () => {
    const { id } = await readyComplaint(app)
    const draft = await draftOf(app, id, 'L4')
    const before = await caseOf(app, id)
    app.clock.forward(5)
    await app.as('intake').call('contacts.save', entry(id, { direction: 'out' }))
    await app.as('intake').call('contacts.save', entry(id, { ...note, body: 'wombat' }))
    const { log, ...after } = await caseOf(app, id)
    expect(log).toHaveLength(2)
    expect({ ...after, log: [] }).toEqual(before)
    const anew = await app.as('investigator').call('letters.recompose', {
      ...{ id: draft.id, version: draft.version, part: null },
    })
    expect(anew.parts).toEqual(draft.parts)
    expect(JSON.stringify(anew)).not.toContain('wombat')
  })

  it('is corrected and taken back by its author alone, and stays to be read', async () => {
    const { id } = await takeComplaint(app)
    const intake = app.as('intake')
    const first = await intake.call('contacts.save', entry(id))
    const change = entry(id, { id: first.id, version: 1, body: 'Hỏi ngày trả lời' })
    const codes = async (by: PersonKey, input: InputOf<'contacts.save'>) => {
      const { code, issues } = await app.as(by).refused('contacts.save', input)
      return [code, issues?.[0]?.code]
    }
    expect(await codes('chair', change)).toEqual(['NOT_ALLOWED', 'ENTRY_OF_ANOTHER'])
    app.clock.forward(2)
    const second = await intake.call('contacts.save', change)
    expect(second).toMatchObject({
      version: 2,
      body: 'Hỏi ngày trả lời',
      changedAt: app.clock.now(),
    })
    expect(await codes('intake', change)).toEqual(['CONFLICT', 'STALE_VERSION'])
    const back = { ...change, version: 2, body: 'Không đổi được', withdrawn: 'Ghi nhầm hồ sơ' }
    expect(await intake.call('contacts.save', back)).toMatchObject({
      ...{ body: 'Hỏi ngày trả lời', withdrawnReason: 'Ghi nhầm hồ sơ' },
    })
    expect(await codes('intake', { ...change, version: 3 })).toEqual([
      ...['NOT_ALLOWED', 'ENTRY_WITHDRAWN'],
    ])
    const long = addHours(app.clock.now(), -24 * 40)
    expect(await codes('intake', entry(id, { happenedAt: long }))).toEqual([
      ...['INVALID_INPUT', 'SAID_LONG_BEFORE_RECEIPT'],
    ])
    expect((await app.as('auditor').refused('contacts.save', entry(id))).code).toBe('FORBIDDEN')
  })

  it('waits for whom it names until they have read it', async () => {
    const { id } = await takeComplaint(app)
    const { intake: clerk, deputy, investigator, auditor } = app.ids
    const named = entry(id, { ...note, mentions: [deputy, investigator, clerk, deputy] })
    const put = await app.as('intake').call('contacts.save', named)
    expect([put.mentions, put.unread]).toEqual([
      [deputy, investigator],
      [deputy, investigator],
    ])
    expect(await mentionsOf('deputy')).toEqual([put.id])
    expect(await mentionsOf('chair')).toEqual([])
    const read = await app.as('deputy').call('contacts.markRead', { id: put.id })
    expect([read.unread, await mentionsOf('deputy')]).toEqual([[investigator], []])
    const again = await app.as('deputy').refused('contacts.markRead', { id: put.id })
    expect(again.issues).toEqual([{ path: '', code: 'NOT_MENTIONED' }])
    // A correction does not ask again who has read it.
    const { version } = await app.as('intake').call('contacts.save', {
      ...{ ...named, id: put.id, version: read.version, body: 'Khác' },
    })
    expect([await mentionsOf('deputy'), await mentionsOf('investigator')]).toEqual([[], [put.id]])
    await app.as('intake').call('contacts.save', {
      ...{ ...named, id: put.id, version, withdrawn: 'Nhầm' },
    })
    expect(await mentionsOf('investigator')).toEqual([])

    await prove(app, 'chair')
    await name(app, id, 'investigator')
    for (const [who, code] of [
      [auditor, 'PERSON_READS_ONLY'],
      [investigator, 'PERSON_CONCERNED'],
      [crypto.randomUUID(), 'PERSON_UNKNOWN'],
    ] as const) {
      const refused = await app.as('intake').refused('contacts.save', {
        ...entry(id, { ...note, mentions: [who] }),
      })
      expect(refused.issues).toEqual([{ path: 'mentions', code }])
    }
  })
})
