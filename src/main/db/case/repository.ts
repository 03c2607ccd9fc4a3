import type { EntitySchema, ObjectLiteral } from 'typeorm'
import { z } from 'zod'

import { CASE_ORDER, inOrder } from '#core/case/order.ts'
import { isShutOut } from '#core/conflicts/rules.ts'
import type { CaseRepository } from '#core/ports/repositories.ts'
import { approvalEntity } from '../approvals/entity.ts'
import { breachEntity, breachNoticeEntity } from '../breach/entity.ts'
import { conflictEntity } from '../conflicts/entity.ts'
import { isOpen } from '../conflicts/open-cases.ts'
import { logEntryEntity } from '../contacts/entity.ts'
import { complaintEntity } from '../complaints/entity.ts'
import { toComplaint } from '../complaints/repository.ts'
import { deadlineEntity } from '../deadlines/entity.ts'
import { evidenceEntity } from '../evidence/entity.ts'
import { engagementEntity, firmNoteEntity } from '../firms/entity.ts'
import { rootCauseEntity, stateCheckEntity, whyEntity } from '../investigation/entity.ts'
import { dispatchEntity, letterEntity } from '../letters/entity.ts'
import { stepEntity } from '../remediation/entity.ts'
import { holdEntity } from '../retention/entity.ts'
import { rightRequestEntity } from '../rights/entity.ts'
import type { DbSession } from '../db-session.ts'

/**
 * A case is read with one statement: a subquery for each of its tables, whose rows come as JSON. Asked one by one,
 * in eighteen statements, they took longer than everything else a command does.
 */
export function caseRepository(session: DbSession): CaseRepository {
  const find: CaseRepository['find'] = async (id) => {
    if (!isOpen(session, id)) return null
    const parts = partsOf(session)
    const columns = Object.entries(parts).map(([name, { sql }]) => `(${sql}) AS "${name}"`)
    const [found] = await session.rows<Readonly<Record<keyof typeof parts, string>>>(
      `SELECT ${columns.join(', ')}`,
      columns.map(() => id),
    )
    const [row] = found === undefined ? [] : parts.complaint.rows(found.complaint)
    if (found === undefined || row === undefined) return null
    const conflicts = inOrder(parts.conflicts.rows(found.conflicts), CASE_ORDER.conflicts)
    // By the case itself, read under its lock: somebody may have been named since the transaction began.
    const { personId } = session.sight
    if (personId !== null && isShutOut(conflicts, personId)) return null
    const list = <Row>(
      name: keyof typeof found,
      part: Part<Row>,
      keysOf: (row: Row) => readonly (string | number)[],
    ): readonly Row[] => inOrder(part.rows(found[name]), keysOf)
    return {
      complaint: toComplaint(
        row,
        list('phones', parts.phones, ({ position }) => [position]),
        list('labels', parts.labels, ({ position }) => [position]),
      ),
      breach: parts.breach.rows(found.breach)[0] ?? null,
      rootCause: parts.rootCause.rows(found.rootCause)[0] ?? null,
      deadlines: list('deadlines', parts.deadlines, CASE_ORDER.deadlines),
      rights: list('rights', parts.rights, CASE_ORDER.rights),
      breachNotices: list('breachNotices', parts.breachNotices, CASE_ORDER.breachNotices),
      stateChecks: list('stateChecks', parts.stateChecks, CASE_ORDER.stateChecks),
      whys: list('whys', parts.whys, CASE_ORDER.whys),
      steps: list('steps', parts.steps, CASE_ORDER.steps),
      engagements: list('engagements', parts.engagements, CASE_ORDER.engagements),
      firmNotes: list('firmNotes', parts.firmNotes, CASE_ORDER.firmNotes),
      evidence: list('evidence', parts.evidence, CASE_ORDER.evidence),
      log: list('log', parts.log, CASE_ORDER.log),
      letters: list('letters', parts.letters, CASE_ORDER.letters),
      dispatches: list('dispatches', parts.dispatches, CASE_ORDER.dispatches),
      approvals: list('approvals', parts.approvals, CASE_ORDER.approvals),
      conflicts,
      holds: list('holds', parts.holds, CASE_ORDER.holds),
    }
  }
  return {
    find,
    async lock(id) {
      // On SQLite there is only one writer at a time.
      if (session.engine === 'postgres') {
        await session.rows('SELECT id FROM complaint WHERE id = ? FOR UPDATE', [id])
      }
      return find(id)
    },
  }
}

/** One table of a case: how its rows are asked for as JSON, and what they are. */
type Part<Row> = Readonly<{ sql: string; rows(json: string): readonly Row[] }>

function partsOf(session: DbSession) {
  const of = <Row extends ObjectLiteral>(
    entity: EntitySchema<Row>,
    key = 'complaint_id',
  ): Part<Row> => {
    const { tableName, columns } = session.metadata(entity)
    const names = columns.map(({ databaseName }) => databaseName)
    return {
      sql: selectJson(session, tableName, names, key),
      rows: (json) => ROWS.parse(JSON.parse(json)).map((values) => session.hydrate(entity, values)),
    }
  }
  return {
    complaint: of(complaintEntity, 'id'),
    phones: {
      sql: selectJson(session, 'complaint_phone', ['position', 'e164', 'as_told'], 'complaint_id'),
      rows: (json: string) => PHONES.parse(JSON.parse(json)),
    },
    labels: {
      sql: selectJson(session, 'complaint_label', ['position', 'kind', 'code'], 'complaint_id'),
      rows: (json: string) => LABELS.parse(JSON.parse(json)),
    },
    deadlines: of(deadlineEntity),
    rights: of(rightRequestEntity),
    breach: of(breachEntity),
    breachNotices: of(breachNoticeEntity),
    stateChecks: of(stateCheckEntity),
    whys: of(whyEntity),
    rootCause: of(rootCauseEntity),
    steps: of(stepEntity),
    engagements: of(engagementEntity),
    firmNotes: of(firmNoteEntity),
    evidence: of(evidenceEntity),
    log: of(logEntryEntity),
    letters: of(letterEntity),
    dispatches: of(dispatchEntity),
    approvals: of(approvalEntity),
    conflicts: of(conflictEntity),
    holds: of(holdEntity),
  }
}

/** Rows as arrays of their columns: shorter than objects, and both engines make them alike. */
function selectJson(
  { engine }: DbSession,
  table: string,
  columns: readonly string[],
  key: string,
): string {
  const values = columns.join(', ')
  return engine === 'sqlite'
    ? `SELECT json_group_array(json_array(${values})) FROM ${table} WHERE ${key} = ?`
    : `SELECT coalesce(json_agg(json_build_array(${values})), '[]')::text FROM ${table} WHERE ${key} = ?`
}

const ROWS = z.array(z.array(z.unknown()))

const PHONES = z.array(
  z
    .tuple([z.number(), z.string(), z.string()])
    .transform(([position, e164, asTold]) => ({ position, e164, asTold })),
)

const LABELS = z.array(
  z
    .tuple([z.number(), z.enum(['data-item', 'category', 'clause']), z.string()])
    .transform(([position, kind, code]) => ({ position, kind, code })),
)
