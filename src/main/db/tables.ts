import type { EntitySchema } from 'typeorm'

import { inOrder } from '#core/case/order.ts'
import type { CaseChildTable, OnePerCaseTable } from '#core/ports/repositories.ts'
import type { VersionedTable } from '#core/ports/versioned-table.ts'
import { isOpen, openOnly } from './conflicts/open-cases.ts'
import { insertRow, removeWithVersion, updateWithVersion } from './rows.ts'
import type { DbSession } from './db-session.ts'

type Versioned = Readonly<{ id: string; version: number }>
type CaseChild = Versioned & Readonly<{ complaintId: string }>

/** The plain table of versioned records: found by id, inserted, updated when the version still holds. */
export function versionedTable<Row extends Versioned>(
  session: DbSession,
  entity: EntitySchema<Row>,
): VersionedTable<Row> {
  return {
    async find(id) {
      const row = await session.select(entity, 'row').where('row.id = :id', { id }).getOne()
      return openOnly(session, row)
    },
    insert: (row) => insertRow(session, entity, row),
    update: (row) => updateWithVersion(session, entity, row),
  }
}

/** The same for records that belong to a case and can be removed again. */
export function caseChildTable<Row extends CaseChild>(
  session: DbSession,
  entity: EntitySchema<Row>,
): CaseChildTable<Row> {
  return {
    ...versionedTable(session, entity),
    remove: (id, version) => removeWithVersion(session, entity, id, version),
  }
}

/** The table of what a case has one of at most. */
export function onePerCaseTable<Row extends Readonly<{ version: number }>>(
  session: DbSession,
  entity: EntitySchema<Row>,
): OnePerCaseTable<Row> {
  return {
    async save(row) {
      if (row.version > 0) return updateWithVersion(session, entity, row)
      const first = { ...row, version: 1 }
      await insertRow(session, entity, first)
      return first
    },
  }
}

/** Every record of a case in the order case files have it. */
export async function ofComplaint<Row extends Readonly<{ complaintId: string | null }>>(
  session: DbSession,
  entity: EntitySchema<Row>,
  complaintId: string,
  keysOf: (row: Row) => readonly (string | number)[],
): Promise<readonly Row[]> {
  if (!isOpen(session, complaintId)) return []
  const rows = await session
    .select(entity, 'row')
    .where('row.complaintId = :complaintId', { complaintId })
    .getMany()
  return inOrder(rows, keysOf)
}
