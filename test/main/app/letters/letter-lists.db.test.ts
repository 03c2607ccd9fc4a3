import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Letter,
  type LetterCursor,
  type LetterSummary,
  WAITING_STANDINGS,
} from '#core/letters/model.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { ENGINES, PERSON_KEYS, startBoard, type TestApp } from '#test/setup/app.ts'
import {
  approve,
  caseOf,
  dispatch,
  readyComplaint,
  submit,
  takeComplaint,
} from '#test/setup/case.ts'
import { recordBreach } from './fixtures/letter-rows.ts'
import { draftOf, signInAll, STAND_IN, toIssued } from '#test/setup/letters.ts'

type Filter = InputOf<'letters.list'>['filter']
type Name =
  | 'draft'
  | 'submitted'
  | 'approved'
  | 'issued'
  | 'dispatched'
  | 'struck'
  | 'replaced'
  | 'correcting'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  /** One letter for everything that can be said of one. */
  const letters = new Map<Name, Letter>()
  const letter = (name: Name): Letter => {
    const found = letters.get(name)
    if (found === undefined) throw new Error(`no ${name}`)
    return found
  }
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    const acknowledgement = async (): Promise<Letter> => {
      const { id } = await takeComplaint(app)
      app.clock.forward(1)
      return draftOf(app, id, 'L1', { variant: 'received' })
    }
    letters.set('draft', await acknowledgement())
    letters.set('submitted', await submit(app, await acknowledgement()))
    letters.set('approved', await approve(app, await submit(app, await acknowledgement())))
    letters.set('issued', await toIssued(app, await acknowledgement()))
    letters.set('dispatched', await toIssued(app, await acknowledgement()))
    app.clock.set('2026-11-25T02:00:00.000Z')
    await signInAll(app)
    await dispatch(app, { ...letter('dispatched'), issuedOn: '2026-11-25' })
    await dispatch(app, letter('dispatched'))
    letters.set('struck', await toIssued(app, await acknowledgement()))
    const { id, version } = await dispatch(app, letter('struck'))
    await app.as('chair').call('letters.strikeDispatch', { id, version, reason: 'Ghi nhầm.' })
    const complaint = await readyComplaint(app)
    app.clock.forward(1)
    letters.set('replaced', await toIssued(app, await draftOf(app, complaint.id, 'L4')))
    app.clock.forward(1)
    const replacesId = letter('replaced').id
    letters.set(
      'correcting',
      await draftOf(app, complaint.id, 'L4', { replacesId, language: 'en' }),
    )
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  const list = (filter: Filter, more: Partial<InputOf<'letters.list'>> = {}) =>
    app.as('chair').call('letters.list', { filter, after: null, limit: 100, ...more })
  const names = async (filter: Filter): Promise<readonly (string | undefined)[]> => {
    const byId = new Map([...letters].map(([name, { id }]) => [id, name]))
    return (await list(filter)).map(({ id }) => byId.get(id))
  }
  const rowOf = async (name: Name): Promise<LetterSummary | undefined> =>
    (await list({ ids: [letter(name).id] }))[0]

  it('a row says what the letter is, of which case, and when it left', async () => {
    const { complaint } = await caseOf(app, letter('dispatched').complaintId)
    const { id, createdAt, issuedAt, number } = letter('dispatched')
    expect(await rowOf('dispatched')).toEqual({
      ...{ id, createdAt, number, kind: 'L1', variant: 'received', language: 'vi' },
      ...{ latestAt: issuedAt, submittedAt: letter('dispatched').submittedAt },
      ...{ dueOn: complaint.dueOn, targetOn: complaint.targetOn },
      ...{ dueAt: complaint.dueAt, dueRule: complaint.dueRule },
      ...{ complaintId: complaint.id, complaintCode: complaint.code, subject: complaint.subject },
      ...{ complainantName: 'Đỗ Thị Hoà', identity: 'clear' },
      ...{ state: 'issued', authorId: app.ids.investigator },
      // Two records: the first day counts, whichever was put down first.
      ...{ issuedOn: '2026-11-22', dispatchedOn: '2026-11-22', replaced: false },
    })
    expect(await rowOf('struck')).toMatchObject({ state: 'issued', dispatchedOn: null })
    expect(await rowOf('draft')).toMatchObject({ number: null, issuedOn: null, dispatchedOn: null })
  })

  it.each<[string, () => Filter, readonly Name[]]>([
    [
      'nothing',
      () => ({}),
      [
        ...(['correcting', 'replaced', 'struck', 'dispatched'] as const),
        ...(['issued', 'approved', 'submitted', 'draft'] as const),
      ],
    ],
    ['drafts', () => ({ standings: ['draft'] }), ['correcting', 'draft']],
    ['what waits for a second person', () => ({ standings: ['submitted'] }), ['submitted']],
    ['what waits for its number', () => ({ standings: ['approved'] }), ['approved']],
    ['what waits to be sent', () => ({ standings: ['issued'] }), ['replaced', 'struck', 'issued']],
    ['what left', () => ({ standings: ['dispatched'] }), ['dispatched']],
    [
      'all issued',
      () => ({ standings: ['issued', 'dispatched'] }),
      ['replaced', 'struck', 'dispatched', 'issued'],
    ],
    [
      'several at once',
      () => ({ standings: ['draft', 'approved', 'dispatched'] }),
      ['correcting', 'dispatched', 'approved', 'draft'],
    ],
    ['a kind', () => ({ kinds: ['L4'] }), ['correcting', 'replaced']],
    ['kinds there is none of', () => ({ kinds: ['L2', 'L9'] }), []],
    ['a first day', () => ({ issuedFrom: '2026-11-23' }), ['replaced', 'struck']],
    ['a last day', () => ({ issuedTo: '2026-11-22' }), ['dispatched', 'issued']],
    [
      'both, that day',
      () => ({ issuedFrom: '2026-11-25', issuedTo: '2026-11-25' }),
      ['replaced', 'struck'],
    ],
    [
      'all of these',
      () => ({ kinds: ['L1'], standings: ['issued'], issuedFrom: '2026-11-25' }),
      ['struck'],
    ],
    ['names', () => ({ ids: [letter('draft').id, letter('struck').id] }), ['struck', 'draft']],
  ])('narrowed by %s', async (_what, filter, expected) => {
    expect(await names(filter())).toEqual(expected)
    const issued = new Set<Name>(['issued', 'dispatched', 'struck', 'replaced'])
    // What an archive would hold: issued letters alone.
    expect(await app.as('intake').call('letters.count', { filter: filter() })).toMatchObject({
      letters: expected.filter((name) => issued.has(name)).length,
    })
  })

  it('in pages: each letter once, the newest first', async () => {
    const seen: string[] = []
    let after: LetterCursor | null = null
    for (;;) {
      const page: readonly LetterSummary[] = await list({}, { limit: 3, after })
      seen.push(...page.map(({ id }) => id))
      const last = page.at(-1)
      if (last === undefined || page.length < 3) break
      after = { id: last.id, latestAt: last.latestAt }
    }
    expect(seen).toEqual((await list({})).map(({ id }) => id))
    expect(new Set(seen).size).toBe(letters.size)
    const moments = (await list({})).map(({ latestAt }) => latestAt)
    expect(moments).toEqual(moments.toSorted().toReversed())
  })

  it('tells a letter replaced once its correction is issued, not before', async () => {
    expect(await rowOf('replaced')).toMatchObject({ replaced: false })
    await toIssued(app, letter('correcting'))
    expect(await rowOf('replaced')).toMatchObject({ replaced: true })
    expect(await rowOf('correcting')).toMatchObject({ replaced: false, language: 'en', kind: 'L4' })
  })

  it('a case is found by the number of its letter once it has one', async () => {
    const { number, complaintId } = letter('replaced')
    const search = (number ?? '').toLowerCase()
    const input = { filter: { scope: 'all', search }, after: null, limit: 50 } as const
    const { items } = await app.as('intake').call('complaints.list', input)
    expect(items.map(({ id }) => id)).toEqual([complaintId])
  })

  it('is for everybody who reads letters, and asks for nothing out of bounds', async () => {
    for (const key of PERSON_KEYS) {
      expect(
        (await app.as(key).call('letters.list', { filter: {}, after: null, limit: 1 })).length,
      ).toBe(1)
    }
    for (const filter of [
      { standings: [] },
      { kinds: ['L0'] },
      { ids: ['x'] },
      { issuedTo: '2026-02-30' },
    ]) {
      expect(await app.as('chair').askRaw('letters.count', { filter })).toMatchObject({
        error: { code: 'INVALID_INPUT' },
      })
    }
  })

  it('says beside its tabs how many letters of a kind wait at each step, as many as its list has', async () => {
    for (const kinds of [undefined, ['L4' as const], ['L9' as const]]) {
      const { waiting } = await app.as('chair').call('letters.count', { filter: { kinds } })
      for (const standing of WAITING_STANDINGS) {
        const shown = await list({ kinds, standings: [standing] })
        expect(waiting[standing], `${standing} of ${String(kinds)}`).toBe(shown.length)
      }
      if (kinds === undefined) expect(Object.values(waiting)).not.toContain(0)
    }
  })

  it('what is made for the file or handed over at once does not wait to be sent, and may be', async () => {
    const { id } = await takeComplaint(app)
    await recordBreach(app, id)
    const sheet = await app.as('intake').call('letters.sheet', { complaintId: id, language: 'vi' })
    const record = await toIssued(app, await draftOf(app, id, 'L7', { variant: 'record' }))
    const form = await toIssued(app, await draftOf(app, id, 'L7', { variant: 'form-08' }))
    const ids = async (filter: Filter) => (await list(filter)).map((row) => row.id)
    const waiting = await ids({ standings: ['issued'] })
    expect([sheet, record, form].map((each) => waiting.includes(each.id))).toEqual([
      ...[false, false, true],
    ])
    const all = await ids({ standings: ['issued', 'dispatched'] })
    expect([sheet, record].every((each) => all.includes(each.id))).toBe(true)
    await dispatch(app, record)
    expect(await ids({ standings: ['dispatched'] })).toContain(record.id)
  })
})
