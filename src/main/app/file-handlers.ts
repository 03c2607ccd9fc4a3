import { loadCase } from '#core/case/command/load.ts'
import { readableBy } from '#core/case/case-file.ts'
import { canAttach, type EvidenceRequest } from '#core/evidence/rules.ts'
import { exportEvidence, recordEvidence } from '#core/evidence/commands/evidence.ts'
import type { Evidence } from '#core/evidence/model.ts'
import type { CommandContext } from '#core/ports/context.ts'
import { requireAllowed } from '#core/kernel/decision.ts'
import { assertNever, DomainError } from '#core/kernel/errors.ts'
import { verifyFile } from '#core/letters/commands/verify.ts'
import type { Verification } from '#core/letters/verification.ts'
import type { Settings } from '#core/settings/model.ts'
import { loadSettings } from '#core/ports/load-settings.ts'
import { saveLogo } from '#core/settings/commands/settings.ts'
import type { Ticket } from '#shared/contract/case.ts'
import type { FileContent } from '#shared/contract/core-messages.ts'
import { MAX_FILE_BYTES } from '#shared/contract/envelope.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import { mediaTypeOf } from '../files/media-type.ts'
import { safeFileName } from '../common/files/safe-name.ts'
import { checkLogo, tryLogo } from '../letters/logo-check.ts'
import { readPdfClaims } from '../letters/pdf-claims.ts'
import { inTransaction, requireActor, type BoardCall, type Call } from '../dispatch/route.ts'
import type { UploadPurpose } from '../dispatch/tickets.ts'

/** Lets a window send one file, once the case takes it. Size is checked again against the bytes. */
export async function requestUpload(
  call: Call,
  input: ParsedInputOf<'evidence.requestUpload'>,
): Promise<OutputOf<'evidence.requestUpload'>> {
  requireFittingSize(input.size)
  const { board, actor } = await requireActor(call, 'evidence.add')
  const { size, ...request } = input
  const file = await board.store.read((repositories) => loadCase(repositories, request.complaintId))
  requireAllowed(canAttach(readableBy(actor.role, file), request))
  return uploadTicket(call, { kind: 'evidence', request }, size)
}

/** A permission to send one file of this size, for this purpose. Raises when it is empty or too large. */
export function uploadTicket(call: Call, purpose: UploadPurpose, size: number): Ticket {
  requireFittingSize(size)
  const { tickets } = call.services
  return { ticket: tickets.issue(call.windowId, { kind: 'upload', purpose, size }) }
}

/** Takes the bytes of an upload and does with them what its ticket was asked for. */
export async function receiveUpload(
  call: Call,
  ticket: string,
  bytes: Uint8Array,
): Promise<Evidence | Verification | Settings> {
  const content = call.services.tickets.redeem(call.windowId, ticket)
  if (content?.kind !== 'upload') throw new DomainError('NOT_FOUND')
  requireFittingSize(bytes.byteLength)
  if (bytes.byteLength !== content.size) {
    throw new DomainError('INVALID_INPUT', [{ path: 'size', code: 'UPLOAD_INCOMPLETE' }])
  }
  const { purpose } = content
  switch (purpose.kind) {
    case 'evidence':
      return receiveEvidence(call, purpose.request, bytes)
    case 'logo':
      return receiveLogo(call, bytes)
    case 'verification':
      return verifyUpload(call, bytes)
    default:
      return assertNever(purpose)
  }
}

/** Stores the bytes, encrypted under their hash, then puts them on record. */
async function receiveEvidence(
  call: Call,
  request: EvidenceRequest,
  bytes: Uint8Array,
): Promise<Evidence> {
  const { board } = await requireActor(call, 'evidence.add')
  const { sha256, size } = await board.files.put(bytes)
  const mediaType = mediaTypeOf(request.fileName)
  return inTransaction(call, 'evidence.add', (context) =>
    recordEvidence(context, request, { sha256, size, mediaType }),
  )
}

/** The picture is checked, tried on a letter, and only then kept. */
async function receiveLogo(call: Call, bytes: Uint8Array): Promise<Settings> {
  await requireActor(call, 'settings.manage')
  const checked = await checkLogo(bytes)
  await tryLogo(checked, call.services.typesetter)
  const base64 = Buffer.from(checked.bytes).toString('base64')
  return inTransaction(call, 'settings.manage', async (context) => {
    const sha256 = context.sha256(checked.bytes)
    await saveLogo(context, { mediaType: checked.mediaType, base64 }, sha256)
    return loadSettings(context.repositories)
  })
}

/** A file to be checked is read and forgotten: it may be anybody's. */
async function verifyUpload(call: Call, bytes: Uint8Array): Promise<Verification> {
  const { board, actor } = await requireActor(call, 'letter.read')
  const { clock, sha256 } = call.services
  const file = { sha256: sha256(bytes), claims: readPdfClaims(bytes) }
  return board.store.read((repositories) =>
    verifyFile({ actor, clock, sha256, repositories }, file),
  )
}

/** Hands out what a download ticket stands for, once. */
export function sendDownload(call: Call, ticket: string): FileContent {
  const content = call.services.tickets.redeem(call.windowId, ticket)
  if (content?.kind !== 'download') throw new DomainError('NOT_FOUND')
  return content.file
}

export async function requestEvidence(
  context: CommandContext,
  input: ParsedInputOf<'evidence.requestDownload'>,
  call: BoardCall,
): Promise<OutputOf<'evidence.requestDownload'>> {
  const { evidence, bytes } = await exportEvidence(context, input.id, call.board.files)
  const file = { name: safeFileName(evidence.fileName), mediaType: evidence.mediaType, bytes }
  return { evidence, ticket: downloadTicket(call, file) }
}

export function toolsOf(call: BoardCall) {
  return { typesetter: call.services.typesetter, files: call.board.files }
}

/** A one-time permission for this window to fetch the file. */
export function downloadTicket(call: Call, file: FileContent): string {
  return call.services.tickets.issue(call.windowId, { kind: 'download', file })
}

function requireFittingSize(size: number): void {
  if (size === 0) throw new DomainError('FILE_EMPTY')
  if (size > MAX_FILE_BYTES) {
    throw new DomainError('FILE_TOO_LARGE', [
      { path: '', code: 'FILE_TOO_LARGE', params: { megabytes: MAX_FILE_BYTES / 1024 / 1024 } },
    ])
  }
}
