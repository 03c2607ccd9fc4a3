import SqliteDriver, { type Database as SqliteHandle } from 'better-sqlite3-multiple-ciphers'
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'

import { openStore, type StoreConfig, type WholeStore } from '#main/db/store.ts'
import { unlock } from '#main/db/sqlite-settings.ts'
import { TEMPLATE } from './database-template.ts'

/** What every repository test runs on. A pool of 1 finds whatever needs two connections to get on. */
export const DIALECTS = ['sqlite', 'postgres', 'postgres with a pool of 1'] as const
export type Dialect = (typeof DIALECTS)[number]

/** A database of its own for a test, on a real engine. */
export type TestStore = Readonly<{
  store: WholeStore
  config: StoreConfig
  /** The folder of the SQLite file; empty for PostgreSQL. */
  folder: string
  /** Opens it again, after a close. */
  reopen(): Promise<WholeStore>
  /** SQL behind the store's back, on a connection of its own. SQLite: close the store first. */
  sql<Row>(statement: string, values?: readonly unknown[]): Promise<Row[]>
  remove(): Promise<void>
}>

export async function openTestStore(dialect: Dialect): Promise<TestStore> {
  return dialect === 'sqlite' ? openSqliteTestStore() : openPostgresTestStore(dialect)
}

export async function openSqliteTestStore(): Promise<
  TestStore & Readonly<{ file: string; key: Buffer }>
> {
  const folder = await mkdtemp(join(tmpdir(), 'hoi-am-db-'))
  const config = {
    engine: 'sqlite',
    file: join(folder, 'hoi-am.db'),
    key: randomBytes(32),
    auditKey: randomBytes(32),
  } as const
  const opened: WholeStore[] = []
  const open = async (): Promise<WholeStore> => {
    const store = await openStore(config)
    opened.push(store)
    return store
  }
  return {
    store: await open(),
    config,
    folder,
    file: config.file,
    key: config.key,
    reopen: open,
    sql: async <Row>(statement: string, values: readonly unknown[] = []) =>
      withSqlite(config.file, config.key, (handle) => {
        const prepared = handle.prepare<unknown[], Row>(statement)
        if (prepared.reader) return prepared.all(...values)
        prepared.run(...values)
        return []
      }),
    remove: async () => {
      await Promise.all(opened.map((store) => store.close()))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Opens an encrypted file with the bare driver. */
export function withSqlite<Result>(
  file: string,
  key: Buffer,
  work: (handle: SqliteHandle) => Result,
): Result {
  if (!existsSync(file)) throw new Error('There is no such file.')
  const handle = new SqliteDriver(file)
  try {
    unlock(handle, key)
    handle.pragma('foreign_keys = ON')
    return work(handle)
  } finally {
    handle.close()
  }
}

async function openPostgresTestStore(dialect: Dialect): Promise<TestStore> {
  const database = `test_${randomUUID().replaceAll('-', '')}`
  const server = inject('postgresUrl')
  await query(server, `CREATE DATABASE ${database} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`)
  const url = new URL(server)
  url.pathname = `/${database}`
  const config = {
    engine: 'postgres',
    url: url.href,
    auditKey: randomBytes(32),
    poolSize: dialect === 'postgres' ? 8 : 1,
  } as const
  const opened: WholeStore[] = []
  const open = async (): Promise<WholeStore> => {
    const store = await openStore(config)
    opened.push(store)
    return store
  }
  return {
    store: await open(),
    config,
    folder: '',
    reopen: open,
    sql: (statement, values) => query(url.href, statement, values),
    remove: async () => {
      await Promise.all(opened.map((store) => store.close()))
      await query(server, `DROP DATABASE ${database} WITH (FORCE)`)
    },
  }
}

async function query<Row>(
  url: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let place = 0
    const numbered = statement.replace(/\?/gu, () => `$${String((place += 1))}`)
    const { rows } = await client.query(numbered, [...values])
    return rows as Row[]
  } finally {
    await client.end()
  }
}
