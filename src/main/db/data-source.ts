import SqliteDriver, { type Database as SqliteHandle } from 'better-sqlite3-multiple-ciphers'
import { existsSync } from 'node:fs'
import pg from 'pg'
import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm'
import { DomainError } from '#core/kernel/errors.ts'
import { ALL_ENTITIES } from './entities.ts'
import type { Engine } from './engine.ts'
import { postgresAddress } from './postgres-address.ts'
import { slowStatementLogger, type SlowStatements } from './slow-statements.ts'
import { settle, unlock } from './sqlite-settings.ts'

/** One open database behind TypeORM, as the unit of work sees it. */
export type Database = Readonly<{
  engine: Engine
  /** How many units of work may run at a time. */
  capacity: number
  connect(): Promise<Connection>
  /** A connection straight to the file, for what SQL cannot do in a transaction; null on PostgreSQL. */
  sqlite: SqliteHandle | null
  close(): Promise<void>
}>

/** A connection held for one unit of work, given back by `release`. */
export type Connection = Readonly<{
  runner: QueryRunner
  /** Ends an open transaction, if there still is one; never raises. */
  rollback(): Promise<void>
  release(): Promise<void>
}>

const DEFAULT_POOL_SIZE = 10

/** How long the file may be held by a process that is just ending. In milliseconds. */
const OPEN_TIMEOUT = 2_000

type SqliteFile = Readonly<{
  file: string
  key: Buffer
  mustExist?: boolean
  holdLog?: boolean
  slowStatements?: SlowStatements | undefined
}>

/** Opens the encrypted file with every setting in force. One connection, so one unit of work at a time. */
export async function openSqlite(config: SqliteFile): Promise<Database> {
  if (config.mustExist === true && !existsSync(config.file)) {
    throw new DomainError('DATABASE_DAMAGED', [{ path: '', code: 'DATABASE_FILE_MISSING' }])
  }
  const opened: SqliteHandle[] = []
  const source = new DataSource({
    type: 'better-sqlite3',
    driver: SqliteDriver,
    database: config.file,
    timeout: OPEN_TIMEOUT,
    prepareDatabase: (handle: SqliteHandle) => {
      opened.push(handle)
      unlock(handle, config.key)
      if (config.mustExist === true) requireSchema(handle)
      settle(handle)
      if (config.holdLog === true) handle.pragma('wal_autocheckpoint = 0')
    },
    ...commonOptions(config.slowStatements),
  })
  try {
    await source.initialize()
  } catch (error) {
    for (const handle of opened) handle.close()
    throw error
  }
  const [handle] = opened
  if (handle === undefined) throw new Error('The database was opened without being prepared.')

  const runner = source.createQueryRunner()
  const connection: Connection = {
    runner,
    rollback: async () => {
      // SQLite may have rolled back by itself, for example when the disk is full.
      if (handle.inTransaction) handle.exec('ROLLBACK')
    },
    release: () => Promise.resolve(),
  }
  return {
    engine: 'sqlite',
    capacity: 1,
    connect: () => Promise.resolve(connection),
    sqlite: handle,
    close: () => source.destroy(),
  }
}

/** A file without tables opens with any key, as a new one would: here it is what is left of a board. */
function requireSchema(handle: SqliteHandle): void {
  const tables = handle.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
  if (tables === 0) {
    throw new DomainError('DATABASE_DAMAGED', [{ path: '', code: 'DATABASE_EMPTIED' }])
  }
}

type PostgresServer = Readonly<{
  url: string
  poolSize?: number
  certificateAuthority?: string
  slowStatements?: SlowStatements | undefined
}>

/** Opens a pool of connections to the server; each unit of work holds one of them. */
export async function openPostgres(config: PostgresServer): Promise<Database> {
  const capacity = config.poolSize ?? DEFAULT_POOL_SIZE
  const source = new DataSource({
    type: 'postgres',
    driver: pg,
    ...postgresAddress(config.url, config.certificateAuthority),
    poolSize: capacity,
    applicationName: 'hoi-am',
    connectTimeoutMS: 5_000,
    installExtensions: false,
    // An idle connection that dies is replaced when it is next needed; unhandled it would end the process.
    poolErrorHandler: () => undefined,
    extra: {
      keepAlive: true,
      lock_timeout: 15_000,
      statement_timeout: 60_000,
      idle_in_transaction_session_timeout: 60_000,
    },
    ...commonOptions(config.slowStatements),
  })
  await source.initialize()
  return {
    engine: 'postgres',
    capacity,
    connect: async () => {
      const runner = source.createQueryRunner()
      return {
        runner,
        rollback: async () => {
          // When the connection is gone the server has rolled back already.
          if (!runner.isReleased) await runner.query('ROLLBACK').catch(() => undefined)
        },
        release: () => runner.release(),
      }
    },
    sqlite: null,
    close: () => source.destroy(),
  }
}

function commonOptions(slow: SlowStatements | undefined) {
  return {
    entities: [...ALL_ENTITIES],
    // The schema is made by our own migrations alone, and nothing that holds personal data is logged.
    synchronize: false,
    migrationsRun: false,
    logging: false,
    ...(slow === undefined
      ? {}
      : { maxQueryExecutionTime: slow.longerThan, logger: slowStatementLogger(slow) }),
  } satisfies Partial<DataSourceOptions>
}
