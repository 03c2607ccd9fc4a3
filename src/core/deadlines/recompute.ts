import { changedFields } from '../audit/model.ts'
import type { CommandContext } from '../kernel/context.ts'
import type { Settings } from '../settings/model.ts'
import type { ClockTable } from './clocks.ts'
import type { Deadline } from './model.ts'
import { computeDeadline, ruleOn } from './rules.ts'
import { dueOf } from './settle.ts'
import { clockTable } from './table.ts'

/** Clocks looked at together: as many as fit in memory without a thought. */
const AT_ONCE = 1_000

/**
 * Works out every open clock anew after the rules or the working days changed, each move on record with its
 * old and new day. A clock that is stopped was judged by the table of its time and stays. Returns how many moved.
 */
export async function recomputeOpenClocks(
  context: CommandContext,
  before: Settings,
  after: Settings,
): Promise<number> {
  if (isSameTable(before, after)) return 0
  const table = clockTable(after)
  const { deadlines } = context.repositories
  const moved = new Set<string>()
  let count = 0
  let afterId: string | null = null
  for (;;) {
    const running: readonly Deadline[] = await deadlines.running(afterId, AT_ONCE)
    for (const deadline of running) {
      if (!(await recompute(context, deadline, table))) continue
      moved.add(deadline.complaintId)
      count += 1
    }
    afterId = running.at(-1)?.id ?? null
    if (running.length < AT_ONCE) break
  }
  for (const complaintId of moved) await listAnew(context, complaintId)
  return count
}

function isSameTable(before: Settings, after: Settings): boolean {
  const parts = ({ rules, holidays, restDays }: Settings): string =>
    JSON.stringify([rules, holidays, restDays])
  return parts(before) === parts(after)
}

async function recompute(
  context: CommandContext,
  deadline: Deadline,
  table: ClockTable,
): Promise<boolean> {
  const { startsOn, startsAt, viaProcessor } = deadline
  const rule = ruleOn(deadline.rule, startsOn, table.rules)
  if (rule === null) {
    await endWithRule(context, deadline)
    return true
  }
  const extension = Math.min(deadline.extension, rule.extension?.maxAmount ?? 0)
  const { legalEnd, target, endsAt } = computeDeadline(
    rule,
    startsAt,
    table.calendarFrom(startsOn),
    { viaProcessor, extension },
  )
  const changes = changedFields(ends(deadline), { legalEnd, target, endsAt })
  if (changes.length === 0) return false
  await context.repositories.deadlines.update({ ...deadline, extension, legalEnd, target, endsAt })
  context.audit({
    action: 'deadline.recomputed',
    complaintId: deadline.complaintId,
    entity: 'deadline',
    entityId: deadline.id,
    changes: [{ field: 'rule', from: null, to: deadline.rule }, ...changes],
  })
  return true
}

/** The rule was taken out of force for the day this duty began: there is no such duty. */
async function endWithRule(context: CommandContext, deadline: Deadline): Promise<void> {
  const { complaintId, id, rule, state } = deadline
  const stoppedAt = context.clock.now()
  await context.repositories.deadlines.update({ ...deadline, state: 'ended', stoppedAt })
  context.audit({
    action: 'deadline.stopped',
    complaintId,
    entity: 'deadline',
    entityId: id,
    changes: changedFields({ state }, { rule, state: 'ended' }),
  })
}

function ends({ legalEnd, target, endsAt }: Deadline) {
  return { legalEnd, target, endsAt }
}

/** The earliest clock of the case may be another one now. */
async function listAnew({ repositories }: CommandContext, complaintId: string): Promise<void> {
  const complaint = await repositories.complaints.find(complaintId)
  if (complaint === null) return
  const deadlines = await repositories.deadlines.ofComplaint(complaintId)
  await repositories.complaints.setDue(complaintId, dueOf(deadlines, complaint))
}
