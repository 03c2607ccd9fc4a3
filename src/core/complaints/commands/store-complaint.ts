import type { AuditAction } from '../../audit/actions.ts'
import { changedFields } from '../../audit/model.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Complaint } from '../model.ts'

/** A complaint whose ending is taken back. */
export const GOES_ON = { endingId: null, withdrawalEvidenceId: null, duplicateOfId: null } as const

type Change = Readonly<{
  after: Complaint
  action: AuditAction
  from: Parameters<typeof changedFields>[0]
  to: Parameters<typeof changedFields>[1]
}>

/** Stores a held complaint as it is after a change, and puts on record what of it changed. */
export async function storeComplaint(
  context: CommandContext,
  { write }: HeldCase,
  { after, action, from, to }: Change,
): Promise<void> {
  await write.complaint.update(after)
  context.audit({
    action,
    complaintId: after.id,
    entity: 'complaint',
    entityId: after.id,
    changes: changedFields(from, to),
  })
}
