import { BroadcastChannel } from 'node:worker_threads'
import { type AddressObject, simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Letter } from '#core/letters/model.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { ENGINES, startBoard, type PersonKey, type TestApp } from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'
import {
  codesOf,
  downloaded,
  draftOf,
  setParticulars,
  situation,
  STAND_IN,
  toIssued,
} from '#test/setup/letters.ts'
import { sha256 } from '#test/main/exports/archive-tools.ts'
import { FAILS, GO, WAITING, WAITS } from './fixtures/stand-in-words.ts'
import { ASKING } from './fixtures/letter-rows.ts'

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  let draft: Letter
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
    const { id } = await takeComplaint(app)
    draft = await draftOf(app, id, 'L1', { variant: 'received' })
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  const texts = (close: string): InputOf<'letters.previewTexts'> => ({
    ...{ id: draft.id, parts: [{ key: 'close', text: close }], signatory: draft.signatory },
  })
  const preview = (close: string, by: PersonKey = 'investigator') =>
    app.as(by).ask('letters.previewTexts', texts(close))
  const lastEvent = () =>
    app.as('auditor').call('audit.list', { personId: null, before: null, limit: 1 })

  /** Plays while the typesetter is kept waiting by the page of this window. */
  async function whileTypesetting<Result>(
    by: PersonKey,
    play: () => Promise<Result>,
  ): Promise<Readonly<{ slow: Awaited<ReturnType<typeof preview>>; played: Result }>> {
    const channel = new BroadcastChannel(WAITING)
    try {
      const waiting = new Promise((resolve) => {
        channel.onmessage = resolve
      })
      const slow = preview(`Trân trọng. ${WAITS}`, by)
      await waiting
      const played = await play()
      channel.postMessage(GO)
      return { slow: await slow, played }
    } finally {
      channel.close()
    }
  }

  describe('the page of texts not stored yet', () => {
    it('shows them, at the window that asked, and stores nothing', async () => {
      const before = [await situation(app, draft), await lastEvent()]
      const { ticket, sha256: hash } = pageOf(await preview('Lời chưa lưu.'))
      expect(await app.as('chair').download(ticket)).toMatchObject({ ok: false })
      const page = await downloaded(app, ticket, 'investigator')
      expect(page).toMatchObject({ name: 'preview.pdf', mediaType: 'application/pdf' })
      expect(sha256(page.bytes)).toBe(hash)
      const text = Buffer.from(page.bytes).toString('utf8')
      expect(text).toContain('Lời chưa lưu.')
      expect(text).toContain('"draft":true')
      expect([await situation(app, draft), await lastEvent()]).toEqual(before)
    })

    it('is refused for a part the letter has not, and to whoever may not write', async () => {
      const odd = { ...texts('x'), parts: [{ key: 'elsewhere', text: 'x' }] }
      const error = await app.as('investigator').refused('letters.previewTexts', odd)
      expect(codesOf(error)).toEqual(['PART_UNKNOWN'])
      for (const key of ['intake', 'auditor'] as const) {
        expect((await app.as(key).refused('letters.previewTexts', texts('x'))).code).toBe(
          'FORBIDDEN',
        )
      }
    })

    it('says so when it cannot be made; the next one can', async () => {
      expect(await preview(FAILS)).toMatchObject({
        ok: false,
        error: { code: 'TYPESETTING_FAILED' },
      })
      expect(await preview('Được.')).toMatchObject({ ok: true })
    })

    it('is the newest a window asked for; another window has its own', async () => {
      const { slow, played } = await whileTypesetting('investigator', async () => {
        const others = preview('Của người khác', 'chair')
        const asked = [preview('Hai'), preview('Ba')]
        // One gives way as soon as the other comes, while the first is still being made. The store of a server
        // may answer the one asked last before the one asked first; a window asks for one at a time.
        const given = await Promise.race(
          asked.map(async (each, at) => ({ at, result: await each })),
        )
        expect(given.result).toEqual({ ok: true, data: { superseded: true } })
        if (engine === 'sqlite') expect(given.at).toBe(0)
        return { others, made: asked[1 - given.at], words: given.at === 0 ? 'Ba' : 'Hai' }
      })
      expect(pageOf(slow).pages).toBe(1)
      const { others, made, words } = played
      expect(await textOf(await others, 'chair')).toContain('Của người khác')
      expect(await textOf(await made, 'investigator')).toContain(words)
    })

    it('holds up nobody who writes meanwhile', async () => {
      const { slow, played } = await whileTypesetting('chair', () => takeComplaint(app))
      expect(played.version).toBe(1)
      expect(pageOf(slow).missingGlyphs).toEqual([])
    })
  })

  async function textOf(result: Awaited<ReturnType<typeof preview>> | undefined, by: PersonKey) {
    if (result === undefined) throw new Error('no page')
    return Buffer.from((await downloaded(app, pageOf(result).ticket, by)).bytes).toString('utf8')
  }

  describe('the e-mail an issued letter leaves with', () => {
    async function mailOf(letter: Letter, by: PersonKey = 'investigator') {
      const { ticket, fileName, to } = await app.as(by).call('letters.mailDraft', { id: letter.id })
      const file = await downloaded(app, ticket, by)
      expect(file).toMatchObject({ name: fileName, mediaType: 'message/rfc822' })
      const mail = await simpleParser(Buffer.from(file.bytes))
      return { to, fileName, mail, source: Buffer.from(file.bytes).toString('latin1') }
    }
    const issuedTo = async (complainant: Parameters<typeof takeComplaint>[1]) => {
      const complaint = await takeComplaint(app, complainant)
      const acknowledgement = await draftOf(app, complaint.id, 'L1', { variant: 'received' })
      return { code: complaint.code, letter: await toIssued(app, acknowledgement) }
    }

    it('is addressed, says which letter it brings, and brings its very bytes', async () => {
      const { code, letter } = await issuedTo({
        complainant: { fullName: 'Đỗ Thị Hòa', email: 'hoa.do@example.vn' },
      })
      const { to, fileName, mail, source } = await mailOf(letter)
      expect(to).toBe('hoa.do@example.vn')
      expect(addressesOf(mail.to)).toEqual([{ name: 'Đỗ Thị Hòa', address: 'hoa.do@example.vn' }])
      expect(addressesOf(mail.from)).toEqual([])
      expect(source).toMatch(/^X-Unsent: 1\r\n/u)
      expect(mail.subject).toContain(code)
      expect(mail.subject).toContain(letter.number)
      for (const stated of [letter.number, '22 tháng 11 năm 2026', code]) {
        expect(mail.text).toContain(stated)
      }
      // Nothing of the case but its code travels outside the letter.
      expect(mail.text).not.toContain('quảng cáo')
      const [attachment, ...others] = mail.attachments
      expect(others).toEqual([])
      expect(attachment?.filename).toBe(fileName.replace(/\.eml$/u, '.pdf'))
      expect(sha256(attachment?.content ?? Buffer.alloc(0))).toBe(letter.pdfSha256)
    })

    it('is there without an address too, for a letter that goes by hand', async () => {
      const { letter } = await issuedTo({ complainant: { email: null } })
      const { to, mail } = await mailOf(letter)
      expect(to).toBeNull()
      expect(addressesOf(mail.to)).toEqual([])
      expect(mail.attachments).toHaveLength(1)
    })

    it('goes to whom the letter goes, whoever complained', async () => {
      const { id } = await takeComplaint(app)
      const request = await draftOf(app, id, 'L8', { variant: 'processor', language: 'en' })
      const recipient = { recipientName: 'Sao Mai', recipientEmail: 'lienhe@saomai.vn' }
      const letter = await toIssued(
        app,
        await setParticulars(app, request, { ...ASKING, ...recipient }),
      )
      const { to, mail } = await mailOf(letter)
      expect(to).toBe('lienhe@saomai.vn')
      for (const stated of [letter.number, '22 November 2026']) expect(mail.text).toContain(stated)
      expect(mail.text).not.toContain('Đỗ Thị')
    })

    it('is in the words of the board, and on record', async () => {
      const { letter } = await issuedTo({})
      const slot = { kind: 'L1', variant: '', part: 'mailSubject' } as const
      const words = { vi: 'Thư {letterNumber} của Ban', en: 'Letter {letterNumber}' }
      await app.as('chair').call('phrases.save', { ...slot, version: 0, ...words })
      expect((await mailOf(letter)).mail.subject).toBe(`Thư ${letter.number ?? ''} của Ban`)
      const [event] = await lastEvent()
      expect(event).toMatchObject({
        ...{ action: 'letter.mailDrafted', entityId: letter.id, personId: app.ids.investigator },
        changes: [{ field: 'pdfSha256', from: null, to: letter.pdfSha256 }],
      })
    })

    it('of a letter in work there is none, and none for the clerk', async () => {
      const { id } = draft
      const error = await app.as('chair').refused('letters.mailDraft', { id })
      expect(codesOf(error)).toEqual(['LETTER_NOT_ISSUED'])
      expect((await app.as('intake').refused('letters.mailDraft', { id })).code).toBe('FORBIDDEN')
    })
  })

  it('an issued letter has no texts to try', async () => {
    draft = await toIssued(app, draft)
    expect(await preview('Khác')).toEqual({
      ...{
        ok: false,
        error: { code: 'NOT_ALLOWED', issues: [{ path: '', code: 'LETTER_ISSUED' }] },
      },
    })
  })
})

function pageOf(result: Readonly<{ ok: boolean }>): Readonly<{
  ticket: string
  sha256: string
  pages: number
  missingGlyphs: readonly unknown[]
}> {
  if (!result.ok || !('data' in result)) throw new Error(`no page: ${JSON.stringify(result)}`)
  return result.data as ReturnType<typeof pageOf>
}

function addressesOf(address: AddressObject | AddressObject[] | undefined): readonly unknown[] {
  return [address ?? []].flat().flatMap(({ value }) => value)
}
