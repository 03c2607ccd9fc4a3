import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPostgres, openSqlite, type Database } from '#main/db/data-source.ts'
import { ALL_ENTITIES } from '#main/db/entities.ts'
import { ALL_MIGRATIONS } from '#main/db/migrations/all.ts'
import type { Migration } from '#main/db/migrations/migration.ts'
import { migrate } from '#main/db/migrations/runner.ts'
import { openStore } from '#main/db/store.ts'
import { AT, SYSTEM, seedCase } from '#test/setup/records.ts'
import { openTestStore, type TestStore } from '#test/setup/stores.ts'

/** A step as a later version may bring it: adds, moves, rebuilds, and drops. */
const NEXT: Migration = {
  version: ALL_MIGRATIONS.length + 1,
  name: 'next',
  statements: () => [
    'ALTER TABLE person ADD COLUMN nickname TEXT',
    `UPDATE person SET nickname = 'x'`,
    'CREATE TABLE complaint_phone_new (complaint_id TEXT NOT NULL, e164 TEXT NOT NULL)',
    'INSERT INTO complaint_phone_new SELECT complaint_id, e164 FROM complaint_phone',
    'DROP TABLE complaint_phone',
    'ALTER TABLE complaint_phone_new RENAME TO complaint_phone',
    'DROP TABLE draft',
  ],
}

/** Kept by the repository of the clocks for the figures, and read there: no part of a complaint. */
const FOR_FIGURES = ['answer_state', 'answer_ends_at', 'answer_stopped_on']

const FAILING = 'INSERT INTO no_such_table VALUES (1)'

describe.each(['sqlite', 'postgres'] as const)('migrations on %s', (dialect) => {
  let test: TestStore
  beforeEach(async () => {
    test = await openTestStore(dialect)
    await test.store.write(SYSTEM, AT, (r) => seedCase(r))
    await test.store.close()
  })
  afterEach(() => test.remove())

  const open = (): Promise<Database> =>
    test.config.engine === 'sqlite' ? openSqlite(test.config) : openPostgres(test.config)

  async function attempt(migrations: readonly Migration[]): Promise<unknown> {
    const database = await open()
    try {
      await migrate(database, migrations, async () => undefined)
      return null
    } catch (error) {
      const connection = await database.connect()
      if (dialect === 'sqlite') {
        expect(database.sqlite!.pragma('foreign_keys', { simple: true })).toBe(1)
        expect(database.sqlite!.inTransaction).toBe(false)
      }
      await connection.runner.query('SELECT 1')
      await connection.release()
      return error
    } finally {
      await database.close()
    }
  }

  const dump = async (): Promise<unknown> => ({
    version: await test.sql('SELECT * FROM schema_version'),
    people: await test.sql('SELECT * FROM person'),
    phones: await test.sql('SELECT * FROM complaint_phone'),
    complaints: await test.sql('SELECT * FROM complaint'),
    drafts: await test.sql('SELECT * FROM draft'),
  })

  it('leave the old state whole and usable when any one statement fails', async () => {
    const before = await dump()
    const statements = NEXT.statements(dialect)
    for (let at = 0; at <= statements.length; at += 1) {
      const broken = { ...NEXT, statements: () => statements.toSpliced(at, 0, FAILING) }
      expect(await attempt([...ALL_MIGRATIONS, broken]), `statement ${at}`).toMatchObject({
        code: 'MIGRATION_FAILED',
      })
      expect(await dump(), `statement ${at}`).toEqual(before)
    }
    const store = await test.reopen()
    await store.write(SYSTEM, AT, (r) => seedCase(r))
  })

  it('leave an empty database empty when any one statement of the first fails', async () => {
    const drop = dialect === 'sqlite' ? null : 'DROP SCHEMA public CASCADE; CREATE SCHEMA public'
    const statements = ALL_MIGRATIONS[0]!.statements(dialect)
    const tablesSql =
      dialect === 'sqlite'
        ? 'SELECT name FROM sqlite_schema'
        : `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`
    if (drop) await test.sql(drop)
    const place =
      test.config.engine === 'sqlite'
        ? { ...test.config, file: `${test.config.file}.empty` }
        : test.config
    const database = await (place.engine === 'sqlite' ? openSqlite(place) : openPostgres(place))
    // PostgreSQL takes its time to make and unmake all tables, so there every seventh must do.
    const stride = dialect === 'sqlite' ? 1 : 7
    for (let at = 0; at <= statements.length; at += stride) {
      const broken = {
        ...ALL_MIGRATIONS[0]!,
        statements: () => statements.toSpliced(at, 0, FAILING),
      }
      await expect(
        migrate(database, [broken], async () => undefined),
        String(at),
      ).rejects.toMatchObject({
        code: 'MIGRATION_FAILED',
      })
      const connection = await database.connect()
      expect(await connection.runner.query(tablesSql), String(at)).toEqual([])
      await connection.release()
    }
    await database.close()
    const store = await openStore(place)
    await store.write(SYSTEM, AT, (r) => seedCase(r))
    await store.close()
  })

  it('bring the old data along', async () => {
    const [person] = await test.sql<{ id: string }>('SELECT id FROM person')
    expect(await attempt([...ALL_MIGRATIONS, NEXT])).toBeNull()
    expect(await test.sql('SELECT id, nickname FROM person')).toEqual([
      { id: person!.id, nickname: 'x' },
    ])
    expect(await test.sql('SELECT e164 FROM complaint_phone')).toEqual([{ e164: '+84912345678' }])
    // Once applied they are not applied again.
    expect(await attempt([...ALL_MIGRATIONS, NEXT])).toBeNull()
  })

  it('refuse a database that a newer program has used', async () => {
    const newer = { ...NEXT, statements: () => [] }
    expect(await attempt([...ALL_MIGRATIONS, newer])).toBeNull()
    await expect(test.reopen()).rejects.toMatchObject({
      code: 'DATABASE_TOO_NEW',
      issues: [
        {
          code: 'SCHEMA_VERSION',
          params: { current: NEXT.version, newest: ALL_MIGRATIONS.length },
        },
      ],
    })
  })

  it('have a copy made first, when there is something to lose and something to do', async () => {
    const taken: string[] = []
    const run = async (migrations: readonly Migration[]): Promise<void> => {
      const database = await open()
      await migrate(database, migrations, async () => void taken.push('copy'))
      await database.close()
    }
    await run(ALL_MIGRATIONS)
    expect(taken).toEqual([])
    await run([...ALL_MIGRATIONS, NEXT])
    expect(taken).toEqual(['copy'])
  })

  it('do not begin when the copy fails', async () => {
    const before = await dump()
    const database = await open()
    const noRoom = async (): Promise<never> => {
      throw new Error('no room')
    }
    await expect(migrate(database, [...ALL_MIGRATIONS, NEXT], noRoom)).rejects.toThrow('no room')
    await database.close()
    expect(await dump()).toEqual(before)
  })

  it('refuse to commit rows that lost what they belong to', async () => {
    const before = await dump()
    const orphaning = { ...NEXT, statements: () => ['DELETE FROM person'] }
    expect(await attempt([...ALL_MIGRATIONS, orphaning])).toMatchObject({
      code: 'MIGRATION_FAILED',
    })
    expect(await dump()).toEqual(before)
  })

  it('make for every field of every record a column that may be empty when the field may', async () => {
    const database = await open()
    const connection = await database.connect()
    for (const entity of ALL_ENTITIES) {
      const metadata = connection.runner.manager.dataSource.getMetadata(entity)
      const table = await connection.runner.getTable(metadata.tableName)
      const nullable = (columns: readonly { name: string; isNullable: boolean }[]) =>
        columns.map(({ name, isNullable }) => [name, isNullable] as const).toSorted()
      const stored = table!.columns.filter(({ name }) => !FOR_FIGURES.includes(name))
      expect(nullable(stored), metadata.tableName).toEqual(
        nullable(
          metadata.columns.map((column) => ({
            name: column.databaseName,
            isNullable: column.isNullable,
          })),
        ),
      )
    }
    await connection.release()
    await database.close()
  })

  it('index every foreign key but those that name who did something', async () => {
    const keys =
      dialect === 'sqlite'
        ? `SELECT m.name AS "table", f."from" AS "column" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
           WHERE m.type = 'table' AND NOT EXISTS (
             SELECT 1 FROM pragma_index_list(m.name) i, pragma_index_info(i.name) c
             WHERE c.seqno = 0 AND c.name = f."from")`
        : `SELECT k.conrelid::regclass::text AS "table", a.attname AS "column" FROM pg_constraint k
           JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
           WHERE k.contype = 'f' AND NOT EXISTS (
             SELECT 1 FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1])`
    const unindexed = await test.sql<{ table: string; column: string }>(keys)
    const named = unindexed.filter(({ column }) => !/_by$|^author_id$/u.test(column))
    expect(named).toEqual([])
  })
})
