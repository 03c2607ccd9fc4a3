import { changedFields } from '../../audit/model.ts'
import { endingOf, isEndingInForce } from '../../complaints/endings.ts'
import type { CommandContext } from '../../ports/context.ts'
import { clockTable } from '../../settings/clock-table.ts'
import { clockFacts, deriveClocks } from '../clocks.ts'
import type { HeldCase } from './held-case.ts'

/**
 * Ends a complaint once what two persons decided has come true: the letter that says why has left, or it was withdrawn in
 * writing; and nobody waits for anything else in it, a right asked for or a notice owed, whose clocks run on until then.
 */
export async function endAsDecided(
  context: CommandContext,
  { current, write, settings }: HeldCase,
): Promise<void> {
  const file = current()
  const { complaint } = file
  const status = endingOf(complaint.outcome)
  if (status === null || !isEndingInForce(complaint)) return
  const clocks = deriveClocks(clockFacts(file), clockTable(settings))
  if (clocks.some(({ state, trigger }) => state === 'running' && trigger !== 'receipt')) return
  const closedAt = context.clock.now()
  const endReason = complaint.outcomeReason
  await write.complaint.update({ ...complaint, status, closedAt, endReason })
  context.audit({
    action: 'complaint.ended',
    complaintId: complaint.id,
    entity: 'complaint',
    entityId: complaint.id,
    changes: changedFields({ status: complaint.status }, { status }),
  })
}
