import { changedFields } from '../../audit/model.ts'
import type { Deadline } from '../../deadlines/model.ts'
import type { Ends } from '../../deadlines/moves.ts'
import { CASE_TABLES } from '../../ports/case-tables.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Settings } from '../../settings/model.ts'
import { dueOf } from '../due.ts'
import { clockTable } from '../../settings/clock-table.ts'
import { ends, isSameTable, movesUnder, pageOfMoves, type ClockMove } from './clock-moves.ts'

/** What it takes to work clocks out anew, on record. */
type Recomputing = Pick<CommandContext, 'repositories' | 'clock' | 'audit'>

/**
 * Works out every open clock anew after the rules or the working days changed, each move on record with its
 * old and new day. A clock that is stopped was judged by the table of its time and stays. Returns how many moved.
 */
export async function recomputeOpenClocks(
  context: Recomputing,
  before: Settings,
  after: Settings,
): Promise<number> {
  const moves = isSameTable(before, after)
    ? []
    : await movesUnder(context.repositories[CASE_TABLES], after)
  await carryOut(context, moves)
  return moves.length
}

/**
 * The same of some clocks, against the table as it is: a program that brings other rules or holidays than the one before finds
 * them where that one left them. Returns after which clock the next page begins; null after the last.
 */
export async function recomputePage(
  context: Recomputing,
  settings: Settings,
  afterId: string | null,
  size: number,
): Promise<string | null> {
  const { deadlines } = context.repositories[CASE_TABLES]
  const { moves, next } = await pageOfMoves(deadlines, clockTable(settings), afterId, size)
  await carryOut(context, moves)
  return next
}

async function carryOut(context: Recomputing, moves: readonly ClockMove[]): Promise<void> {
  for (const { deadline, to } of moves) {
    if (to === null) await endWithRule(context, deadline)
    else await moveTo(context, deadline, to)
  }
  const cases = new Set(moves.map(({ deadline }) => deadline.complaintId))
  for (const complaintId of cases) await listAnew(context, complaintId)
}

async function moveTo(
  context: Recomputing,
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
async function endWithRule(context: Recomputing, deadline: Deadline): Promise<void> {
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
async function listAnew({ repositories }: Recomputing, complaintId: string): Promise<void> {
  const { complaints, deadlines: clocks } = repositories[CASE_TABLES]
  const complaint = await complaints.find(complaintId)
  if (complaint === null) return
  const deadlines = await clocks.ofComplaint(complaintId)
  await complaints.setDue(complaintId, dueOf(deadlines, complaint))
}
