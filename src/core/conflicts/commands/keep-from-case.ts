import { changedFields } from '../../audit/model.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { giveTo } from '../../complaints/commands/edit.ts'
import { vietnamDate } from '../../kernel/calendar.ts'
import { BACK_TO_DRAFT, moveLetter } from '../../letters/commands/letter-command.ts'
import type { CommandContext } from '../../ports/context.ts'
import { disownStep } from '../../remediation/commands/steps.ts'
import type { Conflict } from '../model.ts'
import { liveConflict } from '../rules.ts'

/**
 * What follows at once when a member is kept from a case: nothing of it is theirs to do any more, and no word of theirs
 * on a letter that is still in work counts.
 */
export async function keepMemberOut(
  context: CommandContext,
  held: HeldCase,
  personId: string,
): Promise<void> {
  const { complaint, steps, letters } = held.file
  if (complaint.assigneeId === personId) await giveTo(context, held, null)
  for (const step of steps.filter((each) => each.ownerId === personId)) {
    if (step.state === 'planned') await disownStep(context, held, step)
  }
  for (const letter of letters.filter((each) => each.approvedBy === personId)) {
    if (letter.state === 'approved') {
      await moveLetter(context, { ...held, letter }, 'letter.reopened', BACK_TO_DRAFT)
    }
  }
}

/** Moves the conflict of a member on, on record. Raises when there is none to move. */
export async function settleConflict(
  context: CommandContext,
  { file, write }: HeldCase,
  personId: string,
  state: Exclude<Conflict['state'], 'asked'>,
): Promise<void> {
  const conflict = liveConflict(file.conflicts, personId)
  if (conflict === undefined) throw new Error('a request names a conflict that is not there')
  await write.conflicts.update({ ...conflict, state })
  if (state === 'dropped') return
  context.audit({
    action: state === 'named' ? 'conflict.named' : 'conflict.lifted',
    complaintId: conflict.complaintId,
    entity: 'conflict',
    entityId: conflict.id,
    changes: changedFields({}, { personId, reason: conflict.reason }),
  })
}

/** What a firm still had to do in the case ends today: its engagements that run on, and those still to come. */
export async function endEngagements(
  context: CommandContext,
  { file, write }: HeldCase,
  firmId: string,
): Promise<void> {
  const today = vietnamDate(context.clock.now())
  for (const engagement of file.engagements.filter((each) => each.firmId === firmId)) {
    const { startsOn, endsOn } = engagement
    if (endsOn !== null && endsOn <= today) continue
    const last = startsOn > today ? startsOn : today
    await write.engagements.update({ ...engagement, endsOn: last })
    context.audit({
      action: 'firm.engagementChanged',
      complaintId: engagement.complaintId,
      entity: 'engagement',
      entityId: engagement.id,
      changes: changedFields({ endsOn }, { endsOn: last }),
    })
  }
}
