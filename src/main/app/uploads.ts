import type { Evidence } from '#core/evidence/model.ts'
import { assertNever, DomainError } from '#core/kernel/errors.ts'
import type { Verification } from '#core/letters/verification.ts'
import type { Settings } from '#core/settings/model.ts'
import { receiveEvidence } from './evidence.ts'
import { requireFittingSize } from '../dispatch/file-tickets.ts'
import { verifyUpload } from './letters/routes.ts'
import type { Call } from '../dispatch/route.ts'
import { receiveLogo } from './settings.ts'

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
