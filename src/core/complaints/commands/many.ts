import type { CommandContext } from '../../ports/context.ts'
import { lockCase } from '../../case/command/load.ts'
import { assignComplaint } from './edit.ts'

/**
 * Gives several cases to one person, or to nobody, each on record. Cases that are over and those already theirs
 * are left as they are. Raises what `assignComplaint` raises; then none changed hands.
 */
export async function assignComplaints(
  context: CommandContext,
  input: Readonly<{ ids: readonly string[]; assigneeId: string | null }>,
): Promise<Readonly<{ assigned: number; left: number }>> {
  const { assigneeId } = input
  // In one order, so that two of these never wait for each other.
  const ids = [...new Set(input.ids)].toSorted()
  let assigned = 0
  for (const id of ids) {
    const { complaint } = await lockCase(context.repositories, id)
    const active = complaint.status === 'open' || complaint.status === 'answered'
    if (!active || complaint.assigneeId === assigneeId) continue
    await assignComplaint(context, { id, version: complaint.version, assigneeId })
    assigned += 1
  }
  const left = ids.length - assigned
  if (assigned === 0) {
    context.audit({
      action: 'complaint.noneAssigned',
      complaintId: null,
      entity: 'complaint',
      entityId: '',
      changes: [{ field: 'count', from: null, to: ids.length }],
    })
  }
  return { assigned, left }
}
