import { changedFields } from '../../audit/model.ts'
import type { Deadline } from '../../deadlines/model.ts'
import type { Ends } from '../../deadlines/moves.ts'
import { CASE_TABLES } from '../../ports/case-tables.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Settings } from '../../settings/model.ts'
import { dueOf } from '../due.ts'
import { ends, isSameTable, movesUnder } from './clock-moves.ts'

/**
 * Works out every open clock anew after the rules or the working days changed, each move on record with its
 * old and new day. A clock that is stopped was judged by the table of its time and stays. Returns how many moved.
 */
export async function recomputeOpenClocks(
  context: CommandContext,
  before: Settings,
  after: Settings,
): Promise<number> {
  const moves = isSameTable(before, after)
    ? []
    : await movesUnder(context.repositories[CASE_TABLES], after)
  for (const { deadline, to } of moves) {
    if (to === null) await endWithRule(context, deadline)
    else await moveTo(context, deadline, to)
  }
  const cases = new Set(moves.map(({ deadline }) => deadline.complaintId))
  for (const complaintId of cases) await listAnew(context, complaintId)
  return moves.length
}

async function moveTo(
  context: CommandContext,
  deadline: Deadline,
  to: Ends & Pick<Deadline, 'extension'>,
): Promise<void> {
  await context.repositories[CASE_TABLES].deadlines.update({ ...deadline, ...to })
  context.audit({
    action: 'deadline.recomputed',
    complaintId: deadline.complaintId,
    entity: 'deadline',
    entityId: deadline.id,
    changes: [
      { field: 'rule', from: null, to: deadline.rule },
      ...changedFields(ends(deadline), ends(to)),
    ],
  })
}

/** The rule was taken out of force for the day this duty began: there is no such duty. */
async function endWithRule(context: CommandContext, deadline: Deadline): Promise<void> {
  const { complaintId, id, rule, state } = deadline
  const stoppedAt = context.clock.now()
  await context.repositories[CASE_TABLES].deadlines.update({
    ...deadline,
    state: 'ended',
    stoppedAt,
  })
  context.audit({
    action: 'deadline.stopped',
    complaintId,
    entity: 'deadline',
    entityId: id,
    changes: changedFields({ state }, { rule, state: 'ended' }),
  })
}

/** The earliest clock of the case may be another one now. */
async function listAnew({ repositories }: CommandContext, complaintId: string): Promise<void> {
  const { complaints, deadlines: clocks } = repositories[CASE_TABLES]
  const complaint = await complaints.find(complaintId)
  if (complaint === null) return
  const deadlines = await clocks.ofComplaint(complaintId)
  await complaints.setDue(complaintId, dueOf(deadlines, complaint))
}
