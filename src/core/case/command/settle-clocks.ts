import type { AuditAction } from '../../audit/actions.ts'
import { changedFields, type AuditValue } from '../../audit/model.ts'
import type { DerivedDeadline, Deadline } from '../../deadlines/model.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { DeadlineRepository } from '../../ports/repositories.ts'
import { clockTable } from '../../settings/clock-table.ts'
import type { Settings } from '../../settings/model.ts'
import type { CaseFile } from '../case-file.ts'
import { deriveClocks, clockFacts } from '../clocks.ts'
import { inOrder, CASE_ORDER } from '../order.ts'

/**
 * Brings the stored clocks of a case in line with its facts, on record: new duties start, acts stop them, acts
 * taken back let them run again, and a duty that is gone ends. A clock that stays stopped is left as it was
 * judged, whatever became of the holidays since.
 */
export async function settleClocks(
  context: CommandContext,
  deadlines: DeadlineRepository,
  file: CaseFile,
  settings: Settings,
): Promise<readonly Deadline[]> {
  const clocks = deriveClocks(clockFacts(file), clockTable(settings))
  const settled: Deadline[] = []
  for (const clock of clocks) {
    const stored = file.deadlines.find((each) => sameDuty(each, clock))
    if (stored === undefined) {
      const started = startedClock(context, file.complaint.id, clock)
      await deadlines.insert(started)
      record(context, started, {}, 'deadline.started')
      settled.push(started)
    } else settled.push(await move(context, deadlines, stored, clock))
  }
  const gone = file.deadlines.filter((each) => !clocks.some((clock) => sameDuty(each, clock)))
  for (const stored of gone) settled.push(await end(context, deadlines, stored))
  return inOrder(settled, CASE_ORDER.deadlines)
}

/** A clock as it is stored when its duty begins. */
export function startedClock(
  { ids }: Pick<CommandContext, 'ids'>,
  complaintId: string,
  clock: DerivedDeadline,
): Deadline {
  return { ...clock, id: ids.next(), complaintId, version: 1 }
}

type Duty = Pick<DerivedDeadline, 'rule' | 'triggerId'>

function sameDuty(one: Duty, other: Duty): boolean {
  return one.rule === other.rule && one.triggerId === other.triggerId
}

async function move(
  context: CommandContext,
  deadlines: DeadlineRepository,
  stored: Deadline,
  clock: DerivedDeadline,
): Promise<Deadline> {
  if (isStopped(stored) && isStopped(clock) && stored.stoppedAt === clock.stoppedAt) return stored
  const next = { ...stored, ...clock }
  if (changedFields(audited(stored), audited(next)).length === 0) return stored
  const kept = await deadlines.update(next)
  record(context, kept, audited(stored), moveOf(stored, kept))
  return kept
}

async function end(
  context: CommandContext,
  deadlines: DeadlineRepository,
  stored: Deadline,
): Promise<Deadline> {
  if (stored.state !== 'running') return stored
  const ended = await deadlines.update({
    ...stored,
    state: 'ended',
    stoppedAt: context.clock.now(),
  })
  record(context, ended, audited(stored), 'deadline.stopped')
  return ended
}

function isStopped({ state }: DerivedDeadline): boolean {
  return state === 'met' || state === 'missed'
}

/** What happened to a clock, in the words of the record. */
function moveOf(before: Deadline, after: Deadline): AuditAction {
  if (before.state !== after.state) {
    return after.state === 'running' ? 'deadline.restarted' : 'deadline.stopped'
  }
  if (before.stoppedAt !== after.stoppedAt) return 'deadline.stopped'
  return before.extension === after.extension ? 'deadline.recomputed' : 'deadline.extended'
}

function record(
  context: CommandContext,
  deadline: Deadline,
  before: Readonly<Record<string, AuditValue>>,
  action: AuditAction,
): void {
  context.audit({
    action,
    complaintId: deadline.complaintId,
    entity: 'deadline',
    entityId: deadline.id,
    changes: [
      // First and always, so that every line of the record says which duty it is about.
      { field: 'rule', from: null, to: deadline.rule },
      ...changedFields(before, audited(deadline)),
    ],
  })
}

function audited(deadline: DerivedDeadline): Readonly<Record<string, AuditValue>> {
  const { state, startsAt, legalEnd, target, endsAt, extension, viaProcessor, stoppedAt } = deadline
  return { state, startsAt, legalEnd, target, endsAt, extension, viaProcessor, stoppedAt }
}
