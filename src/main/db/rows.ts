import type { EntityMetadata, EntitySchema, ObjectLiteral } from 'typeorm'
import { DomainError } from '#core/kernel/errors.ts'
import type { DbSession } from './db-session.ts'

/** The writing statements of a table, made once from what TypeORM knows about its columns. */
type Statements = Readonly<{
  insert: string
  update: string
  delete: string
  currentVersion: string
}>

const statementsByTable = new WeakMap<EntityMetadata, Statements>()

function statementsOf(metadata: EntityMetadata): Statements {
  const known = statementsByTable.get(metadata)
  if (known) return known
  const { tableName, columns } = metadata
  const key = keyOf(metadata).databaseName
  const names = columns.map((column) => column.databaseName)
  const made: Statements = {
    insert: `INSERT INTO ${tableName} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    update: `UPDATE ${tableName} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE ${key} = ? AND version = ?`,
    delete: `DELETE FROM ${tableName} WHERE ${key} = ? AND version = ?`,
    currentVersion: `SELECT version FROM ${tableName} WHERE ${key} = ?`,
  }
  statementsByTable.set(metadata, made)
  return made
}

function keyOf(metadata: EntityMetadata): EntityMetadata['columns'][number] {
  const [key] = metadata.primaryColumns
  if (key === undefined) throw new Error(`The table ${metadata.tableName} has no key.`)
  return key
}

function valuesOf(metadata: EntityMetadata, row: ObjectLiteral): unknown[] {
  const { driver } = metadata.dataSource
  return metadata.columns.map((column): unknown =>
    driver.preparePersistentValue(column.getEntityValue(row), column),
  )
}

/** Adds a row. Raises the database's own error when the key is taken or a rule of the table is broken. */
export async function insertRow<Row extends ObjectLiteral>(
  session: DbSession,
  entity: EntitySchema<Row>,
  row: Row,
): Promise<void> {
  const metadata = session.metadata(entity)
  await session.run(statementsOf(metadata).insert, valuesOf(metadata, row))
}

/**
 * Writes a row only when its `version` is still the stored one, and returns it with the next version.
 * Raises `CONFLICT` with the stored version, or `NOT_FOUND`. This is what TypeORM's `save()` and
 * `@VersionColumn` do not do: they let the stale write win.
 */
export async function updateWithVersion<Row extends ObjectLiteral & Readonly<{ version: number }>>(
  session: DbSession,
  entity: EntitySchema<Row>,
  row: Row,
): Promise<Row> {
  const metadata = session.metadata(entity)
  const statements = statementsOf(metadata)
  const next = { ...row, version: row.version + 1 }
  const key: unknown = keyOf(metadata).getEntityValue(row)
  const touched = await session.run(statements.update, [
    ...valuesOf(metadata, next),
    key,
    row.version,
  ])
  if (touched !== 1) await raiseStale(session, statements, key)
  return next
}

/** Removes a row only when `version` is still the stored one; else `CONFLICT` or `NOT_FOUND`. */
export async function removeWithVersion<Row extends ObjectLiteral>(
  session: DbSession,
  entity: EntitySchema<Row>,
  id: string,
  version: number,
): Promise<void> {
  const statements = statementsOf(session.metadata(entity))
  const touched = await session.run(statements.delete, [id, version])
  if (touched !== 1) await raiseStale(session, statements, id)
}

async function raiseStale(
  session: DbSession,
  statements: Statements,
  key: unknown,
): Promise<never> {
  const [stored] = await session.rows<{ version: number }>(statements.currentVersion, [key])
  if (stored === undefined) throw new DomainError('NOT_FOUND')
  throw new DomainError('CONFLICT', [
    { path: 'version', code: 'STALE_VERSION', params: { current: stored.version } },
  ])
}

/**
 * Adds many rows with as few statements as the engines' limit on values allows. `alongside` is another statement that
 * goes with the first of them in one round trip: for PostgreSQL only.
 */
export async function insertMany(
  session: DbSession,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  alongside: Condition | null = null,
): Promise<void> {
  const atATime = 500
  const places = `(${columns.map(() => '?').join(', ')})`
  for (let from = 0; from < rows.length; from += atATime) {
    const portion = rows.slice(from, from + atATime)
    const other = from === 0 ? alongside : null
    const first = other === null ? '' : `WITH alongside AS (${other.sql}) `
    await session.run(
      `${first}INSERT INTO ${table} (${columns.join(', ')}) VALUES ${portion.map(() => places).join(', ')}`,
      [...(other?.values ?? []), ...portion.flat()],
    )
  }
}

/**
 * The end of a statement that gives so many rows at most, its number a value as any other. The cast hides the value
 * from SQLite's planner, which since 3.48 prepares a statement with a bare `LIMIT ?` anew each time one is bound: a
 * third of the time of a page. Source: `sqlite3ExprIsInteger` and `sqlite3VdbeSetVarmask` in its `expr.c`.
 */
export const LIMIT_CLAUSE = 'LIMIT CAST(? AS INTEGER)'

/** `?, ?, ?` for a list of values in `IN (…)`. */
export function places(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ')
}

/** A piece of SQL with its values. */
export type Condition = Readonly<{ sql: string; values: readonly unknown[] }>

const VIETNAMESE = new Intl.Collator('vi')

/** In Vietnamese order of names, then by id: an order neither engine knows without the right server locale. */
export function byName<Row extends Readonly<{ id: string; name: string }>>(
  rows: readonly Row[],
): readonly Row[] {
  return rows.toSorted(
    (one, other) => VIETNAMESE.compare(one.name, other.name) || (one.id < other.id ? -1 : 1),
  )
}
