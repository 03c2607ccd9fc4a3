import { changedFields } from '../../audit/model.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { isKeptCopy, type Evidence } from '../../evidence/model.ts'
import type { LocalDate } from '../../kernel/calendar.ts'
import type { CommandContext } from '../../ports/context.ts'

/** The copies of papers of a case that wait for the check of identity are due on the day it was made. */
export async function dueWithCheck(
  context: CommandContext,
  { file, write }: HeldCase,
  checkedOn: LocalDate,
): Promise<void> {
  for (const known of file.evidence.filter(isKeptCopy)) {
    if (known.destroyOn !== null) continue
    const stored = await write.evidence.update({ ...known, destroyOn: checkedOn })
    recordFile(context, 'evidence.identityMarked', known, stored)
  }
}

/** Puts on record what became of a copy of papers. */
export function recordFile(
  context: CommandContext,
  action: 'evidence.identityMarked' | 'evidence.destroyed',
  before: Evidence,
  after: Evidence,
): void {
  const facts = ({ identityCopy, destroyOn, destroyedAt }: Evidence) => ({
    ...{ identityCopy, destroyOn, destroyedAt },
  })
  context.audit({
    action,
    complaintId: after.complaintId,
    entity: 'evidence',
    entityId: after.id,
    changes: [
      { field: 'fileName', from: null, to: after.fileName },
      ...changedFields(facts(before), facts(after)),
    ],
  })
}
