import MailComposer from 'nodemailer/lib/mail-composer'

import { invalid } from '#core/kernel/errors.ts'
import { cleanLine, cleanText, truncateGraphemes } from '#core/kernel/text.ts'
import { LIMITS, optionalEmail } from '#shared/protocol/fields.ts'

import { safeFileName } from '../common/files/safe-name.ts'
import { sha256Of } from '../common/sha256.ts'

export type Mailbox = Readonly<{
  /** May be empty. */
  name: string
  address: string
}>

export type MailAttachment = Readonly<{ fileName: string; mediaType: string; bytes: Uint8Array }>

export type MailDraft = Readonly<{
  /** Null when the address is not known: it is then typed in the mail program. */
  to: Mailbox | null
  /** Null leaves the account to the mail program, which is right unless the board has one of its own. */
  from: Mailbox | null
  subject: string
  text: string
  language: 'vi' | 'en'
  attachments: readonly MailAttachment[]
}>

/** What may be embedded as it is; `message/…` and `multipart/…` would be taken apart by the reader. */
const MEDIA_TYPE = /^(?!message\/|multipart\/)[a-z0-9][\w.+-]*\/[a-z0-9][\w.+-]*$/i

/** Occurs neither in base64 nor in quoted-printable, so no part can look like the end of one (RFC 2045, 6.7). */
const BOUNDARY_PREFIX = '=_'

/**
 * An e-mail that is not sent yet, as an `.eml` file (RFC 5322, CRLF, 7 bit) for a person to open in a mail
 * program, check and send. The same draft gives the same bytes.
 *
 * `X-Unsent: 1` makes it a draft. Thunderbird opens such a file for writing (`MailUtils.openEMLFile` in its
 * sources, with a test); so does classic Outlook for Windows. The new Outlook does so in some versions and
 * shows it for reading in others, and has lost attachments of drafts with an HTML body: this one is plain
 * text. Apple Mail and Outlook for Mac show it for reading; Apple Mail makes it a draft with Message >
 * Send Again. `X-Uniform-Type-Identifier: com.apple.mail-draft` is only what Apple Mail writes into drafts
 * of its own; that it opens a file for writing is documented nowhere, and it would go out with the message.
 *
 * There is no `Date` and no `Message-ID`: whoever sends it adds them. An id made here would stay the same
 * when the draft is sent a second time, and servers drop the second message with an id.
 *
 * A line break or a control character cannot start a header of its own: names, subject, text and file names
 * are cleaned as everything stored is, names and subject cut at the length of a stored name or line.
 * @throws DomainError INVALID_INPUT / EMAIL_INVALID on `to` or `from`.
 */
export async function buildMailDraft(draft: MailDraft): Promise<Uint8Array> {
  const composer = new MailComposer({
    ...(draft.to === null ? {} : { to: mailbox('to', draft.to) }),
    ...(draft.from === null ? {} : { from: mailbox('from', draft.from) }),
    subject: headerText(draft.subject, LIMITS.line),
    headers: { 'X-Unsent': '1', ...LEFT_TO_THE_SENDER },
    // Not `text`, which takes neither headers nor an encoding.
    alternatives: [
      {
        contentType: 'text/plain; charset=utf-8',
        contentTransferEncoding: 'quoted-printable',
        headers: { 'Content-Language': draft.language },
        content: cleanText(draft.text),
      },
    ],
    attachments: draft.attachments.map(({ fileName, mediaType, bytes }) => ({
      filename: safeFileName(fileName),
      contentType: MEDIA_TYPE.test(mediaType) ? mediaType : 'application/octet-stream',
      contentTransferEncoding: 'base64',
      contentDisposition: 'attachment',
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    })),
    boundaryPrefix: BOUNDARY_PREFIX,
    // Its own for each draft: forwarded together, one may come to lie inside the other.
    baseBoundary: fingerprint(draft),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

/** Nodemailer adds what is missing and leaves out what is blank; a test fails should that change. */
const LEFT_TO_THE_SENDER = { Date: ' ', 'Message-ID': { value: '' } }

function mailbox(path: 'to' | 'from', { name, address }: Mailbox): Mailbox {
  const checked = optionalEmail.safeParse(address)
  // Cleaned to a good address is not good enough: what was added to it was meant for something.
  if (!checked.success || checked.data !== address) throw invalid(path, 'EMAIL_INVALID')
  return { name: headerText(name, LIMITS.name), address }
}

/** What looks like an encoded word (RFC 2047) would be decoded at the other end into what nobody here saw. */
function headerText(text: string, limit: number): string {
  return truncateGraphemes(cleanLine(text).replaceAll('=?', '= ?'), limit)
}

function fingerprint({ attachments, ...rest }: MailDraft): string {
  const files = attachments.map(({ bytes, ...file }) => ({ ...file, sha256: sha256Of(bytes) }))
  return sha256Of(JSON.stringify([rest, files])).slice(0, 32)
}
