import { acknowledgeLoss } from '#core/audit/commands/losses.ts'
import type { JournalEvent } from '#core/audit/model.ts'
import { eachCovered } from '#core/case/command/covers.ts'
import { showEvent } from '#core/complaints/shown.ts'
import type { QueryContext } from '#core/ports/context.ts'
import { auditRoutes as routes } from '#shared/contract/audit.ts'
import type { ParsedInputOf } from '#shared/contract/index.ts'
import { command, unmanaged, query, requireActor, type HandlersOf } from '../dispatch/route.ts'

export const auditHandlers = {
  'audit.list': query(routes['audit.list'], listJournal),
  'audit.verify': unmanaged(routes['audit.verify'], async (call) => {
    const { board } = await requireActor(call, 'audit.read')
    return board.store.verifyAudit()
  }),
  'audit.losses': query(routes['audit.losses'], ({ repositories }) => repositories.losses.open()),
  'audit.acknowledgeLoss': command(routes['audit.acknowledgeLoss'], acknowledgeLoss),
  'audit.lostNumbers': query(routes['audit.lostNumbers'], ({ repositories }) =>
    repositories.losses.numbers(),
  ),
} satisfies HandlersOf<typeof routes>

/** What everybody did, newest first, each with the code of its case, as far as one may read it. */
async function listJournal(
  context: QueryContext,
  { personId, before, limit }: ParsedInputOf<'audit.list'>,
): Promise<readonly JournalEvent[]> {
  const { repositories, actor } = context
  const events = await repositories.audit.page({ personId: personId ?? undefined }, before, limit)
  const ids = new Set(events.flatMap(({ complaintId }) => complaintId ?? []))
  const codes = await repositories.complaints.codes([...ids])
  return eachCovered(context, events, (event, cover) => ({
    ...showEvent(actor, event, cover),
    complaintCode: codes.get(event.complaintId ?? '') ?? null,
  }))
}
