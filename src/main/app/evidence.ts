import { readableBy } from '#core/case/case-file.ts'
import { eachCovered } from '#core/case/command/covers.ts'
import { loadCase } from '#core/case/command/load.ts'
import { exportEvidence, recordEvidence, setGiver } from '#core/evidence/commands/evidence.ts'
import {
  destroyIdentityCopy,
  doomedCopies,
  markIdentityCopy,
} from '#core/rights/commands/identity-copies.ts'
import type { Evidence } from '#core/evidence/model.ts'
import { canAttach, type EvidenceRequest } from '#core/evidence/rules.ts'
import { requireAllowed } from '#core/kernel/decision.ts'
import type { CommandContext } from '#core/ports/context.ts'
import { evidenceRoutes as routes } from '#shared/contract/evidence.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import { mediaTypeOf } from '../files/media-type.ts'
import { safeFileName } from '../common/files/safe-name.ts'
import { destroyDoomed } from '../workspace/destroy-files.ts'
import { downloadTicket, requireFittingSize, uploadTicket } from '../dispatch/file-tickets.ts'
import {
  command,
  query,
  unmanaged,
  inTransaction,
  reading,
  requireActor,
  type BoardCall,
  type Call,
  type HandlersOf,
} from '../dispatch/route.ts'

export const evidenceHandlers = {
  'evidence.requestUpload': unmanaged(routes['evidence.requestUpload'], requestUpload),
  'evidence.setGiver': command(routes['evidence.setGiver'], setGiver),
  'evidence.markIdentityCopy': command(routes['evidence.markIdentityCopy'], markIdentityCopy),
  'evidence.destroy': unmanaged(routes['evidence.destroy'], destroy),
  'evidence.toDestroy': query(routes['evidence.toDestroy'], async (context) =>
    eachCovered(context, await doomedCopies(context), (row, cover) => ({
      ...row,
      fileName: cover.text(row.fileName),
    })),
  ),
  'evidence.requestDownload': command(routes['evidence.requestDownload'], requestDownload),
} satisfies HandlersOf<typeof routes>

/** Destroys a copy of papers: its bytes go once that is durable, and again at every opening until they are gone. */
async function destroy(call: Call, input: ParsedInputOf<'evidence.destroy'>): Promise<Evidence> {
  const inner = await requireActor(call, 'right.settle')
  const destroyed = await inTransaction(call, 'right.settle', (context) =>
    destroyIdentityCopy(context, input),
  )
  const { clock, desk } = call.services
  const gone = await destroyDoomed(inner.board, clock.now()).catch(() => false)
  // The second place still has the file.
  if (gone) await desk.secondPlace.copyAnew().catch(() => undefined)
  return destroyed
}

/** Lets a window send one file, once the case takes it. Size is checked again against the bytes. */
async function requestUpload(
  call: Call,
  input: ParsedInputOf<'evidence.requestUpload'>,
): Promise<OutputOf<'evidence.requestUpload'>> {
  requireFittingSize(input.size)
  const inner = await requireActor(call, 'evidence.add')
  const { size, ...request } = input
  const file = await reading(inner, ({ repositories }) =>
    loadCase(repositories, request.complaintId),
  )
  requireAllowed(canAttach(readableBy(inner.actor, file), request))
  return uploadTicket(call, size, (bytes) => receiveEvidence(call, request, bytes))
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

async function requestDownload(
  context: CommandContext,
  input: ParsedInputOf<'evidence.requestDownload'>,
  call: BoardCall,
): Promise<OutputOf<'evidence.requestDownload'>> {
  const { evidence, bytes } = await exportEvidence(context, input.id, call.board.files)
  const file = { name: safeFileName(evidence.fileName), mediaType: evidence.mediaType, bytes }
  return { evidence, ticket: downloadTicket(call, file) }
}
