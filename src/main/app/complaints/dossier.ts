import { hiddenOf, readableBy, type CaseFile } from '#core/case/case-file.ts'
import { loadCase } from '#core/case/command/load.ts'
import { dossierDocument, dossierFileName, MAX_DOSSIER_EVENTS } from '#core/case/dossier.ts'
import type { AuditEvent } from '#core/audit/model.ts'
import { coverOf, personOf } from '#core/complaints/cover.ts'
import { showEvent } from '#core/complaints/shown.ts'
import type { QueryContext } from '#core/ports/context.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import { downloadTicket } from '../../dispatch/file-tickets.ts'
import { inTransaction, reading, requireActor, type Call } from '../../dispatch/route.ts'
import { namesInFigures } from '../figures/names.ts'

/**
 * A whole case as a paper, made of the very case and history its reader is shown (`complaints.open`, `complaints.history`).
 * On record before it is handed out. Raises `NOT_FOUND` for who is kept from the case.
 */
export async function printDossier(
  call: Call,
  { id, language }: ParsedInputOf<'complaints.printDossier'>,
): Promise<OutputOf<'complaints.printDossier'>> {
  const inner = await requireActor(call, 'complaint.export')
  const { code, document } = await reading(inner, async (context) => {
    const { actor, clock, repositories } = context
    const file = await loadCase(repositories, id)
    const { people, settings } = await namesInFigures(repositories)
    const events = await newestOf(context, file)
    const history = events.slice(0, MAX_DOSSIER_EVENTS)
    const about = { language, at: clock.now(), by: inner.actor.fullName, people, settings }
    const cut = events.length > history.length
    return {
      code: file.complaint.code,
      document: dossierDocument(readableBy(actor, file), history, { ...about, cut }),
    }
  })
  const { bytes } = await call.services.typesetter.typeset(document)
  await inTransaction(call, 'complaint.export', async ({ audit }) => {
    audit({
      ...{ action: 'complaint.dossierPrinted', complaintId: id },
      ...{ entity: 'complaint', entityId: id },
    })
  })
  const name = dossierFileName(code, language)
  const file = { name, mediaType: 'application/pdf', bytes }
  return { ticket: downloadTicket(inner, file), fileName: name }
}

/** What became of the case, newest first, one more than are printed. */
async function newestOf(
  { repositories, actor }: QueryContext,
  file: CaseFile,
): Promise<readonly AuditEvent[]> {
  const cover = coverOf(actor, personOf(file.complaint))
  const filter = { complaintId: file.complaint.id, without: hiddenOf(actor.role, file) }
  const events = await repositories.audit.page(filter, null, MAX_DOSSIER_EVENTS + 1)
  return events.map((event) => showEvent(actor, event, cover))
}
