import { changedFields } from '../audit/model.ts'
import type { CommandContext } from '../kernel/context.ts'
import { vietnamDate, type Instant } from '../kernel/calendar.ts'
import { invalid } from '../kernel/errors.ts'
import { calendarOf } from '../settings/calendar.ts'
import type { Settings } from '../settings/model.ts'
import type { Deadline, DeadlineState } from './model.ts'
import { computeDeadline, ruleOn } from './rules.ts'

/**
 * A running clock as it will be stored: rule, start, legal end and target by the board's own calendar.
 * Raises `INVALID_INPUT` on `receivedAt` for a day before the rule existed.
 */
export function deadlineRow(
  start: Readonly<{ id: string; complaintId: string; rule: string; at: Instant }>,
  settings: Settings,
): Deadline {
  const { at, ...row } = start
  const startsOn = vietnamDate(at)
  const rule = ruleOn(start.rule, startsOn)
  if (rule === null) throw invalid('receivedAt', 'RECEIPT_TOO_EARLY')
  const calendar = calendarOf(settings, startsOn)
  const { legalEnd, target } = computeDeadline(rule, at, calendar)
  return { ...row, startsOn, version: 1, legalEnd, target, state: 'running', stoppedAt: null }
}

/** Stops every running clock of a case, on record. */
export async function stopDeadlines(
  context: CommandContext,
  deadlines: readonly Deadline[],
  state: Exclude<DeadlineState, 'running'>,
): Promise<void> {
  for (const deadline of deadlines.filter((each) => each.state === 'running')) {
    await context.repositories.deadlines.update({
      ...deadline,
      state,
      stoppedAt: context.clock.now(),
    })
    context.audit({
      action: 'deadline.stopped',
      complaintId: deadline.complaintId,
      entity: 'deadline',
      entityId: deadline.id,
      changes: changedFields({ state: deadline.state }, { state, rule: deadline.rule }),
    })
  }
}
