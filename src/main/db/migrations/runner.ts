import type { QueryRunner } from 'typeorm'
import { DomainError } from '#core/kernel/errors.ts'
import type { Connection, Database } from '../data-source.ts'
import { mapDatabaseError } from '../db-errors.ts'
import type { Migration } from './migration.ts'

/** Any fixed number does; it keeps two programs from migrating one PostgreSQL database at once. */
const MIGRATION_LOCK = 4_938_410_088

/**
 * Brings the schema up to the newest of `migrations`, all pending ones in one transaction: afterwards the
 * database is either new and checked, or exactly what it was. TypeORM's own runner is not used because
 * on SQLite a failed run leaves foreign keys off for the rest of the session.
 *
 * `takeCopy` is called first when there is data that could be lost. Raises `DATABASE_TOO_NEW` for a
 * schema this program does not know and `MIGRATION_FAILED` when a step failed.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
  takeCopy: () => Promise<void>,
): Promise<void> {
  const connection = await database.connect()
  try {
    const current = await currentVersion(connection.runner)
    const newest = migrations.at(-1)?.version ?? 0
    if (current > newest) {
      throw new DomainError('DATABASE_TOO_NEW', [
        { path: '', code: 'SCHEMA_VERSION', params: { current, newest } },
      ])
    }
    if (current === newest) return
    if (current > 0) await takeCopy()
    if (database.sqlite === null) await migratePostgres(connection, migrations)
    else await migrateSqlite(connection, migrations)
  } finally {
    await connection.release()
  }
}

async function migrateSqlite(
  connection: Connection,
  migrations: readonly Migration[],
): Promise<void> {
  const { runner } = connection
  // Inside a transaction this pragma does nothing, and a rebuilt table would cascade deletes.
  await runner.query('PRAGMA foreign_keys = OFF')
  try {
    await inOneTransaction(connection, 'BEGIN EXCLUSIVE', async () => {
      await applyPending('sqlite', runner, migrations)
      await requireNone(runner, 'PRAGMA foreign_key_check')
      await requireNone(
        runner,
        `SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'`,
      )
    })
  } finally {
    await runner.query('PRAGMA foreign_keys = ON')
  }
}

async function migratePostgres(
  connection: Connection,
  migrations: readonly Migration[],
): Promise<void> {
  const { runner } = connection
  await inOneTransaction(connection, 'BEGIN', async () => {
    await runner.query('SET LOCAL statement_timeout = 0')
    await runner.query('SET LOCAL lock_timeout = 0')
    await runner.query(`SELECT pg_advisory_xact_lock(${String(MIGRATION_LOCK)})`)
    await applyPending('postgres', runner, migrations)
  })
}

async function inOneTransaction(
  connection: Connection,
  begin: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await connection.runner.query(begin)
    await work()
    await connection.runner.query('COMMIT')
  } catch (error) {
    await connection.rollback()
    const known = mapDatabaseError(error)
    const issues = known instanceof DomainError ? known.issues : []
    // A full disk is something the person can put right; everything else is ours.
    if (known instanceof DomainError && known.code === 'DISK_FULL') throw known
    throw new DomainError('MIGRATION_FAILED', issues)
  }
}

/** Reads the version again: another program may have migrated while this one waited for the lock. */
async function applyPending(
  engine: Database['engine'],
  runner: QueryRunner,
  migrations: readonly Migration[],
): Promise<void> {
  const current = await currentVersion(runner)
  if (current === 0) {
    await runner.query(
      'CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)',
    )
  }
  for (const migration of migrations.filter(({ version }) => version > current)) {
    for (const statement of migration.statements(engine)) await runner.query(statement)
    // Both values are ours, so they need no placeholders, which the engines write differently.
    await runner.query(
      `INSERT INTO schema_version (version, name) VALUES (${String(migration.version)}, '${migration.name}')`,
    )
  }
}

/** The newest version applied; 0 for a database without a schema. */
async function currentVersion(runner: QueryRunner): Promise<number> {
  if (!(await runner.hasTable('schema_version'))) return 0
  const [row] = await runner.manager.query<{ version: number }[]>(
    'SELECT max(version) AS version FROM schema_version',
  )
  return row?.version ?? 0
}

async function requireNone(runner: QueryRunner, check: string): Promise<void> {
  const problems = await runner.manager.query<unknown[]>(check)
  if (problems.length > 0) throw new Error('The migrated database did not pass its checks.')
}
