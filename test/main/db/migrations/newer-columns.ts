import type { Database } from '#main/db/data-source.ts'

/**
 * Lets the program of today write into tables of an earlier version: columns it has learnt since are there while `write`
 * runs, and gone afterwards with what it wrote in them.
 */
export async function withNewerColumns(
  database: Database,
  write: () => Promise<void>,
): Promise<void> {
  const newer = await newerColumns(database)
  await alter(
    database,
    newer.map(({ table, column }) => `ALTER TABLE ${table} ADD COLUMN ${column} TEXT`),
  )
  await write()
  await alter(
    database,
    newer.map(({ table, column }) => `ALTER TABLE ${table} DROP COLUMN ${column}`),
  )
}

type Column = Readonly<{ table: string; column: string }>

/** The columns of the program's entities that their tables do not have; tables that came later do not count. */
async function newerColumns(database: Database): Promise<readonly Column[]> {
  const connection = await database.connect()
  try {
    const found: Column[] = []
    for (const { tableName, columns } of connection.runner.dataSource.entityMetadatas) {
      const rows: { name: string }[] = await connection.runner.query(
        database.engine === 'sqlite'
          ? `SELECT name FROM pragma_table_info('${tableName}')`
          : `SELECT column_name AS name FROM information_schema.columns WHERE table_name = '${tableName}'`,
      )
      const known = new Set(rows.map(({ name }) => name))
      const missing = columns.filter(({ databaseName }) => !known.has(databaseName))
      if (known.size > 0) {
        found.push(...missing.map((each) => ({ table: tableName, column: each.databaseName })))
      }
    }
    return found
  } finally {
    await connection.release()
  }
}

async function alter(database: Database, statements: readonly string[]): Promise<void> {
  const connection = await database.connect()
  try {
    for (const statement of statements) await connection.runner.query(statement)
  } finally {
    await connection.release()
  }
}
