import type { Instant } from '../kernel/calendar.ts'
import type { AuditAction } from './actions.ts'

/** A value as it stood in a field before or after a change. */
export type AuditValue = string | number | boolean | null | readonly string[]

export type FieldChange = Readonly<{
  field: string
  from: AuditValue
  to: AuditValue
  /** From what to what is not kept any more (ADR 35); both are then null. */
  gone?: true
}>

/** The act by which two persons take a case's values out of the journal, and the field in which it names the entries. */
export const ERASING_ACT = 'complaint.anonymised'
export const ERASED_ENTRIES = 'erasedEntries'

/** What a command says happened. Who, when and the chain are added by the unit of work. */
export type AuditEntry = Readonly<{
  action: AuditAction
  complaintId?: string | null
  entity: string
  entityId: string
  changes?: readonly FieldChange[]
}>

/** One link of the chain: `hash = HMAC(auditKey, previousHash ‖ canonical JSON of the rest)`. */
export type AuditEvent = Readonly<{
  sequence: number
  at: Instant
  personId: string | null
  personName: string
  action: string
  complaintId: string | null
  entity: string
  entityId: string
  changes: readonly FieldChange[]
  previousHash: string
  hash: string
}>

/** One line of the journal: an event, and which case it was about. */
export type JournalEvent = AuditEvent & Readonly<{ complaintCode: string | null }>

/** Where the chain stands: anchored in every backup and issued letter. */
export type AuditHead = Readonly<{ sequence: number; hash: string }>

/** Compares two plain records and lists the fields that differ, in the order of `after`. */
export function changedFields(
  before: Readonly<Record<string, AuditValue>>,
  after: Readonly<Record<string, AuditValue>>,
): readonly FieldChange[] {
  return Object.keys(after).flatMap((field) => {
    const from = before[field] ?? null
    const to = after[field] ?? null
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }]
  })
}

/** Kinds of things, and single things by their ids, of which a reading of the record says nothing. */
export type HiddenRecord = Readonly<{ entities: readonly string[]; ids: readonly string[] }>
