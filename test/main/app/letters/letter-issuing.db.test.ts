import { createHash } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Letter } from '#core/letters/model.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { approve, caseOf, dispatch, submit, takeComplaint } from '#test/setup/case.ts'
import {
  behindTheBack,
  codesOf,
  draftOf,
  exported,
  setParticulars,
  situation,
  STAND_IN,
  storedAt,
  toIssued,
  verifyFile,
  whileAltered,
  whileMissing,
} from '#test/setup/letters.ts'
import { BLOCKED_BYTES, FAILS, KEPT_NOWHERE } from './fixtures/stand-in-words.ts'
import { ASKING } from './fixtures/letter-rows.ts'

const LOOKS: readonly string[] = ['complaint.viewed', 'letter.previewed']

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
  })
  afterAll(() => app.remove())

  async function approvedOf(kind: 'L1' | 'L2', subject: string): Promise<Letter> {
    const { id } = await takeComplaint(app, { subject })
    const draft =
      kind === 'L1'
        ? await draftOf(app, id, kind, { variant: 'received' })
        : await setParticulars(app, await draftOf(app, id, kind, { variant: 'identity' }), ASKING)
    return approve(app, await submit(app, draft))
  }
  const issueAt = (letter: Letter, by: 'chair' | 'deputy') =>
    app.as(by).ask('letters.issue', { id: letter.id, version: letter.version })
  /** What was done; that somebody looked is on record as well. */
  const historyOf = async (letter: Letter) => {
    const asked = { id: letter.complaintId, before: null, limit: 100 }
    const events = await app.as('chair').call('complaints.history', asked)
    return events.filter(({ action }) => !LOOKS.includes(action))
  }
  /** Something that is no folder stands where the bytes of such letters would go. */
  async function withoutThatPlace(play: () => Promise<void>): Promise<void> {
    const place = dirname(storedAt(app, sha256(Buffer.from(BLOCKED_BYTES))))
    const aside = `${place}.aside`
    await mkdir(place, { recursive: true })
    await rename(place, aside)
    await writeFile(place, '')
    await play().finally(async () => {
      await rm(place)
      await rename(aside, place)
    })
  }

  it('many at once, some failing in the middle: no gap, none twice, and nothing half done', async () => {
    const subjects = ['', '', FAILS, '', KEPT_NOWHERE, '']
    const letters = new Map<'L1' | 'L2', Letter[]>([
      ['L1', []],
      ['L2', []],
    ])
    for (const [kind, drawn] of letters) {
      for (const word of subjects) drawn.push(await approvedOf(kind, `Bị gọi ${word}`))
    }
    const all = [...letters.values()].flat()
    const failing = all.filter((_, at) => subjects[at % subjects.length] !== '')
    const before = await Promise.all(failing.map(historyOf))
    let results: Awaited<ReturnType<typeof issueAt>>[] = []
    await withoutThatPlace(async () => {
      results = await Promise.all(
        all.flatMap((letter) => [issueAt(letter, 'chair'), issueAt(letter, 'deputy')]),
      )
    })

    const numbers = results.flatMap((result) => (result.ok ? [result.data.number] : []))
    expect(numbers.toSorted()).toEqual([
      ...['01/BQT-CSKH', '01/TB-BQT', '02/BQT-CSKH', '02/TB-BQT'],
      ...['03/BQT-CSKH', '03/TB-BQT', '04/BQT-CSKH', '04/TB-BQT'],
    ])
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.error.code]))
    expect(refusals.toSorted()).toEqual([
      // The slower of two at the same letter, then the four that cannot be made, each asked for twice.
      ...Array.from({ length: 8 }, () => 'CONFLICT'),
      ...Array.from({ length: 4 }, () => 'DATA_FOLDER_UNFIT'),
      ...Array.from({ length: 4 }, () => 'TYPESETTING_FAILED'),
    ])
    for (const letter of failing) expect((await situation(app, letter)).letter).toEqual(letter)
    expect(await Promise.all(failing.map(historyOf))).toEqual(before)

    // What had failed takes the very next numbers once it can be made.
    const [, first, , second] = failing
    for (const [letter, number] of [
      [first, '05/TB-BQT'],
      [second, '05/BQT-CSKH'],
    ] as const) {
      if (letter === undefined) throw new Error('no letter')
      expect(await issueAt(letter, 'chair')).toMatchObject({ ok: true, data: { number } })
    }
    expect(await app.as('chair').call('audit.verify', {})).toMatchObject({ brokenAt: null })
    expect(app.logs).toEqual([])
  })

  it('a sheet that cannot be kept leaves no letter and burns no number', async () => {
    const sheetOf = async (subject: string) => {
      const { id } = await takeComplaint(app, { subject })
      return {
        id,
        ask: () => app.as('intake').ask('letters.sheet', { complaintId: id, language: 'vi' }),
      }
    }
    const lost = await sheetOf(KEPT_NOWHERE)
    await withoutThatPlace(async () => {
      expect(await lost.ask()).toMatchObject({ ok: false, error: { code: 'DATA_FOLDER_UNFIT' } })
    })
    expect((await caseOf(app, lost.id)).letters).toEqual([])
    expect(await (await sheetOf('Khác')).ask()).toMatchObject({ data: { number: '01/PTN-BQT' } })
  })

  describe('once issued', () => {
    let letter: Letter
    let bytes: Uint8Array
    const path = () => storedAt(app, letter.pdfSha256 ?? '')
    beforeAll(async () => {
      const { id } = await takeComplaint(app)
      letter = await toIssued(app, await draftOf(app, id, 'L1', { variant: 'received' }))
      await dispatch(app, letter)
      const slot = { kind: 'L1', variant: '', part: 'close' } as const
      const texts = { vi: 'Trân trọng./.', en: 'Yours faithfully,' }
      await app.as('chair').call('phrases.save', { ...slot, version: 0, ...texts })
      bytes = (await exported(app, letter)).bytes
    })

    const WAYS_OUT = ['preview', 'export', 'print', 'mailDraft', 'pack'] as const
    const take = (way: (typeof WAYS_OUT)[number]) =>
      way === 'pack'
        ? app.as('chair').ask('letters.pack', {
            job: crypto.randomUUID(),
            filter: { ids: [letter.id] },
          })
        : app.as('chair').ask(`letters.${way}`, { id: letter.id })

    type Events = Awaited<ReturnType<typeof historyOf>>
    const FOUND: readonly string[] = ['file.missing', 'file.altered']
    const found = (events: Events) =>
      events.flatMap(({ action }) => (FOUND.includes(action) ? [action] : []))
    const others = (events: Events) => events.filter(({ action }) => !FOUND.includes(action))

    it.each(WAYS_OUT)('%s gives nothing but the very bytes', async (way) => {
      const before = await historyOf(letter)
      await whileAltered(path(), async () => {
        expect(await take(way)).toEqual({ ok: false, error: { code: 'FILE_ALTERED' } })
      })
      await whileMissing(path(), async () => {
        expect(await take(way)).toEqual({ ok: false, error: { code: 'FILE_MISSING' } })
      })
      const after = await historyOf(letter)
      expect(others(after), 'nothing left the house').toEqual(others(before))
      // Of many letters packed it is on record as well, but not in the case of each.
      const told = found(after).slice(0, found(after).length - found(before).length)
      expect(told).toEqual(way === 'pack' ? [] : FOUND)
      expect(await take(way)).toMatchObject({ ok: true })
      expect(app.logs).toEqual([])
    })

    it('what is on record knows the very bytes, whatever became of the file', async () => {
      await whileMissing(path(), async () => {
        expect((await verifyFile(app, bytes)).result).toBe('genuine')
      })
    })

    const FROZEN = [
      ['a letter', `UPDATE letter SET number = '99/TB-BQT' WHERE state = 'issued'`],
      ['its state', `UPDATE letter SET state = 'draft' WHERE state = 'issued'`],
      ['the letter whole', `DELETE FROM letter WHERE state = 'issued'`],
      ['a dispatch', 'DELETE FROM dispatch'],
      ['a version of a phrase', `UPDATE house_phrase SET vi = 'Khác'`],
      ['a phrase', 'DELETE FROM house_phrase'],
    ] as const
    it('not even the database changes it', async () => {
      await behindTheBack(app, async (sql) => {
        for (const [what, statement] of FROZEN) {
          await expect(sql(statement), what).rejects.toThrow(/never|refused/u)
        }
        // The statements do find rows: what is still in work can be changed.
        await sql(`UPDATE letter SET return_remark = 'Khác' WHERE state = 'approved'`)
      })
      expect((await situation(app, letter)).letter).toEqual(letter)
      expect(codesOf(await app.as('chair').refused('letters.discard', letterRow(letter)))).toEqual([
        'LETTER_ISSUED',
      ])
    })
  })
})

const letterRow = ({ id, version }: Letter) => ({ id, version })

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
