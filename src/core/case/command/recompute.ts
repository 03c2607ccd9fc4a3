import { changedFields } from '../../audit/model.ts'
import type { Deadline } from '../../deadlines/model.ts'
import type { Ends } from '../../deadlines/moves.ts'
import { CASE_TABLES } from '../../ports/case-tables.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Settings } from '../../settings/model.ts'
import { dueOf } from '../due.ts'
import { clockTable } from '../../settings/clock-table.ts'
import type { CaseFile } from '../case-file.ts'
import { ends, movesOf, pageOfMoves, type ClockMove } from './clock-moves.ts'

/** What it takes to work clocks out anew, on record. */
type Recomputing = Pick<CommandContext, 'repositories' | 'clock' | 'audit'>

/**
 * Works out some open clocks anew by the rules and working days as they are, each move on record with its old and new day:
 * after somebody changed them, and after a program came that brings others than the one before. A clock that is stopped was
 * judged by the table of its time and stays. Clocks of one case move together, whichever page the others are on. Returns how many
 * moved and after which clock the next page begins; null after the last.
 */
export async function recomputePage(
  context: Recomputing,
  settings: Settings,
  afterId: string | null,
  size: number,
): Promise<Readonly<{ moved: number; next: string | null }>> {
  const { deadlines } = context.repositories[CASE_TABLES]
  const { moves, next } = await pageOfMoves(deadlines, clockTable(settings), afterId, size)
  const cases = new Set(moves.map(({ deadline }) => deadline.complaintId))
  let moved = 0
  for (const complaintId of cases) {
    const all = movesOf(await deadlines.ofComplaint(complaintId), settings)
    await carryOut(context, all)
    moved += all.length
  }
  return { moved, next }
}

/** The same of one case that is about to be worked on, when that was not come to yet. Whether any of its clocks moved. */
export async function recomputeCase(
  context: Recomputing,
  file: CaseFile,
  settings: Settings,
): Promise<boolean> {
  const moves = movesOf(file.deadlines, settings)
  await carryOut(context, moves)
  return moves.length > 0
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
