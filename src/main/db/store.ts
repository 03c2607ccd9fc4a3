import type { AuditEntry, AuditHead } from '#core/audit/model.ts'
import { DomainError } from '#core/kernel/errors.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import type { AllRepositories, Repositories } from '#core/ports/repositories.ts'
import type { AuditReport } from './audit/audit-chain.ts'
import { openPostgres, openSqlite, type Database } from './data-source.ts'
import { mapDatabaseError } from './db-errors.ts'
import type { Engine } from './engine.ts'
import { createGate } from './gate.ts'
import { ALL_MIGRATIONS } from './migrations/all.ts'
import { migrate } from './migrations/runner.ts'
import type { SlowStatements } from './slow-statements.ts'
import { createUnitOfWork, type OnCommitted, type WriteActor } from './unit-of-work.ts'
import { writeAheadLogOf, type WriteAheadLog } from './write-ahead-log.ts'

/** Room that is kept on the disk of the database. */
export type DiskReserve = Readonly<{
  /** Whether it was given up and there is no room yet to take it back: what is only on record may still be written. */
  isGivenUp(): Promise<boolean>
  /** The disk is full: its room is there for the journal now. */
  giveUp(): Promise<void>
}>

type Watched = Readonly<{
  /** Who hears of statements that take long; nobody when left out. */
  slowStatements?: SlowStatements | undefined
  /** Asked before every transaction that may write; what it raises is the answer, and nothing is written. */
  beforeWrite?: (() => Promise<void>) | undefined
  onCommitted?: OnCommitted | undefined
  /** Opens it with the schema it has, for whoever only looks. */
  asItIs?: boolean
  /** Links the journal. */
  auditKey: Buffer
  /** What linked it in the epochs before, the first one first. */
  earlierAuditKeys?: readonly Buffer[]
}>

export type SqliteConfig = Watched &
  Readonly<{
    engine: 'sqlite'
    /** Absolute path of the database file. */
    file: string
    /** 32 random bytes; the file is encrypted with them from its first page on. */
    key: Buffer
    /** Called before the schema of a database with data is changed; when it raises, nothing is changed. */
    beforeMigration?: () => Promise<void>
    /** Told whenever something of it turned out to be damaged, at whatever was asked of it. */
    onDamaged?: () => void
    /** What is given up when the disk is full. */
    reserve?: DiskReserve
    /** From its opening on the log stays in place until `Store.log` brings it into the file. */
    holdLog?: boolean
    /** Refuse with `DATABASE_DAMAGED` when there is no file, instead of making an empty one. */
    mustExist?: boolean
  }>

export type PostgresConfig = Watched &
  Readonly<{
    engine: 'postgres'
    url: string
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
  /**
   * Has the database to itself: whoever asks for something meanwhile waits, and goes on with what `work` answers is to be
   * opened from now on. When it raises, what was open before is, again.
   */
  replace(work: (held: HeldDatabase) => Promise<StoreConfig>): Promise<void>
  /** The log of an SQLite file; null on PostgreSQL. */
  log: WriteAheadLog | null
  /** Waits for what is running, then closes. Calling it again does nothing. */
  close(): Promise<void>
}>

/** A database that nobody else asks for anything. */
export type HeldDatabase = Readonly<{
  /** Brings the log into the file, so that the file alone is the database. Nothing to do on PostgreSQL. */
  settleLog(): void
  /** Closes it; the file may then be another one. */
  close(): Promise<void>
}>

/**
 * Opens the database, making or migrating it first when needed. Raises `DATABASE_DAMAGED` for a wrong
 * key or a broken file, `ALREADY_OPEN` when another process holds it, `DATABASE_TOO_NEW`,
 * `MIGRATION_FAILED` (the old state is untouched), `DATABASE_UNAVAILABLE`, `DISK_FULL`, `READ_ONLY`.
 */
export async function openStore(config: StoreConfig): Promise<WholeStore> {
  let present = config
  let database = await openDatabase(config)
  let auditKeys = auditKeysOf(config)
  const gate = createGate(database.capacity)
  const unitOfWork = createUnitOfWork(() => ({ database, auditKeys }), config.onCommitted)
  const reserve = config.engine === 'sqlite' ? config.reserve : undefined
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
        return withReserve(reserve, async (recordOnly) => {
          await config.beforeWrite?.()
          return unitOfWork.write(actor, at, work, recordOnly)
        })
      }),
    renewSearchCopies: async () =>
      (await reserve?.isGivenUp()) !== true && unitOfWork.renewSearchCopies(enter),
    verifyAudit: (anchor) => unitOfWork.verifyAudit(enter, anchor),
    async replace(work) {
      if (closing !== null)
        throw new DomainError('DATABASE_UNAVAILABLE', [{ path: '', code: 'CLOSED' }])
      await gate.alone(async () => {
        const before = database
        const closed: Promise<void>[] = []
        const close = async (): Promise<void> => {
          if (closed.length === 0) closed.push(before.close())
          await Promise.all(closed)
        }
        const settleLog = (): void => void before.sqlite?.pragma('wal_checkpoint(TRUNCATE)')
        try {
          present = await work({ settleLog, close }).catch(raiseMapped)
          await close()
        } finally {
          if (closed.length > 0) database = await openDatabase(present)
          auditKeys = auditKeysOf(present)
        }
      })
    },
    get log() {
      return database.sqlite === null ? null : writeAheadLogOf(database.sqlite, enter)
    },
    close: () => (closing ??= gate.alone(() => database.close())),
  }
}

/**
 * A write on a disk that may be full. Then the reserve is given up and the act done again: one that is only on record
 * (somebody signs in, reads, prints, exports) goes on in its room, any other is refused with `DISK_FULL` and leaves nothing.
 */
async function withReserve<Result>(
  reserve: DiskReserve | undefined,
  write: (recordOnly: boolean) => Promise<Result>,
): Promise<Result> {
  if (reserve === undefined) return write(false)
  if (await reserve.isGivenUp()) return write(true)
  try {
    return await write(false)
  } catch (error) {
    const mapped = mapDatabaseError(error)
    if (!(mapped instanceof DomainError) || mapped.code !== 'DISK_FULL') throw mapped
    await reserve.giveUp()
    return write(true)
  }
}

async function openDatabase(config: StoreConfig): Promise<Database> {
  const database = await (
    config.engine === 'sqlite' ? openSqlite(config) : openPostgres(config)
  ).catch(raiseMapped)
  try {
    if (config.asItIs !== true) {
      await migrate(database, ALL_MIGRATIONS, async () => {
        if (config.engine === 'sqlite') await config.beforeMigration?.()
      })
    }
    return database
  } catch (error) {
    await database.close()
    return raiseMapped(error)
  }
}

function auditKeysOf({ auditKey, earlierAuditKeys = [] }: StoreConfig): readonly Buffer[] {
  return [...earlierAuditKeys, auditKey]
}

function isDamage(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'DATABASE_DAMAGED'
}

function raiseMapped(error: unknown): never {
  throw mapDatabaseError(error)
}
