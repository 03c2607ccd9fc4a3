import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'

import { isErasable } from '#core/audit/erasable.ts'
import type { AuditEntry, AuditEvent, FieldChange } from '#core/audit/model.ts'
import type { DbSession } from '../db-session.ts'
import { insertMany, places, type Condition } from '../rows.ts'
import type { SetAside, StoredChange, StoredRow } from './stored-event.ts'

/** From what to what a field of an entry changed, kept where it can be erased. */
export type ErasableValue = Readonly<{
  sequence: number
  /** Which change of the entry, from 0. */
  position: number
  /** 32 random bytes in hex, for this value alone: without them nobody can try guesses of a telephone number. */
  salt: string
  /** JSON of `[from, to]`. */
  content: string
}>

const COLUMNS = ['sequence', 'position', 'salt', 'content'] as const
const SALT_BYTES = 32

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
const contentShape = z.tuple([value, value])
const changesShape = z.array(
  z.union([
    z.strictObject({ field: z.string(), erasable: z.string().nullable() }),
    z.strictObject({ field: z.string(), from: value, to: value }),
  ]),
)

/** The changes of an entry as the journal keeps them, and what of them is kept beside it. */
export function setAside(
  sequence: number,
  { entity, changes = [] }: Pick<AuditEntry, 'entity' | 'changes'>,
): Readonly<{ changes: readonly StoredChange[]; values: readonly ErasableValue[] }> {
  const values: ErasableValue[] = []
  const stored = changes.map((change, position): StoredChange => {
    if (!isErasable(entity, change)) return change
    const salt = randomBytes(SALT_BYTES).toString('hex')
    const content = JSON.stringify([change.from, change.to])
    values.push({ sequence, position, salt, content })
    return { field: change.field, erasable: macOf({ salt, content }) }
  })
  return { changes: stored, values }
}

/** `HMAC-SHA256(salt, content)` in lower-case hex. */
export function macOf({ salt, content }: Pick<ErasableValue, 'salt' | 'content'>): string {
  return createHmac('sha256', Buffer.from(salt, 'hex')).update(content).digest('hex')
}

/** Raises for what no program of ours has written. */
export function parseChanges(stored: string): readonly StoredChange[] {
  return changesShape.parse(JSON.parse(stored))
}

export function isSetAside(change: StoredChange): change is SetAside {
  return 'erasable' in change
}

export async function insertValues(
  session: DbSession,
  values: readonly ErasableValue[],
  alongside: Condition | null,
): Promise<void> {
  const rows = values.map((each) => COLUMNS.map((column) => each[column]))
  await insertMany(session, 'audit_value', COLUMNS, rows, alongside)
}

/** What is kept beside the entries from one to another, in their order. */
export function valuesBetween(
  session: DbSession,
  from: number,
  to: number,
): Promise<readonly ErasableValue[]> {
  return session.rows<ErasableValue>(
    `SELECT ${COLUMNS.join(', ')} FROM audit_value WHERE sequence >= ? AND sequence <= ?
     ORDER BY sequence, position`,
    [from, to],
  )
}

/** Entries with what is kept beside them, as far as it is still there. */
export async function withValues(
  session: DbSession,
  rows: readonly StoredRow[],
): Promise<readonly AuditEvent[]> {
  const asked = rows.filter(({ changes }) => changes.some(isSetAside))
  const values = await valuesOf(
    session,
    asked.map(({ sequence }) => sequence),
  )
  const byPlace = new Map(values.map((each) => [placeOf(each), each.content]))
  return rows.map((row) => ({
    ...row,
    changes: row.changes.map((change, position) =>
      isSetAside(change)
        ? changeFrom(change.field, byPlace.get(placeOf({ ...row, position })))
        : change,
    ),
  }))
}

function placeOf({ sequence, position }: Pick<ErasableValue, 'sequence' | 'position'>): string {
  return `${String(sequence)}.${String(position)}`
}

async function valuesOf(
  session: DbSession,
  sequences: readonly number[],
): Promise<readonly ErasableValue[]> {
  if (sequences.length === 0) return []
  return session.rows<ErasableValue>(
    `SELECT ${COLUMNS.join(', ')} FROM audit_value WHERE sequence IN (${places(sequences)})`,
    sequences,
  )
}

function changeFrom(field: string, content: string | undefined): FieldChange {
  if (content === undefined) return { field, from: null, to: null, gone: true }
  const [from, to] = contentShape.parse(JSON.parse(content))
  return { field, from, to }
}
