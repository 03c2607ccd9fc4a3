import type { AuditEntry, AuditHead } from '#core/audit/model.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import type { AuditRepository } from '#core/ports/repositories.ts'
import { LIMIT_CLAUSE, insertMany } from '../rows.ts'
import type { DbSession } from '../db-session.ts'
import { linkHash, type StoredEvent } from './audit-chain.ts'
import { auditEventEntity } from './entity.ts'

const EVENT_COLUMNS = `sequence, at, person_id AS "personId", person_name AS "personName", action,
  complaint_id AS "complaintId", entity, entity_id AS "entityId", changes,
  previous_hash AS "previousHash", hash`

export function auditRepository(session: DbSession): AuditRepository {
  return {
    page({ complaintId, entityId, personId, without }, before, limit) {
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
      return query.orderBy('event.sequence', 'DESC').limit(limit).getMany()
    },

    async head() {
      const { sequence, hash } = await headRow(session, '')
      return sequence === 0 ? null : { sequence, hash }
    },

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
 * Adds the entries to the chain, numbered without a gap, and says where it then ends; null without entries. On PostgreSQL it holds the head until the
 * transaction ends, so it must be the transaction's last act.
 */
export async function appendEvents(
  session: DbSession,
  key: Buffer,
  actor: Readonly<{ personId: string | null; name: string }>,
  at: Instant,
  entries: readonly AuditEntry[],
): Promise<AuditHead | null> {
  if (entries.length === 0) return null
  let head = await headRow(session, session.engine === 'postgres' ? 'FOR UPDATE' : '')
  const events: StoredEvent[] = []
  for (const entry of entries) {
    const event = {
      sequence: head.sequence + 1,
      at,
      personId: actor.personId,
      // A lone surrogate would come back as another character and break the chain.
      personName: actor.name.toWellFormed(),
      action: entry.action,
      complaintId: entry.complaintId ?? null,
      entity: entry.entity,
      entityId: entry.entityId,
      changes: JSON.stringify(entry.changes ?? []),
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
  await session.run('UPDATE audit_head SET sequence = ?, hash = ? WHERE id = 1', [
    head.sequence,
    head.hash,
  ])
  return head
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

/** The next events of the chain in order, as stored. */
export function eventsAfter(
  session: DbSession,
  sequence: number,
  last: number,
  limit: number,
): Promise<readonly StoredEvent[]> {
  return session.rows<StoredEvent>(
    `SELECT ${EVENT_COLUMNS} FROM audit_event WHERE sequence > ? AND sequence <= ?
     ORDER BY sequence ${LIMIT_CLAUSE}`,
    [sequence, last, limit],
  )
}

async function headRow(session: DbSession, lock: '' | 'FOR UPDATE'): Promise<AuditHead> {
  const [head] = await session.rows<AuditHead>(
    `SELECT sequence, hash FROM audit_head WHERE id = 1 ${lock}`,
  )
  if (head === undefined) throw new Error('The head of the audit chain is missing.')
  return head
}
