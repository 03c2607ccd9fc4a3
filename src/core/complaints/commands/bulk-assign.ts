import { caseCommand } from '../../case/command/case-command.ts'
import type { CommandContext } from '../../ports/context.ts'
import { isActive } from '../status.ts'
import { giveTo } from './edit.ts'

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
    const { answer } = await caseCommand(
      context,
      id,
      async (held) => {
        const { complaint } = held.file
        if (!isActive(complaint) || complaint.assigneeId === assigneeId) return false
        await giveTo(context, held, assigneeId)
        return true
      },
      'any',
    )
    if (answer) assigned += 1
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
