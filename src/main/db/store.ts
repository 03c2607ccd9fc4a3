import type { AuditEntry, AuditHead } from '#core/audit/model.ts'
import { DomainError } from '#core/kernel/errors.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import type { AllRepositories, Repositories } from '#core/ports/repositories.ts'
import type { AuditReport } from './audit/audit-chain.ts'
import { openPostgres, openSqlite } from './data-source.ts'
import { mapDatabaseError } from './db-errors.ts'
import type { Engine } from './engine.ts'
import { createGate } from './gate.ts'
import { ALL_MIGRATIONS } from './migrations/all.ts'
import { migrate } from './migrations/runner.ts'
import type { SlowStatements } from './slow-statements.ts'
import { createUnitOfWork, type OnCommitted, type WriteActor } from './unit-of-work.ts'

type Watched = Readonly<{
  /** Who hears of statements that take long; nobody when left out. */
  slowStatements?: SlowStatements | undefined
  /** Asked before every transaction that may write; what it raises is the answer, and nothing is written. */
  beforeWrite?: (() => Promise<void>) | undefined
  onCommitted?: OnCommitted | undefined
  /** Opens it with the schema it has, for whoever only looks. */
  asItIs?: boolean
}>

export type SqliteConfig = Watched &
  Readonly<{
    engine: 'sqlite'
    /** Absolute path of the database file. */
    file: string
    /** 32 random bytes; the file is encrypted with them from its first page on. */
    key: Buffer
    auditKey: Buffer
    /** Called before the schema of a database with data is changed; when it raises, nothing is changed. */
    beforeMigration?: () => Promise<void>
    /** Told whenever something of it turned out to be damaged, at whatever was asked of it. */
    onDamaged?: () => void
    /** Refuse with `DATABASE_DAMAGED` when there is no file, instead of making an empty one. */
    mustExist?: boolean
  }>

export type PostgresConfig = Watched &
  Readonly<{
    engine: 'postgres'
    url: string
    auditKey: Buffer
    /** Most connections at a time; 1 is enough for everything to work. */
    poolSize?: number
    /** PEM of the authority that signed the server's certificate, when the system does not know it. */
    certificateAuthority?: string
  }>

export type StoreConfig = SqliteConfig | PostgresConfig

/** An open database. Every failure it raises is a `DomainError` without SQL, values or paths. */
export type Store = StoreOf<Repositories>

/** The same with every table to be written: what this folder and its tests have, and nobody who serves a window. */
export type WholeStore = StoreOf<AllRepositories>

type StoreOf<Given> = Readonly<{
  engine: Engine
  /**
   * Runs `work` on one consistent view of all the data, in which nothing can be changed. For the program itself:
   * whatever answers a person reads by `readAs`.
   */
  read<Result>(work: (repositories: Given) => Promise<Result>): Promise<Result>
  /** The same in somebody's name: what they are kept from is not there. */
  readAs<Result>(personId: string, work: (repositories: Given) => Promise<Result>): Promise<Result>
  /**
   * Runs `work` in one transaction and commits it together with the events it recorded, each a link of
   * the audit chain; when anything fails, neither remains. On PostgreSQL a transaction that lost
   * against another one is run again, so `work` must have no effects outside the repositories.
   * What whoever acts is kept from is not there. A `read` or `write` inside another one is a mistake of the caller and raises.
   */
  write<Result>(
    actor: WriteActor,
    at: Instant,
    work: (repositories: Given, audit: (entry: AuditEntry) => void) => Promise<Result>,
  ): Promise<Result>
  /** Renews some search copies an earlier program made; says whether there may be more. */
  renewSearchCopies(): Promise<boolean>
  /** Recomputes the whole chain; with an anchor, also that the chain still contains it. */
  verifyAudit(anchor?: AuditHead): Promise<AuditReport>
  /** Waits for what is running, then closes. Calling it again does nothing. */
  close(): Promise<void>
}>

/**
 * Opens the database, making or migrating it first when needed. Raises `DATABASE_DAMAGED` for a wrong
 * key or a broken file, `ALREADY_OPEN` when another process holds it, `DATABASE_TOO_NEW`,
 * `MIGRATION_FAILED` (the old state is untouched), `DATABASE_UNAVAILABLE`, `DISK_FULL`, `READ_ONLY`.
 */
export async function openStore(config: StoreConfig): Promise<WholeStore> {
  const database = await (
    config.engine === 'sqlite' ? openSqlite(config) : openPostgres(config)
  ).catch(raiseMapped)
  try {
    if (config.asItIs !== true) {
      await migrate(database, ALL_MIGRATIONS, async () => {
        if (config.engine === 'sqlite') await config.beforeMigration?.()
      })
    }
  } catch (error) {
    await database.close()
    return raiseMapped(error)
  }

  const gate = createGate(database.capacity)
  const unitOfWork = createUnitOfWork(database, config.auditKey, config.onCommitted)
  let closing: Promise<void> | null = null
  /** Nothing more is written into a database of which a page turned out to be damaged: it could not be kept. */
  let damaged = false
  const enter = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (closing !== null)
      throw new DomainError('DATABASE_UNAVAILABLE', [{ path: '', code: 'CLOSED' }])
    return gate.run(work).catch((error: unknown) => {
      const mapped = mapDatabaseError(error)
      if (config.engine === 'sqlite' && isDamage(mapped)) {
        damaged = true
        config.onDamaged?.()
      }
      throw mapped
    })
  }
  return {
    engine: config.engine,
    read: (work) => enter(() => unitOfWork.read(work)),
    readAs: (personId, work) => enter(() => unitOfWork.read(work, personId)),
    write: (actor, at, work) =>
      enter(async () => {
        if (damaged) throw new DomainError('DATABASE_DAMAGED')
        await config.beforeWrite?.()
        return unitOfWork.write(actor, at, work)
      }),
    renewSearchCopies: () => unitOfWork.renewSearchCopies(enter),
    verifyAudit: (anchor) => unitOfWork.verifyAudit(enter, anchor),
    close: () => (closing ??= gate.drain().then(() => database.close())),
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'DATABASE_DAMAGED'
}

function raiseMapped(error: unknown): never {
  throw mapDatabaseError(error)
}
