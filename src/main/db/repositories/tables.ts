import type { EntitySchema } from 'typeorm'
import type { CaseChildTable, VersionedTable } from '#core/ports/repositories.ts'
import type { Session } from '../session.ts'
import { insertRow, removeWithVersion, updateWithVersion } from './rows.ts'

type Versioned = Readonly<{ id: string; version: number }>
type CaseChild = Versioned & Readonly<{ complaintId: string }>

/** The plain table of versioned records: found by id, inserted, updated when the version still holds. */
export function versionedTable<Row extends Versioned>(
  session: Session,
  entity: EntitySchema<Row>,
): VersionedTable<Row> {
  return {
    find: (id) => session.select(entity, 'row').where('row.id = :id', { id }).getOne(),
    insert: (row) => insertRow(session, entity, row),
    update: (row) => updateWithVersion(session, entity, row),
  }
}

/** The same for records that belong to a case, listed by `orderBy` and then by id. */
export function caseChildTable<Row extends CaseChild>(
  session: Session,
  entity: EntitySchema<Row>,
  ...orderBy: readonly (keyof Row & string)[]
): CaseChildTable<Row> {
  return {
    ...versionedTable(session, entity),
    ofComplaint: (complaintId) => ofComplaint(session, entity, complaintId, orderBy),
    remove: (id, version) => removeWithVersion(session, entity, id, version),
  }
}

/** Every record of a case in a fixed order, the same on both engines. */
export function ofComplaint<Row extends Readonly<{ id: string; complaintId: string | null }>>(
  session: Session,
  entity: EntitySchema<Row>,
  complaintId: string,
  orderBy: readonly (keyof Row & string)[],
): Promise<Row[]> {
  const query = session
    .select(entity, 'row')
    .where('row.complaintId = :complaintId', { complaintId })
  for (const field of orderBy) query.addOrderBy(`row.${field}`, 'ASC')
  return query.addOrderBy('row.id', 'ASC').getMany()
}
