import { canAttach, exportEvidence, recordEvidence } from '#core/evidence/evidence.ts'
import type { Evidence } from '#core/evidence/model.ts'
import { loadCase } from '#core/complaints/case.ts'
import { requireAllowed } from '#core/kernel/decision.ts'
import { DomainError } from '#core/kernel/errors.ts'
import type { CommandContext, QueryContext } from '#core/kernel/context.ts'
import { exportLetter, previewLetter } from '#core/letters/issue.ts'
import type { FileContent } from '#shared/contract/core-messages.ts'
import { MAX_FILE_BYTES } from '#shared/contract/envelope.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import { mediaTypeOf } from '../files/media-type.ts'
import { safeFileName } from '../files/safe-name.ts'
import { inTransaction, requireActor, type BoardCall, type Call } from './route.ts'

const PDF = 'application/pdf'

/** Lets a window send one file, once the case takes it. Size is checked again against the bytes. */
export async function requestUpload(
  call: Call,
  input: ParsedInputOf<'evidence.requestUpload'>,
): Promise<OutputOf<'evidence.requestUpload'>> {
  requireFittingSize(input.size)
  const { board } = await requireActor(call, 'evidence.add')
  const { size, ...request } = input
  const file = await board.store.read((repositories) => loadCase(repositories, request.complaintId))
  requireAllowed(canAttach(file, request))
  const ticket = call.services.tickets.issue(call.windowId, { kind: 'upload', request, size })
  return { ticket }
}

/** Stores the bytes of an upload, encrypted under their hash, then puts them on record. */
export async function receiveUpload(
  call: Call,
  ticket: string,
  bytes: Uint8Array,
): Promise<Evidence> {
  const content = call.services.tickets.redeem(call.windowId, ticket)
  if (content?.kind !== 'upload') throw new DomainError('NOT_FOUND')
  requireFittingSize(bytes.byteLength)
  if (bytes.byteLength !== content.size) {
    throw new DomainError('INVALID_INPUT', [{ path: 'size', code: 'UPLOAD_INCOMPLETE' }])
  }
  const { board } = await requireActor(call, 'evidence.add')
  const { sha256, size } = await board.files.put(bytes)
  const mediaType = mediaTypeOf(content.request.fileName)
  return inTransaction(call, 'evidence.add', (context) =>
    recordEvidence(context, content.request, { sha256, size, mediaType }),
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
  return { evidence, ticket: issue(call, file) }
}

export async function requestPreview(
  context: QueryContext,
  input: ParsedInputOf<'letters.preview'>,
  call: BoardCall,
): Promise<OutputOf<'letters.preview'>> {
  const { bytes, pages, sha256 } = await previewLetter(context, input.id, toolsOf(call))
  return { ticket: issue(call, { name: 'preview.pdf', mediaType: PDF, bytes }), pages, sha256 }
}

export async function requestLetter(
  context: CommandContext,
  input: ParsedInputOf<'letters.export'>,
  call: BoardCall,
): Promise<OutputOf<'letters.export'>> {
  const { bytes, fileName } = await exportLetter(context, input.id, toolsOf(call))
  const name = safeFileName(fileName)
  return { ticket: issue(call, { name, mediaType: PDF, bytes }), fileName: name }
}

export function toolsOf(call: BoardCall) {
  return { typesetter: call.services.typesetter, files: call.board.files }
}

function issue(call: Call, file: FileContent): string {
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
