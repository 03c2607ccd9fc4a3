import { caseCommand } from '../../case/command/case-command.ts'
import type { CommandContext } from '../../ports/context.ts'
import { isActive } from '../status.ts'
import { giveTo } from './edit.ts'

/** In one order, each once: two people who give away the same cases never wait for each other. */
export function casesInTurn(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].toSorted()
}

/**
 * Gives as many of these cases as there is time for to one person, or to nobody, each on record; at least the first.
 * Cases that are over and those already theirs are left as they are. Answers, of each it came to, whether it changed
 * hands. Raises what `assignComplaint` raises; then none of them did.
 */
export async function assignComplaints(
  context: CommandContext,
  input: Readonly<{ ids: readonly string[]; assigneeId: string | null }>,
  hasTime: () => boolean = () => true,
): Promise<readonly boolean[]> {
  const { ids, assigneeId } = input
  const given: boolean[] = []
  for (const id of ids) {
    if (given.length > 0 && !hasTime()) break
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
    given.push(answer)
  }
  if (!given.includes(true)) {
    context.audit({
      action: 'complaint.noneAssigned',
      complaintId: null,
      entity: 'complaint',
      entityId: '',
      changes: [{ field: 'count', from: null, to: given.length }],
    })
  }
  return given
}
