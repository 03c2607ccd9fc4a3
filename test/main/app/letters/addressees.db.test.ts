import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { portionsOfList, type Added } from '#core/letters/addressees.ts'
import type { Letter } from '#core/letters/model.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { breachFacts, caseOf, planRemedy, takeComplaint } from '#test/setup/case.ts'
import {
  codesOf,
  downloaded,
  draftOf,
  setParticulars,
  signInAll,
  STAND_IN,
  toIssued,
  verifyFile,
} from '#test/setup/letters.ts'
import { unzip } from '#test/main/exports/archive-tools.ts'
import { recordBreach } from './fixtures/letter-rows.ts'

const BAD = 'Khách không địa chỉ'
const lines = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, at) => {
    const n = String(from + at)
    return `Khách Hàng ${n}; ${n} Lê Lợi, Đà Nẵng; k${n}@vi.du`
  }).join('\n')

describe.each(ENGINES)('a notice to a list, on %s', (engine) => {
  let app: TestApp
  let id: string
  let letter: Letter
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    ;({ id } = await takeComplaint(app))
    await recordBreach(app, id)
    const { breach } = await caseOf(app, id)
    if (breach === null) throw new Error('no violation')
    await app.as('investigator').call('breach.save', {
      ...{ ...breachFacts(breach), sensitive: true, dataItems: ['phone'] },
      ...{ happened: 'Lộ tệp', consequence: 'Bị gọi quảng cáo' },
    })
    await planRemedy(app, id)
    const draft = await draftOf(app, id, 'L6', { variant: 'listed' })
    letter = await toIssued(app, draft)
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  const add = (text: string, insteadOf: readonly string[] = [], firstLine = 1) =>
    app.as('investigator').call('letters.addAddressees', {
      ...{ id: letter.id, text, firstLine, insteadOf: [...insteadOf] },
    })
  const page = (only: 'usable' | 'unusable' | null = null, after = 0) =>
    app.as('chair').call('letters.addressees', { id: letter.id, after, limit: 100, only })
  const send = (ids: readonly string[] | null, sentOn = '2026-11-22') =>
    app.as('intake').call('letters.sendToAddressees', {
      ...{ id: letter.id, ids: ids === null ? null : [...ids], channel: 'post', sentOn },
    })
  const clock = async () =>
    (await caseOf(app, id)).deadlines.find(({ rule }) => rule === 'T-BR-SUBJ')

  it('begins with what is on record of the violation', () => {
    expect(letter.particulars).toMatchObject({
      ...{ happened: 'Lộ tệp', consequence: 'Bị gọi quảng cáo', happenedOn: null },
    })
  })

  it('takes 1,970 people, and keeps 30 lines with their numbers and reasons', async () => {
    const text = [
      lines(1, 1_000),
      ...Array.from({ length: 30 }, (_, at) => `${BAD} ${String(at)}`),
      lines(1_001, 1_970),
    ].join('\n')
    const counts: Added[] = []
    // As the window sends it: a portion at a time, with others' work in between.
    for (const portion of portionsOfList(text)) {
      counts.push(await add(portion.text, [], portion.firstLine))
      await app.as('intake').call('complaints.counts', {})
    }
    expect(counts.map(({ added, unusable }) => [added, unusable])).toEqual([
      ...[
        [500, 0],
        [500, 0],
        [470, 30],
        [500, 0],
      ],
    ])
    const { items, tally } = await page('unusable')
    expect(tally).toMatchObject({ usable: 1_970, sent: 0, unusable: 30 })
    expect(items.map(({ lineNumber }) => lineNumber)).toEqual(
      Array.from({ length: 30 }, (_, at) => 1_001 + at),
    )
    expect(items[0]).toMatchObject({ problem: 'NO_WAY_TO_REACH', line: `${BAD} 0` })
  })

  it('does not take the same people twice', async () => {
    expect(await add(lines(5, 6))).toEqual({ added: 0, unusable: 2, removed: 0 })
    const twice = (await page('unusable')).items.slice(30).map((row) => row.id)
    expect(await add('', twice)).toEqual({ added: 0, unusable: 0, removed: 2 })
  })

  it('makes a copy for each of a portion, by which a customer can be answered that it is genuine', async () => {
    const { items } = await page('usable', 1_950)
    const after = (items.at(-1)?.place ?? 0) - 3
    const made = await app.as('investigator').call('letters.packAddressees', {
      ...{ job: crypto.randomUUID(), id: letter.id, after },
    })
    expect(made.letters).toBe(3)
    const file = await downloaded(app, made.ticket, 'investigator')
    const entries = await unzip(file.bytes)
    const [first] = entries
    expect(entries.map(({ entry }) => entry.fileName)).toContain('SHA256SUMS')
    expect(first?.entry.fileName).toContain('Khách Hàng 1968')
    expect(await verifyFile(app, first?.content ?? new Uint8Array())).toMatchObject({
      result: 'genuine',
      letter: { number: letter.number },
    })
  })

  it('makes nobody wait: what others ask is answered between two copies', async () => {
    const { items } = await page('usable', 1_900)
    const [first] = items
    const job = crypto.randomUUID()
    const progress = () =>
      app.events.flatMap(({ event }) =>
        event.type === 'progress' && event.job === job ? [event.done] : [],
      )
    const begun = app.nextEvent(
      (event) => event.type === 'progress' && event.job === job && event.done === 1,
    )
    const making = app.as('investigator').call('letters.packAddressees', {
      ...{ job, id: letter.id, after: first?.place ?? 0 },
    })
    await begun
    await app.as('intake').call('complaints.counts', {})
    const made = progress().at(-1)
    const { letters } = await making
    expect(letters).toBe(items.length - 1)
    expect(made).toBeLessThan(letters)
    expect(progress().at(-1)).toBe(letters)
  })

  it('is sent to some, to the rest, and only then as a whole', async () => {
    const { items } = await page('usable')
    const [first] = items
    if (first === undefined) throw new Error('nobody')
    expect(codesOf(await refusedDispatch())).toEqual(['LETTER_TO_A_LIST'])
    // Whom the issued letter names is owed it: nobody is left out to stop its clock, but a name is put right.
    expect(
      codesOf(
        await app.as('investigator').refused('letters.addAddressees', {
          ...{ id: letter.id, text: '', insteadOf: [first.id] },
        }),
      ),
    ).toEqual(['ADDRESSEE_LEFT_OUT'])
    expect(await add('Khách Hàng Một; 1 Lê Lợi, Đà Nẵng', [first.id])).toMatchObject({ removed: 1 })
    const [corrected] = (await page('usable', 1_990)).items
    if (corrected === undefined) throw new Error('nobody')
    expect(await send([corrected.id])).toMatchObject({ sent: 1 })
    expect(await clock()).toMatchObject({ state: 'running' })
    const unsent = await app.as('chair').call('letters.unsendAddressees', {
      ...{ id: letter.id, ids: [corrected.id], reason: 'Ghi nhầm' },
    })
    expect(unsent).toMatchObject({ sent: 0 })
    expect(await send(null)).toMatchObject({ sent: 1_970, unusable: 30 })
    // Thirty lines wait to be put right: not everybody was told.
    expect(await clock()).toMatchObject({ state: 'running' })
    const wrong = (await page('unusable')).items
    const fixed = wrong.slice(1).map((row) => `${row.line}; 9 Huế`)
    expect(
      await add(
        fixed.join('\n'),
        wrong.map((row) => row.id),
      ),
    ).toMatchObject({ added: 29 })
    app.clock.set('2026-11-27T02:00:00.000Z')
    await signInAll(app)
    const late = { lateReason: 'staff', lateExplanation: 'Thiếu người gửi' } as const
    const last = { id: letter.id, ids: null, channel: 'post', sentOn: '2026-11-27' } as const
    // After the 72 hours it says why, as every letter that leaves late.
    expect(codesOf(await app.as('intake').refused('letters.sendToAddressees', last))).toEqual([
      'LATE_WITHOUT_REASON',
    ])
    await app.as('intake').call('letters.sendToAddressees', { ...last, ...late })
    const file = await caseOf(app, id)
    expect(file.dispatches).toMatchObject([{ letterId: letter.id, sentOn: '2026-11-27', ...late }])
    expect(await clock()).toMatchObject({ state: 'missed' })
    expect(
      codesOf(
        await app.as('investigator').refused('letters.addAddressees', {
          ...{ id: letter.id, text: 'Ai Đó; 1 Huế', insteadOf: [] },
        }),
      ),
    ).toEqual(['LIST_SENT'])
  })

  it('has names in no entry of the journal', async () => {
    const events = await app.as('chair').call('complaints.history', {
      ...{ id, before: null, limit: 100 },
    })
    expect(JSON.stringify(events)).not.toContain('Khách')
  })

  it('may be public instead: published, where and when', async () => {
    const draft = await draftOf(app, id, 'L6', { variant: 'public' })
    const issued = await toIssued(app, draft)
    const dispatch = (channel: 'post' | 'published', trackingNumber: string | null) =>
      app.as('intake').ask('letters.dispatch', {
        ...{ letterId: issued.id, channel, sentOn: issued.issuedOn ?? '', trackingNumber },
        evidenceId: null,
      })
    expect((await dispatch('post', null)).ok).toBe(false)
    expect((await dispatch('published', null)).ok).toBe(false)
    expect((await dispatch('published', 'https://ledu.vn/thong-bao')).ok).toBe(true)
  })

  it('takes no list for a letter to one person', async () => {
    const one = await setParticulars(app, await draftOf(app, id, 'L6', { variant: 'affected' }), {})
    const refused = await app.as('investigator').refused('letters.addAddressees', {
      ...{ id: one.id, text: lines(1, 2), insteadOf: [] },
    })
    expect(codesOf(refused)).toEqual(['LETTER_HAS_NO_LIST'])
  })

  function refusedDispatch() {
    return app.as('intake').refused('letters.dispatch', {
      ...{ letterId: letter.id, channel: 'post', sentOn: letter.issuedOn ?? '' },
      ...{ trackingNumber: null, evidenceId: null },
    })
  }
})
