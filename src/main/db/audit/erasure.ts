import { isErasable } from '#core/audit/erasable.ts'
import { ERASED_ENTRIES, ERASING_ACT, type FieldChange } from '#core/audit/model.ts'
import type { DbSession } from '../db-session.ts'
import { places } from '../rows.ts'
import { EVENT_COLUMNS, linkHash, type StoredChange, type StoredEvent } from './stored-event.ts'
import { isSetAside, parseChanges } from './values.ts'

/** What of the journal goes with a case: the values beside entries, and entries from before there were such. */
export type Erasure = Readonly<{
  /** Entries whose values are erased. */
  aside: readonly number[]
  /** Entries that are blanked, with the changes they keep. */
  blanked: readonly Readonly<{ sequence: number; changes: string }>[]
  /** By which the erasing entry names each: `31`, and `12:` with what the blanked entry must then be. */
  named: FieldChange
}>

/** How many entries are erased with one statement. */
const AT_A_TIME = 500

export function isErasing({ action }: Readonly<{ action: string }>): boolean {
  return action === ERASING_ACT
}

/** What of the journal an erasing entry takes with it: all that was recorded of its case before this transaction. */
export async function planErasure(
  session: DbSession,
  key: Buffer,
  complaintId: string,
): Promise<Erasure> {
  const events = await session.rows<StoredEvent>(
    `SELECT ${EVENT_COLUMNS} FROM audit_event WHERE complaint_id = ? ORDER BY sequence`,
    [complaintId],
  )
  const aside: number[] = []
  const blanked: { sequence: number; changes: string }[] = []
  const to: string[] = []
  for (const event of events) {
    const { sequence } = event
    const stored = parseChanges(event.changes)
    const left = stored.map((change) => blank(event.entity, change))
    if (stored.some((change) => isSetAside(change) && change.erasable !== null)) {
      aside.push(sequence)
      to.push(String(sequence))
    } else if (left.some((change, index) => change !== stored[index])) {
      const changes = JSON.stringify(left)
      blanked.push({ sequence, changes })
      to.push(`${String(sequence)}:${linkHash(key, { ...event, changes })}`)
    }
  }
  return { aside, blanked, named: { field: ERASED_ENTRIES, from: null, to } }
}

function blank(entity: string, change: StoredChange): StoredChange {
  if (isSetAside(change) || !isErasable(entity, change)) return change
  return { field: change.field, erasable: null }
}

/** An entry that an erasing one names; with a hash: what it must be now that it is blanked. */
export type Erased = Readonly<{ sequence: number; hash: string | null }>

/** What an entry erases; nothing unless one person asked for it and another did it. */
export function erasedBy(event: StoredEvent): readonly Erased[] {
  if (!isErasing(event)) return []
  const facts = parseChanges(event.changes).flatMap((change) =>
    isSetAside(change) ? [] : [change],
  )
  const valueOf = (field: string) => facts.find((change) => change.field === field)?.to
  const requestedBy = valueOf('requestedBy')
  const names = valueOf(ERASED_ENTRIES)
  if (typeof requestedBy !== 'string' || [null, requestedBy].includes(event.personId)) return []
  if (typeof names !== 'object' || names === null) return []
  return names.map((name) => {
    const [sequence = '', hash = null] = name.split(':')
    return { sequence: Number(sequence), hash }
  })
}

/** Does it, after the entry that names it all was added: the triggers of both tables look for that. */
export async function erase(session: DbSession, { aside, blanked }: Erasure): Promise<void> {
  for (let from = 0; from < aside.length; from += AT_A_TIME) {
    const portion = aside.slice(from, from + AT_A_TIME)
    await session.run(`DELETE FROM audit_value WHERE sequence IN (${places(portion)})`, portion)
  }
  for (const { sequence, changes } of blanked) {
    await session.run('UPDATE audit_event SET changes = ? WHERE sequence = ?', [changes, sequence])
  }
}
