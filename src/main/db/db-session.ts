import type { EntityMetadata, EntitySchema, ObjectLiteral, SelectQueryBuilder } from 'typeorm'
import { EVERYTHING, type Sight } from './conflicts/sight.ts'
import type { Connection } from './data-source.ts'
import type { Engine } from './engine.ts'

/**
 * What repositories speak to: the connection of one unit of work, usable only while that runs. SQL is
 * written once for both engines with `?` for values; values never become part of the text.
 */
export type DbSession = Readonly<{
  engine: Engine
  /** What is there to be read. */
  sight: Sight
  /** Rows of a SELECT, with the names and types the caller gave them in the statement. */
  rows<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>
  /** Rows of a statement that changes data and returns what it wrote. */
  returning<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>
  /** Runs a statement that changes data and says how many rows it touched. */
  run(sql: string, values?: readonly unknown[]): Promise<number>
  /** A TypeORM query over an entity, whose rows come back as the model's own shape. */
  select<Row extends ObjectLiteral>(
    entity: EntitySchema<Row>,
    alias: string,
  ): SelectQueryBuilder<Row>
  metadata<Row extends ObjectLiteral>(entity: EntitySchema<Row>): EntityMetadata
  /** The row of an entity from the stored values of its columns, as a `select` would give it. */
  hydrate<Row extends ObjectLiteral>(entity: EntitySchema<Row>, values: readonly unknown[]): Row
}>

export type OpenDbSession = Readonly<{
  session: DbSession
  /** Whether a statement that changes data was run. */
  hasWritten(): boolean
  /**
   * Ends the session: what still tries to use it raises. Raises too when a statement failed in between:
   * PostgreSQL turns the commit of such a transaction into a rollback without saying so.
   */
  finish(): void
  /** Ends the session after a failure. */
  abandon(): void
}>

export function openDbSession(
  engine: Engine,
  connection: Connection,
  mode: 'read' | 'write',
): OpenDbSession {
  const { runner } = connection
  let open = true
  let written = false
  let failure: Error | null = null

  function requireOpen(): void {
    if (!open) throw new Error('A repository was used after its unit of work had ended.')
  }

  function requireWritable(): void {
    requireOpen()
    if (mode === 'read') throw new Error('A read tried to change data.')
    written = true
  }

  async function guard<Result>(statement: Promise<Result>): Promise<Result> {
    try {
      return await statement
    } catch (error) {
      failure ??= error instanceof Error ? error : new Error('A statement failed.')
      throw error
    }
  }

  const session: DbSession = {
    engine,
    sight: EVERYTHING,
    rows: <Row>(sql: string, values: readonly unknown[] = []) => {
      requireOpen()
      return guard(runner.manager.query<Row[]>(forEngine(sql), [...values]))
    },
    returning: <Row>(sql: string, values: readonly unknown[] = []) => {
      requireWritable()
      return guard(runner.manager.query<Row[]>(forEngine(sql), [...values]))
    },
    run: async (sql, values = []) => {
      requireWritable()
      const { affected } = await guard(runner.query(forEngine(sql), [...values], true))
      return affected ?? 0
    },
    select: (entity, alias) => {
      requireOpen()
      return runner.manager.createQueryBuilder(entity, alias, runner)
    },
    metadata: (entity) => runner.manager.dataSource.getMetadata(entity),
    hydrate: (entity, values) => {
      const { columns, dataSource } = runner.manager.dataSource.getMetadata(entity)
      const row = runner.manager.create(entity)
      columns.forEach((column, at) =>
        column.setEntityValue(row, dataSource.driver.prepareHydratedValue(values[at], column)),
      )
      return row
    },
  }

  function forEngine(sql: string): string {
    return engine === 'postgres' ? numbered(sql) : sql
  }

  function finish(): void {
    open = false
    if (failure !== null) throw failure
  }

  return {
    session,
    hasWritten: () => written,
    finish,
    abandon: () => {
      open = false
    },
  }
}

const numberedStatements = new Map<string, string>()
const NUMBERED_STATEMENTS_KEPT = 500

/** The statement with PostgreSQL's `$1, $2, …` for each `?`. Our SQL has no question mark of its own. */
function numbered(sql: string): string {
  const known = numberedStatements.get(sql)
  if (known !== undefined) return known
  let count = 0
  const written = sql.replace(/\?/gu, () => `$${String((count += 1))}`)
  if (numberedStatements.size >= NUMBERED_STATEMENTS_KEPT) numberedStatements.clear()
  numberedStatements.set(sql, written)
  return written
}
