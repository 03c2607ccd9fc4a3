import { loadCase } from '#core/case/command/load.ts'
import { personOf, requireIdentity } from '#core/complaints/cover.ts'
import { mayActFor } from '#core/complaints/mandate.ts'
import { requireAllowed } from '#core/kernel/decision.ts'
import { letterFileName } from '#core/letters/commands/export.ts'
import { loadSettings } from '#core/ports/load-settings.ts'
import { requireWhole } from '#core/retention/rules.ts'
import { ownCopyDocument } from '#core/rights/commands/own-copy-document.ts'
import { ownFiles, recordOwnCopy, type OwnFiles } from '#core/rights/commands/own-copy.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import { packLetters, type ArchiveEntry } from '../../exports/letter-archive.ts'
import { downloadTicket } from '../../dispatch/file-tickets.ts'
import {
  inTransaction,
  reading,
  requireActor,
  type BoardCall,
  type Call,
} from '../../dispatch/route.ts'

/**
 * Packs a complainant's own copy of everything: what they told as a paper, the letters to them, the files they gave, each
 * re-hashed on the way. On record before it is handed out.
 */
export async function packOwnCopy(
  call: Call,
  { complaintId }: ParsedInputOf<'rights.ownCopy'>,
): Promise<OutputOf<'rights.ownCopy'>> {
  const inner = await requireActor(call, 'complaint.copyOut')
  const { typesetter, clock, sha256 } = call.services
  const at = clock.now()
  const { code, files, document } = await reading(inner, async ({ actor, repositories }) => {
    const file = await loadCase(repositories, complaintId)
    requireWhole(file.complaint)
    requireIdentity(actor, personOf(file.complaint))
    // It holds the answer, which went to the person whose data it is.
    requireAllowed(mayActFor(file.complaint))
    const settings = await loadSettings(repositories)
    const logo = await repositories.settings.logo()
    const own = ownFiles(file)
    return {
      ...{ code: file.complaint.code, files: own },
      document: ownCopyDocument(file, own, { settings, logo, at }),
    }
  })
  const { bytes } = await typesetter.typeset(document)
  const first = { fileName: `${code}.pdf`, modifiedAt: at, bytes, sha256: sha256(bytes) }
  const archive = await packLetters(entriesOf(inner, code, first, files), {
    onProgress: () => undefined,
    signal: new AbortController().signal,
  })
  await inTransaction(call, 'complaint.copyOut', async (context) =>
    recordOwnCopy(context, complaintId, files),
  )
  const fileName = `${code}.zip`
  const zip = { name: fileName, mediaType: 'application/zip', bytes: archive.bytes }
  return { ticket: downloadTicket(inner, zip), fileName }
}

async function* entriesOf(
  { board }: BoardCall,
  code: string,
  first: ArchiveEntry,
  { letters, evidence }: OwnFiles,
): AsyncGenerator<ArchiveEntry> {
  yield first
  for (const { number, pdfSha256, issuedAt } of letters) {
    const bytes = await board.files.get(pdfSha256)
    yield { fileName: letterFileName(code, number), modifiedAt: issuedAt, bytes, sha256: pdfSha256 }
  }
  for (const { fileName, addedAt, sha256 } of evidence) {
    yield { fileName, modifiedAt: addedAt, bytes: await board.files.get(sha256), sha256 }
  }
}
