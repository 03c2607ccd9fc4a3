import SqliteDriver from 'better-sqlite3-multiple-ciphers'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { z } from 'zod'

import { ALL_MIGRATIONS } from '#main/db/migrations/all.ts'
import { unlock } from '#main/db/sqlite-settings.ts'
import { DEMO_VAULT, demoAccounts, seedBoard } from '#main/demo/demo-board.ts'
import { sha256 } from '#main/dispatch/services.ts'
import { createTypesetter } from '#main/letters/typesetter.ts'
import { openVault } from '#main/vault/vault.ts'
import type { VaultKeys } from '#main/vault/data-key.ts'
import { openWorkspace } from '#main/workspace/workspace.ts'
import { startPostgres } from '#test/setup/postgres.ts'
import { EXTRA_ROWS } from '#test/fixtures/db/boards/extra-rows.ts'
import { ROOT } from './build.ts'

// Keeps a board of the schema of today, as programs of it leave it on both engines, for landed-boards.db.test.ts.

const FOLDER = join(ROOT, 'test/fixtures/db/boards')
const NOW = '2026-11-22T08:30:00.000Z'
const COMPLAINTS = 20
const version = ALL_MIGRATIONS.length

async function seed(dataDir: string, databaseUrl?: string): Promise<VaultKeys> {
  const desk = await openWorkspace({ dataDir, vault: DEMO_VAULT, databaseUrl, temporary: true })
  const typesetter = createTypesetter({
    resourcesDir: join(ROOT, 'resources'),
    workerUrl: pathToFileURL(join(ROOT, 'src/main/letters/typeset-worker.ts')),
  })
  try {
    const clock = { now: () => NOW }
    await seedBoard({ desk, clock, ids: { next: randomUUID }, sha256, typesetter }, COMPLAINTS)
  } finally {
    await typesetter.close()
    await desk.close()
  }
  const [account] = demoAccounts()
  if (account === undefined) throw new Error('a demonstration has accounts')
  return (await (await openVault(dataDir, DEMO_VAULT)).unlock(account)).keys
}

/** The file itself, without its cipher: an encrypted one cannot be made small. */
async function keepSqlite(dataDir: string): Promise<string> {
  const { databaseKey, auditKey } = await seed(dataDir)
  const file = join(dataDir, 'hoi-am.db')
  const handle = new SqliteDriver(file)
  unlock(handle, databaseKey)
  handle.pragma('journal_mode = DELETE')
  for (const statement of EXTRA_ROWS.sqlite) handle.exec(statement)
  handle.pragma(`rekey = ''`)
  handle.exec('VACUUM')
  handle.close()
  await keep('sqlite.gz', await readFile(file))
  return auditKey.toString('hex')
}

async function keepPostgres(dataDir: string, url: string): Promise<void> {
  const { auditKey } = await seed(dataDir, url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of EXTRA_ROWS.postgres) await client.query(statement)
    const columns = await client.query<{ table: string; names: string }>(
      `SELECT table_name AS table, string_agg('"' || column_name || '"', ',' ORDER BY ordinal_position) AS names
         FROM information_schema.columns JOIN pg_tables ON tablename = table_name AND schemaname = 'public'
        WHERE table_schema = 'public' AND is_generated = 'NEVER' GROUP BY table_name`,
    )
    const tables: Record<string, unknown> = {}
    for (const { table, names } of columns.rows) {
      const { rows } = await client.query<{ row: unknown }>(
        `SELECT row_to_json(t) AS row FROM (SELECT ${names} FROM "${table}") t`,
      )
      tables[table] = rows.map(({ row }) => row)
    }
    const board = { auditKey: auditKey.toString('hex'), tables }
    await keep('postgres.json.gz', Buffer.from(JSON.stringify(board)))
  } finally {
    await client.end()
  }
}

async function keep(ending: string, bytes: Buffer): Promise<void> {
  const zipped = gzipSync(bytes, { level: 9 })
  await writeFile(join(FOLDER, `v${String(version)}.${ending}`), zipped)
  console.log(`v${String(version)}.${ending}: ${String(zipped.length)} bytes`)
}

const folder = await mkdtemp(join(tmpdir(), 'hoi-am-landed-'))
const server = await startPostgres()
try {
  const key = await keepSqlite(join(folder, 'sqlite'))
  await keepPostgres(join(folder, 'postgres'), server.url)
  const path = join(FOLDER, 'audit-keys.json')
  const known = z.record(z.string(), z.string()).parse(JSON.parse(await readFile(path, 'utf8')))
  const keys = { ...known, [version]: key }
  await writeFile(path, `${JSON.stringify(keys, null, 2)}\n`)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
