import SqliteDriver from 'better-sqlite3-multiple-ciphers'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

import type { Database } from '#main/db/data-source.ts'
import { ALL_MIGRATIONS } from '#main/db/migrations/all.ts'
import { migrate } from '#main/db/migrations/runner.ts'

/** Where the boards are kept. */
export const FOLDER = join(import.meta.dirname, '../../../fixtures/db/boards')

/** Versions that never were the newest of a program anybody had: they came together with the next one. */
const NEVER_THE_NEWEST: readonly number[] = [2, 10, 11, 13, 15, 16, 18, 19, 20, 21, 23]

/** The versions of which a board is kept. */
export const LANDED = ALL_MIGRATIONS.map(({ version }) => version).filter(
  (version) => !NEVER_THE_NEWEST.includes(version),
)

/** Rows by table, as an engine gives them. */
export type Tables = Readonly<Record<string, readonly Row[]>>
export type Row = Readonly<Record<string, unknown>>

/** Writes the board of a version to `file`, under `key`; gives the key of its journal. */
export function writeSqliteBoard(version: number, file: string, key: Buffer): Buffer {
  writeFileSync(file, gunzipSync(readFileSync(sqliteFixture(version))))
  const handle = new SqliteDriver(file)
  handle.pragma(`cipher = 'sqlcipher'`)
  handle.pragma(`rekey = "x'${key.toString('hex')}'"`)
  handle.close()
  const keys = z.record(z.string(), z.string())
  const known = keys.parse(JSON.parse(readFileSync(join(FOLDER, 'audit-keys.json'), 'utf8')))
  return Buffer.from(known[version] ?? '', 'hex')
}

const postgresBoard = z.strictObject({
  auditKey: z.string(),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
})

/** Fills an empty database with the board of a version; gives the key of its journal. */
export async function writePostgresBoard(version: number, database: Database): Promise<Buffer> {
  const text = gunzipSync(readFileSync(postgresFixture(version)))
  const board = postgresBoard.parse(JSON.parse(text.toString('utf8')))
  const known = ALL_MIGRATIONS.filter((migration) => migration.version <= version)
  await migrate(database, known, async () => undefined)
  const connection = await database.connect()
  try {
    // Nothing is checked or recorded a second time: the rows are those the old program left.
    await connection.runner.query('SET session_replication_role = replica')
    for (const [table, rows] of Object.entries(board.tables)) {
      await connection.runner.query(`DELETE FROM "${table}"`)
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
      const names = columns.map((name) => `"${name}"`).join(', ')
      if (rows.length === 0) continue
      await connection.runner.query(
        `INSERT INTO "${table}" (${names}) SELECT ${names} FROM json_populate_recordset(null::"${table}", $1)`,
        [JSON.stringify(rows)],
      )
    }
    await connection.runner.query('SET session_replication_role = DEFAULT')
  } finally {
    await connection.release()
  }
  return Buffer.from(board.auditKey, 'hex')
}

/** The files in which the board of a version is kept, one for each engine. */
export function fixturesOf(version: number): readonly string[] {
  return [sqliteFixture(version), postgresFixture(version)]
}

function postgresFixture(version: number): string {
  return join(FOLDER, `v${String(version)}.postgres.json.gz`)
}

function sqliteFixture(version: number): string {
  return join(FOLDER, `v${String(version)}.sqlite.gz`)
}

/** Everything in a database but what finds texts quickly, which each program builds anew. */
export async function contentOf(database: Database): Promise<Tables> {
  const connection = await database.connect()
  try {
    const { runner } = connection
    const names: { name: string }[] = await runner.query(
      database.engine === 'sqlite'
        ? `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
        : `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    const content: Record<string, readonly Row[]> = {}
    for (const { name } of names) {
      if (name.startsWith('complaint_search')) continue
      content[name] = await runner.query(`SELECT * FROM "${name}"`)
    }
    return content
  } finally {
    await connection.release()
  }
}
