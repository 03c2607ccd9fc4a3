import { changedFields } from '../../audit/model.ts'
import { endingOf, isEndingInForce } from '../../complaints/endings.ts'
import type { CommandContext } from '../../ports/context.ts'
import { clockTable } from '../../settings/clock-table.ts'
import type { DerivedDeadline } from '../../deadlines/model.ts'
import { RULE } from '../../deadlines/rule-table.ts'
import { clockFacts, deriveClocks } from '../clocks.ts'
import type { HeldCase } from './held-case.ts'

/**
 * Ends a complaint once what two persons decided has come true: the letter that says why has left, or it was withdrawn in
 * writing; and nobody waits for anything else in it, a right asked for, a notice owed or what an authority asks, whose clocks
 * run on until then.
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
  if (clocks.some(isWaitedFor)) return
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

/** Whether somebody waits by this clock for more than the result of the complaint itself. */
function isWaitedFor({ state, trigger, rule }: DerivedDeadline): boolean {
  return state === 'running' && (trigger !== 'receipt' || rule === RULE.authorityAnswer)
}
