import {
  approveLetter,
  discardLetter,
  getLetter,
  reopenLetter,
  returnLetter,
  submitLetter,
} from '#core/letters/commands/lifecycle.ts'
import { LETTER } from '#core/letters/kinds.ts'
import {
  addAddressees,
  addresseesOf,
  sendToAddressees,
  unsendAddressees,
} from '#core/letters/commands/addressees.ts'
import { recordDispatch, strikeDispatch } from '#core/letters/commands/dispatch.ts'
import { draftLetter, prepareLetter } from '#core/letters/commands/create-draft.ts'
import {
  editLetter,
  recomposeLetter,
  setParticulars,
  type LetterTexts,
} from '#core/letters/commands/edit.ts'
import {
  approveAndIssueLetter,
  issueLetter,
  issueSheet,
  pageOfLetter,
} from '#core/letters/commands/issue.ts'
import {
  composeLetterMail,
  issuedOnly,
  exportLetter,
  type ExportKind,
} from '#core/letters/commands/export.ts'
import { eachCovered } from '#core/case/command/covers.ts'
import { showSummary } from '#core/complaints/shown.ts'
import type { Letter, LetterFilter, LetterStanding, WaitingLetters } from '#core/letters/model.ts'
import { verifyCopy, verifyFile } from '#core/letters/commands/verify.ts'
import type { Verification } from '#core/letters/verification.ts'
import type { CommandContext, QueryContext } from '#core/ports/context.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { LOOKS } from '../../dispatch/looking-routes.ts'
import { letterRoutes as routes, type PageTicket } from '#shared/contract/letters.ts'
import { safeFileName } from '../../common/files/safe-name.ts'
import { buildMailDraft } from '../../mail/eml.ts'
import { downloadTicket, uploadTicket } from '../../dispatch/file-tickets.ts'
import { look, recordLook } from '../../dispatch/look-route.ts'
import type { Look } from '../../dispatch/looks.ts'
import { packAddressees } from './addressee-packing.ts'
import { packIssued, stopPacking } from './letter-packing.ts'
import {
  command,
  unmanaged,
  query,
  reading,
  requireActor,
  type BoardCall,
  type BoundRoute,
  type Call,
  type HandlersOf,
} from '../../dispatch/route.ts'

const PDF = 'application/pdf'
const MAIL = 'message/rfc822'

/** How many letters of the filter's kinds wait at each step. */
async function countWaiting(
  { repositories: { letters } }: QueryContext,
  { kinds }: LetterFilter,
): Promise<WaitingLetters> {
  const at = (standing: LetterStanding) => letters.count({ kinds, standings: [standing] })
  return {
    submitted: await at('submitted'),
    approved: await at('approved'),
    draft: await at('draft'),
    issued: await at('issued'),
  }
}

export const letterHandlers = {
  'letters.list': query(routes['letters.list'], async (context, { filter, after, limit }) =>
    eachCovered(
      context,
      await context.repositories.letters.page(filter, limit, after),
      showSummary,
    ),
  ),
  'letters.get': look(
    routes['letters.get'],
    (context, { id }) => getLetter(context, id),
    (_, { letter }) => (letter.state === 'issued' ? letterLook(letter) : null),
  ),
  'letters.draft': command(routes['letters.draft'], draftLetter),
  'letters.acknowledge': command(routes['letters.acknowledge'], (context, input) =>
    prepareLetter(context, {
      ...input,
      kind: LETTER.acknowledgement,
      variant: 'received',
      replacesId: null,
    }),
  ),
  'letters.sheet': warmed(
    command(routes['letters.sheet'], (context, input, call) =>
      issueSheet(context, input, toolsOf(call)),
    ),
  ),
  'letters.edit': command(routes['letters.edit'], editLetter),
  'letters.setParticulars': command(routes['letters.setParticulars'], setParticulars),
  'letters.recompose': command(routes['letters.recompose'], recomposeLetter),
  'letters.discard': command(routes['letters.discard'], discardLetter),
  'letters.submit': command(routes['letters.submit'], submitLetter),
  'letters.reopen': command(routes['letters.reopen'], reopenLetter),
  'letters.approve': command(routes['letters.approve'], approveLetter),
  'letters.return': command(routes['letters.return'], returnLetter),
  'letters.issue': warmed(
    command(routes['letters.issue'], (context, input, call) =>
      issueLetter(context, input, toolsOf(call)),
    ),
  ),
  'letters.approveAndIssue': warmed(
    command(routes['letters.approveAndIssue'], (context, input, call) =>
      approveAndIssueLetter(context, input, toolsOf(call)),
    ),
  ),
  'letters.preview': unmanaged(routes['letters.preview'], requestPreview),
  'letters.previewTexts': unmanaged(routes['letters.previewTexts'], requestTextsPreview),
  'letters.warmUp': unmanaged(routes['letters.warmUp'], async ({ services }) => {
    await services.typesetter.warmUp()
    return { warm: true } as const
  }),
  'letters.export': command(routes['letters.export'], (context, input, call) =>
    requestLetter(context, input, call, 'exported'),
  ),
  'letters.print': command(routes['letters.print'], (context, input, call) =>
    requestLetter(context, input, call, 'printed'),
  ),
  'letters.mailDraft': command(routes['letters.mailDraft'], requestMailDraft),
  'letters.dispatch': command(routes['letters.dispatch'], recordDispatch),
  'letters.strikeDispatch': command(routes['letters.strikeDispatch'], strikeDispatch),
  'letters.count': query(routes['letters.count'], async (context, { filter }) => ({
    letters: await context.repositories.letters.count(issuedOnly(filter)),
    waiting: await countWaiting(context, filter),
  })),
  'letters.pack': unmanaged(routes['letters.pack'], packIssued),
  'letters.stopPacking': unmanaged(routes['letters.stopPacking'], stopPacking),
  'letters.addressees': look(routes['letters.addressees'], addresseesOf, (_, { items: [first] }) =>
    first === undefined ? null : letterLook({ id: first.letterId, complaintId: first.complaintId }),
  ),
  'letters.addAddressees': command(routes['letters.addAddressees'], addAddressees),
  'letters.sendToAddressees': command(routes['letters.sendToAddressees'], sendToAddressees),
  'letters.unsendAddressees': command(routes['letters.unsendAddressees'], unsendAddressees),
  'letters.packAddressees': unmanaged(routes['letters.packAddressees'], packAddressees),
  'letters.requestVerification': unmanaged(
    routes['letters.requestVerification'],
    async (call, { size }) => uploadTicket(call, size, (bytes) => verifyUpload(call, bytes)),
  ),
  'letters.verifyCopy': query(routes['letters.verifyCopy'], (context, { code }) =>
    verifyCopy(context, code),
  ),
} satisfies HandlersOf<typeof routes>

/**
 * What typesets in its transaction begins once the engine is ready: started within, it would keep everybody out of the
 * database for a second. Somebody who is not signed in starts nothing.
 */
function warmed(route: BoundRoute): BoundRoute {
  return {
    ...route,
    async run(call, raw) {
      const { sessions, typesetter } = call.services
      if (sessions.of(call.windowId) !== null) await typesetter.warmUp()
      return route.run(call, raw)
    },
  }
}

/** The very page of a letter as it stands: its frozen bytes, or a fresh draft. */
async function requestPreview(call: Call, { id }: Readonly<{ id: string }>): Promise<PageTicket> {
  const inner = await requireActor(call, 'letter.read')
  const source = await reading(inner, (context) => pageOfLetter(context, { id, texts: null }))
  if ('document' in source) {
    return pageTicket(inner, await call.services.typesetter.typeset(source.document))
  }
  const bytes = await inner.board.files.get(source.letter.pdfSha256)
  await recordLook(inner, 'letter.read', letterLook(source.letter))
  const { pdfSha256: sha256, pages } = source.letter
  return pageTicket(inner, { bytes, pages, sha256, missingGlyphs: [] })
}

/** An issued letter looked at, on the screen or as its page: what left the house is somebody's answer. */
function letterLook({ id, complaintId }: Pick<Letter, 'id' | 'complaintId'>): Look {
  const ofLetter = { complaintId, entity: 'letter', entityId: id } as const
  return { of: id, entry: { action: LOOKS['letters.get'], ...ofLetter } }
}

/** The page with texts not stored yet. Of several asked for by one window only the newest is made. */
async function requestTextsPreview(
  call: Call,
  { id, ...texts }: LetterTexts & Readonly<{ id: string }>,
): Promise<OutputOf<'letters.previewTexts'>> {
  const inner = await requireActor(call, 'letter.write')
  const source = await reading(inner, (context) => pageOfLetter(context, { id, texts }))
  if (!('document' in source)) throw new Error('an issued letter has no texts to try')
  const page = await call.services.typesetter.preview(call.windowId, source.document)
  return 'superseded' in page ? page : pageTicket(inner, page)
}

/** Hands out an issued letter to be saved or printed. */
async function requestLetter(
  context: CommandContext,
  { id }: Readonly<{ id: string }>,
  call: BoardCall,
  way: ExportKind,
): Promise<OutputOf<'letters.export'>> {
  const { bytes, fileName } = await exportLetter(context, id, way, call.board.files)
  const name = safeFileName(fileName)
  return { ticket: downloadTicket(call, { name, mediaType: PDF, bytes }), fileName: name }
}

/** An e-mail draft with the issued letter attached. Raises `INVALID_INPUT` for an address no mail can go to. */
async function requestMailDraft(
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
  call: BoardCall,
  page: Readonly<{ bytes: Uint8Array }> & Omit<PageTicket, 'ticket'>,
): PageTicket {
  const { bytes, pages, sha256, missingGlyphs } = page
  const ticket = downloadTicket(call, { name: 'preview.pdf', mediaType: PDF, bytes })
  return { ticket, pages, sha256, missingGlyphs }
}

/** A file to be checked is read and forgotten: it may be anybody's. */
async function verifyUpload(call: Call, bytes: Uint8Array): Promise<Verification> {
  const inner = await requireActor(call, 'letter.read')
  const { reader, sha256 } = call.services
  const file = { sha256: sha256(bytes), claims: await reader.read('letter-claims', bytes) }
  return reading(inner, (context) => verifyFile(context, file))
}

function toolsOf(call: BoardCall) {
  return { typesetter: call.services.typesetter, files: call.board.files }
}
