import { changedFields, type AuditEntry, type AuditValue } from '#core/audit/model.ts'
import type { CommandContext } from '#core/ports/context.ts'
import type { Vault } from '../../vault/vault.ts'
import { RESTORED_ENTITY, type GoingBackNote } from '../../workspace/going-back-note.ts'
import { agreeOnPeople, type PeopleApart } from './agree-on-people.ts'

/** Nothing was read of the damaged database. */
export const NOTHING_SALVAGED = { entries: 0, rows: 0, complete: false, complaints: [] }

/**
 * Puts on record that the board went back to a copy, by whoever comes in first: they themselves did, or the program was
 * killed (`interrupted`) before it could say so. People and keys agree afterwards, but for {@link dropLostAccounts}.
 */
export async function recordGoingBack(
  context: Pick<CommandContext, 'repositories' | 'clock' | 'audit'>,
  note: GoingBackNote,
  vault: Vault,
  interrupted: boolean,
): Promise<PeopleApart> {
  const { madeAt, filesLost, salvaged } = note
  const { entries, rows, complete, complaints } = salvaged ?? NOTHING_SALVAGED
  const found = await agreeOnPeople(context, vault, note)
  // Each on its own: a case that is kept from somebody is not named to them, here or in the journal.
  for (const id of complete ? [] : complaints) context.audit(toCheck(id))
  const facts: Readonly<Record<string, AuditValue>> = {
    ...{ madeAt, accountsLost: found.lost, accountsOut: found.outAgain },
    ...{ accountsInDoubt: found.inDoubt, filesLost },
    ...{ entriesSalvaged: entries, rowsSalvaged: rows, interrupted },
  }
  context.audit({
    action: 'board.restored',
    entity: 'settings',
    entityId: RESTORED_ENTITY,
    changes: changedFields({}, facts).filter(
      ({ to }) => to !== 0 && to !== false && (!Array.isArray(to) || to.length > 0),
    ),
  })
  return found
}

function toCheck(id: string): AuditEntry {
  return { action: 'complaint.toCheck', complaintId: id, entity: 'complaint', entityId: id }
}
