import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Letter } from '#core/letters/model.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { ENGINES, startBoard, type TestApp } from '#test/setup/app.ts'
import { dispatch, takeComplaint } from '#test/setup/case.ts'
import {
  behindTheBack,
  downloaded,
  draftOf,
  setParticulars,
  signInAll,
  STAND_IN,
  storedAt,
  toIssued,
  whileAltered,
} from '#test/setup/letters.ts'
import { letCasesBe } from '#test/setup/settled-cases.ts'
import { sha256, unzip } from '#test/main/exports/archive-tools.ts'
import { ASKING } from './fixtures/letter-rows.ts'

type Filter = InputOf<'letters.pack'>['filter']

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  /** Issued on two days: an acknowledgement that left, a request, a sheet; and a draft. */
  let sent: Letter
  let asked: Letter
  let sheet: Letter
  let draft: Letter
  let code: string
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    const complaint = await takeComplaint(app)
    const { id } = complaint
    code = complaint.code
    sent = await toIssued(app, await draftOf(app, id, 'L1', { variant: 'received' }))
    await dispatch(app, sent)
    app.clock.set('2026-11-25T02:00:00.000Z')
    await signInAll(app)
    const request = await draftOf(app, id, 'L2', { variant: 'identity' })
    asked = await toIssued(app, await setParticulars(app, request, ASKING))
    app.clock.forward(1)
    sheet = await app.as('intake').call('letters.sheet', { complaintId: id, language: 'vi' })
    draft = await draftOf(app, id, 'L3', { variant: 'progress' })
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  const all = () => ({ ids: [sent.id, asked.id, sheet.id, draft.id] })
  const pack = (filter: Filter, job: string = crypto.randomUUID()) =>
    app.as('chair').ask('letters.pack', { job, filter })
  const nameOf = ({ number }: Letter) => `${code} ${number?.replace('/', '-') ?? ''}.pdf`
  async function packed(filter: Filter) {
    const { ticket, fileName, letters } = await app
      .as('deputy')
      .call('letters.pack', { job: crypto.randomUUID(), filter })
    const file = await downloaded(app, ticket, 'deputy')
    expect(file).toMatchObject({ name: fileName, mediaType: 'application/zip' })
    return { letters, fileName, entries: await unzip(file.bytes) }
  }
  const exportsOnRecord = async () => {
    const events = await app
      .as('deputy')
      .call('complaints.history', { id: sent.complaintId, before: null, limit: 100 })
    return events.filter(({ action }) => action === 'letter.exported')
  }

  it.each([
    ['nothing in particular', () => ({}), () => [sent, asked, sheet]],
    ['the letters named, drafts among them', all, () => [sent, asked, sheet]],
    ['one kind', () => ({ kinds: ['L2' as const] }), () => [asked]],
    ['a day', () => ({ issuedFrom: '2026-11-22', issuedTo: '2026-11-22' }), () => [sent]],
    ['from a day on', () => ({ issuedFrom: '2026-11-23' }), () => [asked, sheet]],
    ['what left', () => ({ standings: ['dispatched' as const] }), () => [sent]],
    ['what waits: not a sheet', () => ({ standings: ['issued' as const] }), () => [asked]],
    [
      'drafts as well',
      () => ({ standings: ['draft' as const, 'dispatched' as const] }),
      () => [sent],
    ],
  ])('by %s: only issued letters, their very bytes', async (_what, filter, expected) => {
    const { letters, entries } = await packed(filter())
    expect(await app.as('deputy').call('letters.count', { filter: filter() })).toMatchObject({
      letters,
    })
    const [...files] = entries
    expect(files.pop()?.entry.fileName).toBe('SHA256SUMS')
    expect(files.map(({ entry, content }) => [entry.fileName, sha256(content)]).toSorted()).toEqual(
      expected()
        .map((letter) => [nameOf(letter), letter.pdfSha256])
        .toSorted(),
    )
    expect(letters).toBe(expected().length)
  })

  it.each([
    ['drafts alone', () => ({ standings: ['draft' as const] })],
    ['a draft by its name', () => ({ ids: [draft.id] })],
    ['days without a letter', () => ({ issuedFrom: '2027-01-01' })],
    ['nobody’s letter', () => ({ ids: ['7b1f6c1e-3f5a-4f0e-9d3a-2b8c5d6e7f80'] })],
  ])('%s make no archive', async (_what, filter) => {
    const before = await exportsOnRecord()
    expect(await pack(filter())).toEqual({
      ok: false,
      error: { code: 'NOT_FOUND', issues: [{ path: '', code: 'NO_LETTERS' }] },
    })
    expect(await exportsOnRecord()).toEqual(before)
  })

  it('carries checksums that sha256sum accepts', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'letters-'))
    for (const { entry, content } of (await packed({})).entries) {
      await writeFile(join(folder, entry.fileName), content)
    }
    const said = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })
    expect(said.trim().split('\n')).toHaveLength(3)
    await rm(folder, { recursive: true })
  })

  it('puts each letter on record, once, under whoever took it', async () => {
    const before = (await exportsOnRecord()).length
    await packed(all())
    const events = (await exportsOnRecord()).slice(0, -before)
    expect(events.map(({ entityId }) => entityId).toSorted()).toEqual(
      [sent.id, asked.id, sheet.id].toSorted(),
    )
    expect(new Set(events.map(({ personId }) => personId))).toEqual(new Set([app.ids.deputy]))
  })

  it('tells how far it is at the window that asked, and at no other', async () => {
    const job = crypto.randomUUID()
    await pack({}, job)
    const told = app.events.flatMap(({ event, windowId }) =>
      event.type === 'progress' && event.job === job ? [[windowId, event.done, event.total]] : [],
    )
    expect(told).toEqual([0, 1, 2, 3].map((done) => ['window-chair', done, 3]))
  })

  it('is for those who may take letters out', async () => {
    const input = { job: crypto.randomUUID(), filter: {} }
    expect((await app.as('intake').refused('letters.pack', input)).code).toBe('FORBIDDEN')
    expect((await app.as('intake').refused('letters.stopPacking', input)).code).toBe(
      'INVALID_INPUT',
    )
    const { job } = input
    expect((await app.as('intake').refused('letters.stopPacking', { job })).code).toBe('FORBIDDEN')
  })

  it('stops at a letter that is not what it was, naming nobody', async () => {
    const before = await exportsOnRecord()
    await whileAltered(storedAt(app, sent.pdfSha256 ?? ''), async () => {
      expect(await pack({})).toEqual({ ok: false, error: { code: 'FILE_ALTERED' } })
    })
    expect(await exportsOnRecord()).toEqual(before)
  })

  describe('stopped in the middle', () => {
    /** The oldest letter, packed last, is read as slowly as the test likes: from a pipe. */
    async function whilePacking(interrupt: (job: string) => Promise<void>) {
      const path = storedAt(app, sent.pdfSha256 ?? '')
      const aside = `${path}.aside`
      await rename(path, aside)
      execFileSync('mkfifo', [path])
      const job = crypto.randomUUID()
      const underWay = app.nextEvent((event) => event.type === 'progress' && event.done === 2)
      const result = pack({}, job)
      await underWay
      await interrupt(job)
      await writeFile(path, await readFile(aside))
      const ended = await result
      await rename(aside, path)
      return ended
    }

    it('it leaves nothing on record, for nothing left', async () => {
      const before = await exportsOnRecord()
      const ended = await whilePacking(async (job) => {
        expect(await app.as('deputy').call('letters.stopPacking', { job })).toEqual({
          stopped: false,
        })
        expect(await app.as('chair').call('letters.stopPacking', { job })).toEqual({
          stopped: true,
        })
      })
      expect(ended).toEqual({ ok: false, error: { code: 'CANCELLED' } })
      expect(await exportsOnRecord()).toEqual(before)
      const job = crypto.randomUUID()
      expect(await app.as('chair').call('letters.stopPacking', { job })).toEqual({ stopped: false })
    })

    it('because its window is gone, it hands out nothing', async () => {
      const before = await exportsOnRecord()
      const ended = await whilePacking(() => app.as('chair').closeWindow())
      expect(ended).toEqual({ ok: false, error: { code: 'CANCELLED' } })
      await app.signIn('chair')
      expect(await exportsOnRecord()).toEqual(before)
    })

    it('and goes on as before when nobody stops it', async () => {
      expect(await whilePacking(async () => undefined)).toMatchObject({
        ok: true,
        data: { letters: 3 },
      })
    })
  })

  it('refuses more than an archive may hold, and says how many that is', async () => {
    letCasesBe()
    await behindTheBack(app, async (sql) => {
      // Nine times twice as many: the same letters under other names and numbers.
      for (let step = 0; step < 9; step += 1) {
        await sql(
          `INSERT INTO letter (${KEPT.join(', ')}, id, number)
           SELECT ${KEPT.join(', ')}, id || ?, number || ? FROM letter WHERE state = 'issued'`,
          [`-${String(step)}`, `-${String(step)}`],
        )
      }
    })
    expect(await app.as('chair').call('letters.count', { filter: {} })).toMatchObject({
      letters: 1536,
    })
    expect(await pack({})).toEqual({
      ok: false,
      error: {
        code: 'TOO_LARGE',
        issues: [{ path: '', code: 'TOO_MANY_LETTERS', params: { count: 1536, most: 1000 } }],
      },
    })
    expect(await pack({ issuedTo: '2026-11-22' })).toMatchObject({ data: { letters: 512 } })
  })
})

const KEPT = [
  ...['complaint_id', 'version', 'kind', 'variant', 'particulars', 'language', 'state', 'parts'],
  ...['signatory', 'author_id', 'editor_ids', 'created_at', 'content_hash', 'facts_hash'],
  ...['submitted_by', 'submitted_at', 'approved_by', 'approved_at', 'approved_hash'],
  ...['return_remark', 'issued_by', 'issued_at', 'issued_on', 'pdf_sha256', 'pages'],
]
