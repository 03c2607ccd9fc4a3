import type { CommandContext, QueryContext } from '#core/ports/context.ts'
import { pageOfLetter } from '#core/letters/commands/issue.ts'
import type { LetterTexts } from '#core/letters/commands/edit.ts'
import { composeLetterMail, takeLetterOut, type WayOut } from '#core/letters/commands/outside.ts'
import type { Repositories } from '#core/ports/repositories.ts'
import type { PageTicket } from '#shared/contract/letters.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { safeFileName } from '../common/files/safe-name.ts'
import { buildMailDraft } from '../mail/eml.ts'
import { downloadTicket } from './file-handlers.ts'
import { requireActor, type BoardCall, type Call } from '../dispatch/route.ts'

const PDF = 'application/pdf'
const MAIL = 'message/rfc822'

/** The very page of a letter as it stands: its frozen bytes, or a fresh draft. */
export async function requestPreview(
  call: Call,
  { id }: Readonly<{ id: string }>,
): Promise<PageTicket> {
  const inner = await requireActor(call, 'letter.read')
  const source = await reading(inner, (context) => pageOfLetter(context, { id, texts: null }))
  if ('document' in source) {
    return pageTicket(call, await call.services.typesetter.typeset(source.document))
  }
  const bytes = await inner.board.files.get(source.pdfSha256)
  const { pdfSha256: sha256, pages } = source
  return pageTicket(call, { bytes, pages, sha256, missingGlyphs: [] })
}

/** The page with texts not stored yet. Of several asked for by one window only the newest is made. */
export async function requestTextsPreview(
  call: Call,
  { id, ...texts }: LetterTexts & Readonly<{ id: string }>,
): Promise<OutputOf<'letters.previewTexts'>> {
  const inner = await requireActor(call, 'letter.write')
  const source = await reading(inner, (context) => pageOfLetter(context, { id, texts }))
  if (!('document' in source)) throw new Error('an issued letter has no texts to try')
  const page = await call.services.typesetter.preview(call.windowId, source.document)
  return 'superseded' in page ? page : pageTicket(call, page)
}

/** Hands out an issued letter to be saved or printed. */
export async function requestLetter(
  context: CommandContext,
  { id }: Readonly<{ id: string }>,
  call: BoardCall,
  way: WayOut,
): Promise<OutputOf<'letters.export'>> {
  const { bytes, fileName } = await takeLetterOut(context, id, way, call.board.files)
  const name = safeFileName(fileName)
  return { ticket: downloadTicket(call, { name, mediaType: PDF, bytes }), fileName: name }
}

/** An e-mail draft with the issued letter attached. Raises `INVALID_INPUT` for an address no mail can go to. */
export async function requestMailDraft(
  context: CommandContext,
  { id }: Readonly<{ id: string }>,
  call: BoardCall,
): Promise<OutputOf<'letters.mailDraft'>> {
  const { attachment, ...mail } = await composeLetterMail(context, id, call.board.files)
  const fileName = safeFileName(attachment.fileName)
  const bytes = await buildMailDraft({
    ...mail,
    // The mail program puts in the account it sends from.
    from: null,
    attachments: [{ fileName, mediaType: PDF, bytes: attachment.bytes }],
  })
  const name = fileName.replace(/\.pdf$/u, '.eml')
  const ticket = downloadTicket(call, { name, mediaType: MAIL, bytes })
  return { ticket, fileName: name, to: mail.to?.address ?? null }
}

function pageTicket(
  call: Call,
  page: Readonly<{ bytes: Uint8Array }> & Omit<PageTicket, 'ticket'>,
): PageTicket {
  const { bytes, pages, sha256, missingGlyphs } = page
  const ticket = downloadTicket(call, { name: 'preview.pdf', mediaType: PDF, bytes })
  return { ticket, pages, sha256, missingGlyphs }
}

/** Reads for a route that then works on without holding the store. */
function reading<Result>(
  { board, actor, services: { clock, sha256 } }: BoardCall,
  work: (context: QueryContext) => Promise<Result>,
): Promise<Result> {
  return board.store.read((repositories: Repositories) =>
    work({ actor, clock, sha256, repositories }),
  )
}
