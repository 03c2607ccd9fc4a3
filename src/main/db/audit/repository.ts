import type { AuditEntry, AuditHead } from '#core/audit/model.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import type { AlteredFile, AuditRepository } from '#core/ports/repositories.ts'
import { LIMIT_CLAUSE, insertMany } from '../rows.ts'
import type { DbSession } from '../db-session.ts'
import { erase, isErasing, planErasure, type Erasure } from './erasure.ts'
import { auditEventEntity } from './entity.ts'
import { EVENT_COLUMNS, linkHash, type StoredEvent } from './stored-event.ts'
import { insertValues, setAside, valuesBetween, withValues, type ErasableValue } from './values.ts'

/** More than these are no longer a matter of single files. */
const ALTERED_FILES = 20

export function auditRepository(session: DbSession): AuditRepository {
  return {
    async page({ complaintId, entityId, personId, without }, before, limit) {
      const query = session.select(auditEventEntity, 'event')
      if (complaintId !== undefined)
        query.andWhere('event.complaintId = :complaintId', { complaintId })
      if (entityId !== undefined) query.andWhere('event.entityId = :entityId', { entityId })
      if (personId !== undefined) query.andWhere('event.personId = :personId', { personId })
      if (without !== undefined && without.entities.length > 0)
        query.andWhere('event.entity NOT IN (:...entities)', { entities: without.entities })
      if (without !== undefined && without.ids.length > 0)
        query.andWhere('event.entityId NOT IN (:...ids)', { ids: without.ids })
      const { shut, requests } = session.sight
      if (shut.length > 0)
        query.andWhere('(event.complaintId IS NULL OR event.complaintId NOT IN (:...shut))', {
          shut: shut.map(({ id }) => id),
        })
      if (requests.length > 0) query.andWhere('event.entityId NOT IN (:...requests)', { requests })
      if (before !== null) query.andWhere('event.sequence < :before', { before })
      const rows = await query.orderBy('event.sequence', 'DESC').limit(limit).getMany()
      return withValues(session, rows)
    },

    async head() {
      const { sequence, hash } = await headRow(session, '')
      return sequence === 0 ? null : { sequence, hash }
    },

    alteredFiles: () =>
      session.rows<AlteredFile>(
        `SELECT entity, entity_id AS "entityId" FROM audit_event WHERE action IN ('file.altered', 'file.missing')
         GROUP BY entity, entity_id ORDER BY max(sequence) DESC LIMIT ${String(ALTERED_FILES)}`,
      ),

    async isAnchored() {
      const [row] = await session.rows<{ anchored: number }>('SELECT anchored FROM audit_head')
      return row?.anchored === 1
    },

    async setAnchored() {
      await session.run('UPDATE audit_head SET anchored = 1')
    },
  }
}

/**
 * Adds the entries to the chain, numbered without a gap, and says where it then ends; null without
 * entries. Linked by the last of the keys. On PostgreSQL it holds the head until the transaction ends, so it must be the
 * transaction's last act. What may tell of persons is kept beside the entries; an erasing entry takes away what was
 * recorded of its case before (ADR 35).
 */
export async function appendEvents(
  session: DbSession,
  keys: readonly Buffer[],
  actor: Readonly<{ personId: string | null; name: string }>,
  at: Instant,
  entries: readonly AuditEntry[],
): Promise<AuditHead | null> {
  if (entries.length === 0) return null
  const key = keys.at(-1)
  if (key === undefined) throw new Error('a journal without a key')
  let head = await headRow(session, session.engine === 'postgres' ? 'FOR UPDATE' : '')
  const events: StoredEvent[] = []
  const values: ErasableValue[] = []
  const erasures: Erasure[] = []
  for (const entry of entries) {
    const sequence = head.sequence + 1
    const aside = setAside(sequence, entry)
    values.push(...aside.values)
    const erasure = await erasureBy(session, key, entry)
    if (erasure !== null) erasures.push(erasure)
    const changes = erasure === null ? aside.changes : [...aside.changes, erasure.named]
    const event = {
      sequence,
      at,
      personId: actor.personId,
      // A lone surrogate would come back as another character and break the chain.
      personName: actor.name.toWellFormed(),
      action: entry.action,
      complaintId: entry.complaintId ?? null,
      entity: entry.entity,
      entityId: entry.entityId,
      changes: JSON.stringify(changes),
      previousHash: head.hash,
    }
    const hash = linkHash(key, event)
    events.push({ ...event, hash })
    head = { sequence: event.sequence, hash }
  }
  await insertMany(
    session,
    'audit_event',
    [
      ...['sequence', 'at', 'person_id', 'person_name', 'action', 'complaint_id', 'entity'],
      ...['entity_id', 'changes', 'previous_hash', 'hash'],
    ],
    events.map((event) => [
      ...[event.sequence, event.at, event.personId, event.personName, event.action],
      ...[event.complaintId, event.entity, event.entityId, event.changes],
      ...[event.previousHash, event.hash],
    ]),
  )
  await moveHead(session, head, values)
  for (const erasure of erasures) await erase(session, erasure)
  return head
}

/** Keeps what is beside the new entries, and says where the chain now ends; on PostgreSQL in one round trip. */
async function moveHead(
  session: DbSession,
  { sequence, hash }: AuditHead,
  values: readonly ErasableValue[],
): Promise<void> {
  const move = {
    sql: 'UPDATE audit_head SET sequence = ?, hash = ? WHERE id = 1',
    values: [sequence, hash],
  }
  const together = session.engine === 'postgres' && values.length > 0
  await insertValues(session, values, together ? move : null)
  if (!together) await session.run(move.sql, move.values)
}

async function erasureBy(
  session: DbSession,
  key: Buffer,
  entry: AuditEntry,
): Promise<Erasure | null> {
  if (!isErasing(entry)) return null
  const { complaintId = null } = entry
  if (complaintId === null) throw new Error('an erasure of no case')
  return planErasure(session, key, complaintId)
}

/** Where the chain ends: as the head says, and by the last event that is there. */
export async function chainEnd(
  session: DbSession,
): Promise<Readonly<{ head: AuditHead; last: number }>> {
  const [newest] = await session.rows<{ last: number | null }>(
    'SELECT max(sequence) AS last FROM audit_event',
  )
  return { head: await headRow(session, ''), last: newest?.last ?? 0 }
}

/** The next events of the chain in order, as stored, with what is kept beside each. */
export async function eventsAfter(
  session: DbSession,
  sequence: number,
  last: number,
  limit: number,
): Promise<readonly (StoredEvent & Readonly<{ values: readonly ErasableValue[] }>)[]> {
  const events = await session.rows<StoredEvent>(
    `SELECT ${EVENT_COLUMNS} FROM audit_event WHERE sequence > ? AND sequence <= ?
     ORDER BY sequence ${LIMIT_CLAUSE}`,
    [sequence, last, limit],
  )
  const to = events.at(-1)?.sequence ?? sequence
  const values = Map.groupBy(
    await valuesBetween(session, sequence + 1, to),
    (each) => each.sequence,
  )
  return events.map((event) => ({ ...event, values: values.get(event.sequence) ?? [] }))
}

async function headRow(session: DbSession, lock: '' | 'FOR UPDATE'): Promise<AuditHead> {
  const [head] = await session.rows<AuditHead>(
    `SELECT sequence, hash FROM audit_head WHERE id = 1 ${lock}`,
  )
  if (head === undefined) throw new Error('The head of the audit chain is missing.')
  return head
}
