import { DomainError, invalid } from '#core/kernel/errors.ts'
import type { FileContent } from '#shared/protocol/core-messages.ts'
import { MAX_FILE_BYTES } from '#shared/protocol/envelope.ts'
import type { Ticket } from '#shared/protocol/ticket.ts'
import { requireActor, type BoardCall, type Call } from './route.ts'
import type { Receiver } from './tickets.ts'

/** A permission to send one file of this size, to `receive` alone. Raises when it is empty or too large. */
export function uploadTicket(call: Call, size: number, receive: Receiver): Ticket {
  requireFittingSize(size)
  const { tickets } = call.services
  return { ticket: tickets.issue(call.windowId, { kind: 'upload', size, receive }) }
}

/** Takes the bytes of an upload to whoever gave its ticket out, once, when they are all there. */
export async function receiveUpload(
  call: Call,
  ticket: string,
  bytes: Uint8Array,
): Promise<unknown> {
  const content = call.services.tickets.redeem(call.windowId, ticket)
  if (content?.kind !== 'upload') throw new DomainError('NOT_FOUND')
  requireFittingSize(bytes.byteLength)
  if (bytes.byteLength !== content.size) throw invalid('size', 'UPLOAD_INCOMPLETE')
  return content.receive(bytes)
}

/** A one-time permission for this window to fetch a file made for whoever sits there. */
export function downloadTicket(call: BoardCall, file: FileContent): string {
  const { shut } = call.actor
  return call.services.tickets.issue(call.windowId, { kind: 'download', file, shut })
}

/**
 * Hands out what a download ticket stands for, once; nothing to somebody who has been kept from another case since: the
 * file may be of that.
 */
export async function sendDownload(call: Call, ticket: string): Promise<FileContent> {
  const content = call.services.tickets.redeem(call.windowId, ticket)
  if (content?.kind !== 'download') throw new DomainError('NOT_FOUND')
  const { actor } = await requireActor(call, 'signed-in')
  const known = new Set(content.shut.map(({ id }) => id))
  if (!actor.shut.every(({ id }) => known.has(id))) throw new DomainError('NOT_FOUND')
  return content.file
}

/** Raises `FILE_EMPTY` or `FILE_TOO_LARGE`; `size` is in bytes. */
export function requireFittingSize(size: number): void {
  if (size === 0) throw new DomainError('FILE_EMPTY')
  if (size > MAX_FILE_BYTES) {
    throw new DomainError('FILE_TOO_LARGE', [
      { path: '', code: 'FILE_TOO_LARGE', params: { megabytes: MAX_FILE_BYTES / 1024 / 1024 } },
    ])
  }
}
