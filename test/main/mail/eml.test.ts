import fc from 'fast-check'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'

import { cleanLine, cleanText } from '#core/kernel/text.ts'
import { safeFileName } from '#main/common/files/safe-name.ts'
import { buildMailDraft, type MailDraft } from '#main/mail/eml.ts'
import { LETTER, PDF } from './a-letter-mail.ts'

const ASCII = { ...LETTER, subject: 'Reply', text: 'Dear Sir', attachments: [] }

async function headerOf(draft: MailDraft): Promise<string> {
  const message = Buffer.from(await buildMailDraft(draft)).toString('latin1')
  return message.slice(0, message.indexOf('\r\n\r\n'))
}

async function parsed(draft: MailDraft): Promise<ParsedMail> {
  return simpleParser(Buffer.from(await buildMailDraft(draft)))
}

function mailboxOf(address: AddressObject | AddressObject[] | undefined): unknown {
  return [address ?? []].flat().flatMap(({ value }) => value)
}

describe('a draft of an e-mail', () => {
  it('says what it was told, to another reader of such files', async () => {
    const mail = await parsed(LETTER)
    expect(mailboxOf(mail.to)).toEqual([LETTER.to])
    expect(mailboxOf(mail.from)).toEqual([LETTER.from])
    expect(mail.subject).toBe(LETTER.subject)
    expect(mail.text?.trimEnd()).toBe(LETTER.text)
    expect(mail.html).toBe(false)
    expect(mail.attachments).toHaveLength(1)
    expect(mail.attachments[0]).toMatchObject({
      filename: LETTER.attachments[0]!.fileName,
      contentType: 'application/pdf',
      contentDisposition: 'attachment',
    })
    expect(mail.attachments[0]!.content.equals(PDF)).toBe(true)
  })

  it('is marked as unsent first of all, and leaves date and id to who sends it', async () => {
    const header = await headerOf(LETTER)
    expect(header).toMatch(/^X-Unsent: 1\r\n/)
    expect(header).toMatch(/\r\nMIME-Version: 1\.0\r\n/)
    expect(header).not.toMatch(/^(date|message-id|bcc|x-mailer|x-uniform-type-identifier):/im)
    expect(header).not.toMatch(/^[^ :]+:\s*$/m)
  })

  it('has only short 7-bit lines that end in CRLF', async () => {
    const message = Buffer.from(await buildMailDraft(LETTER)).toString('latin1')
    expect(message).toMatch(/^[\r\n\t\x20-\x7e]*$/)
    expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(message.endsWith('\r\n')).toBe(true)
    for (const line of message.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
    expect(message).not.toMatch(/[ \t]\r\n/)
  })

  it('gives the name of a file both as RFC 2231 asks and as old Outlook reads it', async () => {
    const message = Buffer.from(await buildMailDraft(LETTER)).toString('latin1')
    expect(message).toMatch(/\r\n filename\*0\*=utf-8''Th%C3%B4ng/)
    expect(message).toMatch(/\r\n name="=\?UTF-8\?Q\?Th=C3=B4ng/)
  })

  it.each(['vi', 'en'] as const)('names the language of the text (%s)', async (language) => {
    const message = Buffer.from(await buildMailDraft({ ...LETTER, language })).toString('latin1')
    expect(message).toContain(
      `\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Language: ${language}\r\n`,
    )
    expect(await headerOf({ ...ASCII, language })).toContain(`Content-Language: ${language}\r\n`)
  })

  it('is the same for the same draft, and has boundaries of its own for another', async () => {
    const first = Buffer.from(await buildMailDraft(LETTER))
    const again = Buffer.from(await buildMailDraft(structuredClone(LETTER)))
    expect(again.equals(first)).toBe(true)
    const boundaryOf = async (draft: MailDraft) =>
      /boundary="(.*)"/.exec(await headerOf(draft))?.[1]
    const others = await Promise.all(
      [
        { ...LETTER, subject: 'khác' },
        { ...LETTER, to: null },
        { ...LETTER, attachments: [{ ...LETTER.attachments[0]!, bytes: PDF.subarray(1) }] },
      ].map(boundaryOf),
    )
    expect(new Set([await boundaryOf(LETTER), ...others]).size).toBe(4)
    expect(others.every((boundary) => boundary?.startsWith('=_'))).toBe(true)
  })

  it('may have no sender, no addressee, no text and no file', async () => {
    const mail = await parsed({ ...LETTER, to: null, from: null, text: '', attachments: [] })
    expect(mail.to).toBeUndefined()
    expect(mail.from).toBeUndefined()
    expect(mail.text?.trim() ?? '').toBe('')
    expect(mail.attachments).toEqual([])
    expect(mail.subject).toBe(LETTER.subject)
  })

  it('may have several files, an empty one too', async () => {
    const attachments = [PDF, Buffer.alloc(0), Buffer.from('a\nb')].map((bytes, at) => ({
      fileName: 'thư.txt',
      mediaType: at === 2 ? 'text/plain' : 'application/pdf',
      bytes,
    }))
    const mail = await parsed({ ...LETTER, attachments })
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(Array(3).fill('thư.txt'))
    expect(mail.attachments.map(({ content }) => content.length)).toEqual([PDF.length, 0, 3])
  })

  it('takes bytes that are part of a larger buffer', async () => {
    const bytes = new Uint8Array(PDF.buffer, PDF.byteOffset + 5, 100)
    const mail = await parsed({ ...LETTER, attachments: [{ ...LETTER.attachments[0]!, bytes }] })
    expect(mail.attachments[0]!.content.equals(PDF.subarray(5, 105))).toBe(true)
  })

  it.each([
    ['message/rfc822'],
    ['multipart/mixed; boundary=x'],
    ['text/html\r\nBcc: a@evil.example'],
    ['application/pdf; name=other.exe'],
    [''],
  ])('calls a file of type %j a plain file of bytes', async (mediaType) => {
    const attachment = { ...LETTER.attachments[0]!, mediaType }
    const draft = { ...LETTER, attachments: [attachment] }
    const message = Buffer.from(await buildMailDraft(draft)).toString('latin1')
    expect(message.match(/^Content-Type: [^;\r]*/gm)).toEqual([
      'Content-Type: multipart/mixed',
      'Content-Type: text/plain',
      'Content-Type: application/octet-stream',
    ])
    const mail = await parsed(draft)
    expect(mail.attachments[0]!.filename).toBe(attachment.fileName)
    expect(mail.attachments[0]!.content.equals(PDF)).toBe(true)
    expect(mail.bcc).toBeUndefined()
  })
})

describe('names and subjects', () => {
  it.each([
    ['plain', 'Nguyen Van An'],
    ['with marks', 'Ông Đỗ Hữu Nghĩa'],
    ['with an emoji family', 'Nhà 👨‍👩‍👧‍👦 họ Lê'],
    ['with punctuation', 'Lê, An (Ban; "Quản trị") <x@y.vn>: \\ @ [a]'],
    ['in plain punctuation', 'Le, An (Ban; "QT") <x@y.vn>: \\ @ [a]'],
    ['with 200 letters', 'ẫ'.repeat(200)],
    ['with 200 emoji', '😀'.repeat(200)],
    ['with 300 plain letters', 'a'.repeat(300)],
    ['with 300 quotes', '"'.repeat(300)],
    ['in other scripts', '阮文安 Нгуен นาม'],
  ])('%s come through whole', async (_what, text) => {
    const draft = { ...LETTER, to: { ...LETTER.to!, name: text }, subject: text }
    const mail = await parsed(draft)
    expect(mailboxOf(mail.to)).toEqual([draft.to])
    expect(mail.subject).toBe(text)
    for (const line of (await headerOf(draft)).split('\r\n')) {
      expect(line.length).toBeLessThanOrEqual(998)
    }
  })

  it('too long for a line of mail are cut where a reader sees it', async () => {
    const mail = await parsed({
      ...LETTER,
      to: { ...LETTER.to!, name: 'x'.repeat(2_000) },
      subject: 'ễ'.repeat(2_000),
    })
    expect(mailboxOf(mail.to)).toEqual([{ ...LETTER.to, name: `${'x'.repeat(299)}…` }])
    expect(mail.subject).toBe(`${'ễ'.repeat(499)}…`)
  })

  it('of a file are made safe and keep their ending', async () => {
    const long = `${'Thông báo '.repeat(20)}.pdf`
    const names = ['../../ẩn.pdf', 'a"b\\c.pdf', 'CON.pdf', 'x\u202Efdp.exe', '😀.pdf', long]
    const attachments = names.map((fileName) => ({ ...LETTER.attachments[0]!, fileName }))
    const mail = await parsed({ ...LETTER, attachments })
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(
      names.map((name) => safeFileName(name)),
    )
    expect(mail.attachments.at(-1)!.filename).toMatch(/^(Thông báo )+Th.*\.pdf$/)
  })
})

const INJECTIONS = [
  'x\r\nBcc: thief@evil.example',
  'x\nBcc: thief@evil.example',
  'x\rBcc: thief@evil.example',
  'x\r\n\r\n<script>alert(1)</script>',
  'x\0\r\n Bcc: thief@evil.example',
  'x\u2028Bcc: thief@evil.example\u0085Cc: thief@evil.example',
  '=?UTF-8?Q?x=0D=0ABcc:_thief@evil.example?=',
  '=?UTF-8?B?eA0KQmNjOiB0aGllZkBldmlsLmV4YW1wbGU=?=',
  '"\r\nContent-Type: text/html\r\n\r\n',
  'x", "thief" <thief@evil.example>',
  'x <thief@evil.example>, y',
  "x.pdf\r\nContent-Type: text/html; filename*=utf-8''y.exe",
]

describe('what looks like a header of its own', () => {
  it.each(INJECTIONS)('stays part of the text: %j', async (text) => {
    const draft: MailDraft = {
      to: { name: text, address: 'to@example.com' },
      from: { name: text, address: 'from@example.com' },
      subject: text,
      text,
      language: 'vi',
      attachments: [{ fileName: text, mediaType: 'application/pdf', bytes: PDF }],
    }
    const mail = await parsed(draft)
    const shown = cleanLine(text).replaceAll('=?', '= ?')
    expect([...mail.headers.keys()].sort()).toEqual([
      'content-type',
      'from',
      'mime-version',
      'subject',
      'to',
      'x-unsent',
    ])
    expect(mailboxOf(mail.to)).toEqual([{ name: shown, address: 'to@example.com' }])
    expect(mailboxOf(mail.from)).toEqual([{ name: shown, address: 'from@example.com' }])
    expect(mail.subject).toBe(shown)
    expect(mail.text?.trimEnd()).toBe(cleanText(text))
    expect(mail.attachments).toHaveLength(1)
    expect(mail.attachments[0]!.content.equals(PDF)).toBe(true)
  })

  it.each([
    'to@example.com\r\nBcc: thief@evil.example',
    'to@example.com\n',
    ' to@example.com',
    'to@example.com, thief@evil.example',
    'to@example.com;thief@evil.example',
    '<to@example.com>',
    'A <to@example.com>',
    '"a b"@example.com',
    'to@example',
    'to@@example.com',
    'to@exam ple.com',
    'to@example.com\0',
    'to@[127.0.0.1]',
    'tớ@example.com',
    'to\u202E@example.com',
    '=?UTF-8?Q?to?=@example.com',
    `${'a'.repeat(300)}@example.com`,
    '@example.com',
    'undisclosed-recipients:;',
    '',
  ])('is refused as an address: %j', async (address) => {
    const issue = (path: string) => ({
      code: 'INVALID_INPUT',
      issues: [{ path, code: 'EMAIL_INVALID' }],
    })
    await expect(buildMailDraft({ ...LETTER, to: { name: '', address } })).rejects.toMatchObject(
      issue('to'),
    )
    await expect(buildMailDraft({ ...LETTER, from: { name: '', address } })).rejects.toMatchObject(
      issue('from'),
    )
  })
})

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(...INJECTIONS, '=?', '?=', '\r\n.\r\n', '--=_', 'ễ', '👨‍👩‍👧‍👦', '\t', '"', '\uD800'),
)
const anyText = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''))

describe('any draft at all', () => {
  it('comes through whole in short 7-bit lines', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        anyText,
        anyText,
        anyText,
        fc.array(fc.record({ fileName: anyText, bytes: fc.uint8Array({ maxLength: 200 }) }), {
          maxLength: 3,
        }),
        async (name, subject, text, files) => {
          const draft: MailDraft = {
            to: { name, address: 'to@example.com' },
            from: null,
            subject,
            text,
            language: 'en',
            attachments: files.map((file) => ({ ...file, mediaType: 'application/pdf' })),
          }
          const message = Buffer.from(await buildMailDraft(draft))
          const lines = message.toString('latin1').split('\r\n')
          for (const line of lines) expect(line).toMatch(/^[\t\x20-\x7e]{0,998}$/)
          const mail = await simpleParser(message)
          const shown = (value: string) => cleanLine(value).replaceAll('=?', '= ?')
          expect(mailboxOf(mail.to)).toEqual([{ name: shown(name), address: 'to@example.com' }])
          expect(mail.subject ?? '').toBe(shown(subject))
          expect((mail.text ?? '').trimEnd()).toBe(cleanText(text).trimEnd())
          expect(mail.attachments.map(({ filename }) => filename)).toEqual(
            files.map(({ fileName }) => safeFileName(fileName)),
          )
          expect(mail.attachments.map(({ content }) => content.toString('hex'))).toEqual(
            files.map(({ bytes }) => Buffer.from(bytes).toString('hex')),
          )
        },
      ),
      { numRuns: 300 },
    )
  })
})
