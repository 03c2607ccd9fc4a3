import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkCode } from '#core/letters/check-code.ts'
import type { Letter } from '#core/letters/model.ts'
import { dataPaths } from '#main/common/files/data-paths.ts'
import { ENGINES, PERSON_KEYS, startBoard, type TestApp } from '#test/setup/app.ts'
import { answeredComplaint, takeComplaint } from '#test/setup/case.ts'
import {
  downloaded,
  draftOf,
  exported,
  signInAll,
  toIssued,
  verifyFile,
} from '#test/setup/letters.ts'
import { RESULT_LETTER_VI } from '#test/fixtures/letters/sample-documents.ts'
import { realTypesetter } from '#test/main/letters/pdf-tools.ts'

const NOBODYS = '7b1f6c1e-3f5a-4f0e-9d3a-2b8c5d6e7f80'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  let letter: Letter
  let code: string
  let bytes: Uint8Array
  let folder: string
  beforeAll(async () => {
    app = await startBoard(engine)
    const answered = await answeredComplaint(app)
    letter = answered.letter
    code = answered.complaint.code
    bytes = (await exported(app, letter)).bytes
    folder = await mkdtemp(join(tmpdir(), 'verify-'))
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await rm(folder, { recursive: true })
    await app.remove()
  })

  const described = () => ({
    ...{ letterId: letter.id, complaintId: letter.complaintId, complaintCode: code },
    ...{ kind: 'L4', language: 'vi', number: letter.number, issuedOn: '2026-11-22' },
    ...{ pages: letter.pages, replacedBy: null },
  })
  const byCode = (text: string) => app.as('intake').call('letters.verifyCopy', { code: text })
  async function saved(...options: readonly string[]): Promise<Uint8Array> {
    const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
    await writeFile(from, bytes)
    execFileSync('qpdf', [from, ...options, to])
    return readFile(to)
  }

  describe('a file', () => {
    it.each(PERSON_KEYS)('that is the letter itself is genuine, asked by %s', async (key) => {
      expect(await verifyFile(app, bytes, key)).toEqual({
        ...{ result: 'genuine', letter: described(), journal: 'agrees' },
      })
    })

    it.each([
      ['a byte in the middle', () => flipped(bytes, Math.floor(bytes.byteLength / 2))],
      ['the last byte', () => flipped(bytes, bytes.byteLength - 1)],
      ['something added behind', () => Buffer.concat([bytes, Buffer.from('\n')])],
    ])('with %s changed is altered, and says which letter it was', async (_what, changed) => {
      expect(await verifyFile(app, changed())).toEqual({
        ...{ result: 'altered', letter: described(), journal: 'agrees' },
      })
    })

    it.each([['--qdf'], ['--linearize'], ['--object-streams=generate']])(
      'saved again by qpdf %s is altered, however alike it looks',
      async (option) => {
        expect(await verifyFile(app, await saved(option))).toMatchObject({
          ...{ result: 'altered', letter: { letterId: letter.id } },
        })
      },
    )

    it('that is a draft of ours is one, not an altered letter', async () => {
      const { id } = await takeComplaint(app)
      const draft = await draftOf(app, id, 'L1', { variant: 'received' })
      const { ticket } = await app.as('chair').call('letters.preview', { id: draft.id })
      const page = (await downloaded(app, ticket)).bytes
      expect(await verifyFile(app, page)).toEqual({ result: 'draft' })
      await app.as('chair').call('letters.discard', { id: draft.id, version: draft.version })
      expect(await verifyFile(app, page)).toEqual({ result: 'unknown', journal: null })
    })

    it('of another board is unknown here', async () => {
      const typesetter = realTypesetter()
      const meta = {
        ...{ letterId: NOBODYS, complaintCode: 'KN-2026-0001', contentHash: 'd'.repeat(64) },
        ...{ auditHead: `7:${'e'.repeat(64)}`, issuedAt: '2026-11-22T08:30:00.000Z' },
      }
      const theirs = await typesetter.typeset({ ...RESULT_LETTER_VI, draft: false, meta })
      await typesetter.close()
      expect(await verifyFile(app, theirs.bytes)).toEqual({ result: 'unknown', journal: 'other' })
    })

    it.each([
      ['any PDF', '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF', 'unknown'],
      ['a text', 'Thông báo kết quả giải quyết khiếu nại', 'not-pdf'],
      ['one byte', 'x', 'not-pdf'],
    ])('that is %s is %3$s', async (_what, content, result) => {
      expect(await verifyFile(app, Buffer.from(content))).toMatchObject({ result })
    })

    it('is not kept, and leaves no trace', async () => {
      const kept = () => readdir(dataPaths(app.dataDir).files, { recursive: true })
      const last = () =>
        app.as('chair').call('audit.list', { personId: null, before: null, limit: 1 })
      const before = [await kept(), await last()]
      await verifyFile(app, Buffer.from('%PDF-1.7 chuyện riêng của ai đó'))
      expect([await kept(), await last()]).toEqual(before)
    })

    it('of no bytes, or of more than may be sent, is refused before it is sent', async () => {
      const ask = (size: number) =>
        app.as('auditor').refused('letters.requestVerification', { size })
      expect((await ask(0)).code).toBe('FILE_EMPTY')
      expect((await ask(1024 ** 4)).code).toBe('INVALID_INPUT')
    })
  })

  describe('a paper copy', () => {
    it('is found by its number, however it is typed', async () => {
      const number = letter.number ?? ''
      const plain = number.replace(/^0/u, '')
      for (const typed of [number, plain, plain.toLowerCase(), `  ${number} `, `Số: ${number}`]) {
        expect(await byCode(typed), typed).toEqual([described()])
      }
      expect(await byCode('99/TB-BQT')).toEqual([])
      expect(await byCode('TB-BQT')).toEqual([])
    })

    it('is found by its check code in any grouping', async () => {
      const printed = checkCode(letter.contentHash)
      const run = printed.replaceAll(' ', '')
      const typed = [
        printed,
        run,
        run.toUpperCase(),
        printed.replaceAll(' ', '-'),
        letter.contentHash,
      ]
      for (const each of typed) expect(await byCode(each), each).toEqual([described()])
      // Fewer characters than are printed say nothing.
      expect(await byCode(run.slice(0, 11))).toEqual([])
      expect(await byCode(run.replace(/.$/u, (last) => (last === '0' ? '1' : '0')))).toEqual([])
      expect(await byCode(`${letter.contentHash}${letter.contentHash}`.slice(0, 100))).toEqual([])
    })

    it('tells which letter took its place, once that is issued', async () => {
      const correction = await draftOf(app, letter.complaintId, 'L4', { replacesId: letter.id })
      expect(await byCode(letter.number ?? '')).toEqual([described()])
      const replacedBy = (await toIssued(app, correction)).number
      expect(await byCode(letter.number ?? '')).toEqual([{ ...described(), replacedBy }])
      expect(await verifyFile(app, bytes)).toMatchObject({ letter: { replacedBy } })
    })

    it('of a number several years have is each of them, the newest first', async () => {
      const { id } = await takeComplaint(app)
      const sheet = (answerBy: string | null) =>
        app.as('intake').call('letters.sheet', { complaintId: id, language: 'vi', answerBy })
      const first = await sheet(null)
      app.clock.set('2027-01-05T02:00:00.000Z')
      await signInAll(app)
      // By then the answer is late, so the sheet gives a new day.
      const next = await sheet('2027-01-29')
      expect(next.number).toBe(first.number)
      const found = await byCode(first.number ?? '')
      expect(found).toMatchObject([
        { letterId: next.id, issuedOn: '2027-01-05' },
        { letterId: first.id, issuedOn: '2026-11-22' },
      ])
    })
  })
})

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return Uint8Array.from(bytes).with(at, (bytes[at] ?? 0) ^ 1)
}
