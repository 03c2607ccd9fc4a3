import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES } from '#shared/protocol/envelope.ts'
import { ENGINES, type PersonKey, START, startBoard, type TestApp } from '#test/setup/app.ts'
import { caseOf, takeComplaint } from '#test/setup/case.ts'
import { engageFirm } from '#test/setup/firms.ts'

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

  describe('evidence', () => {
    // Every byte there is, and more than one block of the cipher.
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256)

    it('comes back byte for byte, is on record, and stands once however often it is sent', async () => {
      const { complaintId, engagement } = await engageFirm(app)
      const note = await app.as('investigator').call('firms.addNote', {
        engagementId: engagement.id,
        author: 'Ngô Bảo Long',
        notedOn: '2026-11-22',
        body: 'Kèm tệp.',
      })
      const request = {
        complaintId,
        firmNoteId: note.id,
        fileName: '../../Báo cáo <1>.pdf'.normalize('NFD'),
      }
      const evidence = await app.as('investigator').upload(request, bytes)
      expect(evidence).toMatchObject({
        sha256: createHash('sha256').update(bytes).digest('hex'),
        size: bytes.byteLength,
        fileName: '../../Báo cáo <1>.pdf',
        addedBy: app.ids.investigator,
      })
      expect(await app.as('investigator').upload(request, bytes)).toEqual(evidence)
      expect((await caseOf(app, complaintId)).evidence).toEqual([evidence])

      const { ticket } = await app
        .as('deputy')
        .call('evidence.requestDownload', { id: evidence.id })
      const file = await app.as('deputy').download(ticket)
      if (!file.ok) throw new Error('no file')
      expect(Buffer.from(file.data.bytes).equals(bytes)).toBe(true)
      expect(file.data.name).not.toMatch(/[/<>\\]/u)
      const history = await app
        .as('chair')
        .call('complaints.history', { id: complaintId, before: null, limit: 10 })
      const acts = history.map(({ action }) => action)
      expect(acts.filter((action) => action.startsWith('evidence.'))).toEqual([
        'evidence.exported',
        'evidence.addedAgain',
        'evidence.added',
      ])
    })

    it('that came with a note is unknown to who may not read notes, and so is the note', async () => {
      const { complaintId, engagement } = await engageFirm(app)
      const { id: firmNoteId } = await app.as('investigator').call('firms.addNote', {
        engagementId: engagement.id,
        author: 'Ngô Bảo Long',
        notedOn: '2026-11-22',
        body: 'Kèm tệp.',
      })
      const ofNote = { complaintId, firmNoteId, fileName: 'Nhật ký truy cập.txt' }
      await app.as('investigator').upload(ofNote, Buffer.from('a'))
      await app.as('intake').upload({ complaintId, fileName: 'Đơn.txt' }, Buffer.from('b'))
      const toldOf = async (key: PersonKey) => {
        const told = await app
          .as(key)
          .call('complaints.history', { id: complaintId, before: null, limit: 100 })
        return told
          .filter(({ action }) => action === 'evidence.added')
          .map(({ changes }) => changes.find(({ field }) => field === 'fileName')?.to)
      }
      expect(await toldOf('investigator')).toEqual(['Đơn.txt', 'Nhật ký truy cập.txt'])
      expect(await toldOf('intake')).toEqual(['Đơn.txt'])
      const asked = await app.as('intake').ask('evidence.requestUpload', { ...ofNote, size: 1 })
      expect(asked).toMatchObject({
        error: { code: 'NOT_ALLOWED', issues: [{ path: 'firmNoteId', code: 'NOTE_UNKNOWN' }] },
      })
    })

    it('of no bytes, of too many, or of other than announced is refused', async () => {
      const { id: complaintId } = await takeComplaint(app)
      const request = (size: number) =>
        app
          .as('intake')
          .ask('evidence.requestUpload', { complaintId, firmNoteId: null, fileName: 'a', size })
      expect(await request(0)).toMatchObject({ error: { code: 'FILE_EMPTY' } })
      expect(await request(MAX_FILE_BYTES + 1)).toMatchObject({
        error: { code: 'FILE_TOO_LARGE', issues: [{ params: { megabytes: 50 } }] },
      })
      const sendAs = async (content: Uint8Array) => {
        const asked = await request(3)
        if (!asked.ok) throw new Error(asked.error.code)
        return app.as('intake').send(asked.data.ticket, content)
      }
      expect(await sendAs(Buffer.from(''))).toMatchObject({ error: { code: 'FILE_EMPTY' } })
      expect(await sendAs(new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({
        error: { code: 'FILE_TOO_LARGE' },
      })
      expect(await sendAs(Buffer.from('ab'))).toMatchObject({
        error: { issues: [{ path: 'size', code: 'UPLOAD_INCOMPLETE' }] },
      })
      expect((await caseOf(app, complaintId)).evidence).toEqual([])
    })

    it('cannot be sent with a ticket twice, of another window, or that was never given', async () => {
      const { id: complaintId } = await takeComplaint(app)
      const { ticket } = await app
        .as('intake')
        .call('evidence.requestUpload', { complaintId, firmNoteId: null, fileName: 'a', size: 1 })
      const notFound = { ok: false, error: { code: 'NOT_FOUND' } }
      expect(await app.as('chair').send(ticket, Buffer.from('a'))).toEqual(notFound)
      expect(await app.as('intake').send(ticket, Buffer.from('a'))).toMatchObject({ ok: true })
      expect(await app.as('intake').send(ticket, Buffer.from('a'))).toEqual(notFound)
      expect(await app.as('intake').send('made up', Buffer.from('a'))).toEqual(notFound)
    })

    it('changed on the disk is not handed out, and that is on record, not as an export', async () => {
      const { id: complaintId } = await takeComplaint(app)
      const evidence = await app
        .as('intake')
        .upload({ complaintId, fileName: 'a.txt' }, Buffer.from(crypto.randomUUID()))
      const folder = join(app.dataDir, 'files')
      const stored = (await readdir(folder, { recursive: true })).find((name) =>
        name.replaceAll(/[/\\]/gu, '').includes(evidence.sha256.slice(4)),
      )
      if (stored === undefined) throw new Error('the file is not where it was expected')
      const sealed = await readFile(join(folder, stored))
      sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
      await writeFile(join(folder, stored), sealed)
      expect(
        await app.as('chair').refused('evidence.requestDownload', { id: evidence.id }),
      ).toMatchObject({ code: 'FILE_ALTERED' })
      const [last] = await app
        .as('chair')
        .call('complaints.history', { id: complaintId, before: null, limit: 1 })
      expect(last).toMatchObject({ action: 'file.altered', personId: app.ids.chair })
    })
  })
})
