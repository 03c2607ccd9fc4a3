import type { AuditEntry, AuditHead } from '#core/audit/model.ts'
import type { TakenNumber } from '#core/audit/numbers.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import { assertNever, DomainError } from '#core/kernel/errors.ts'
import type { AllRepositories } from '#core/ports/repositories.ts'
import { ChainCheck, type AuditReport } from './audit/audit-chain.ts'
import type { Connection, Database } from './data-source.ts'
import { renewCopies, staleCopies } from './complaints/renew-search-copies.ts'
import { sightOf } from './conflicts/open-cases.ts'
import { lostAgainstAnother, lostConnection } from './db-errors.ts'
import { appendEvents, chainEnd, eventsAfter } from './audit/repository.ts'
import { createRepositories } from './repositories.ts'
import { openDbSession, type DbSession } from './db-session.ts'
import { giveWay } from '../common/give-way.ts'

/** In whose name something is written. `personId` is null for the program itself. */
export type WriteActor = Readonly<{ personId: string | null; name: string }>

/** What a transaction put on record, once it is durable. */
export type Commit = Readonly<{
  head: AuditHead
  at: Instant
  taken: readonly TakenNumber[]
  entries: readonly AuditEntry[]
}>

/**
 * Hears of every commit that put something on record, before whoever asked for it is answered and before the next one
 * has its turn. When it raises, that is the answer, although what was written stays.
 */
export type OnCommitted = (commit: Commit) => Promise<void>

type Mode = 'read' | 'write' | 'write alone'

type Enter = <Result>(work: () => Promise<Result>) => Promise<Result>

export type UnitOfWork = Readonly<{
  /** In somebody's name, or without one for the program itself. */
  read<Result>(
    work: (repositories: AllRepositories) => Promise<Result>,
    personId?: string,
  ): Promise<Result>
  write<Result>(
    actor: WriteActor,
    at: Instant,
    work: (repositories: AllRepositories, audit: (entry: AuditEntry) => void) => Promise<Result>,
    /** Refuses with `DISK_FULL` what would write anything but its entries. */
    recordOnly?: boolean,
  ): Promise<Result>
  /**
   * Renews some search copies an earlier program made; says whether there are more. Nothing is on record of it: what a
   * case says stays the same.
   */
  renewSearchCopies(enter: Enter): Promise<boolean>
  /** Reads the chain in portions, entering the gate for each, so that nobody waits for the whole. */
  verifyAudit(enter: Enter, anchor?: AuditHead): Promise<AuditReport>
}>

/** How often a transaction that lost against another one is tried in all: beside others, then alone. */
const ATTEMPTS = 3

/** Any fixed number does; writers share it, and one that has lost before holds it for itself. */
const WRITERS_LOCK = 4_938_410_089

const VERIFIED_AT_A_TIME = 1_000

/** The database as it is now, and what links its journal. Both change together, while nobody is inside. */
export type Present = Readonly<{
  database: Database
  /** By epoch, the first one first; the last links. */
  auditKeys: readonly Buffer[]
}>

/** The only way to the tables: one transaction on one connection around each piece of work. */
export function createUnitOfWork(
  present: () => Present,
  onCommitted: OnCommitted = async () => undefined,
): UnitOfWork {
  async function transaction<Result>(
    mode: Mode,
    personId: string | null,
    work: (session: DbSession, hasWritten: () => boolean) => Promise<Result>,
  ): Promise<Result> {
    const { database } = present()
    const connection = await beginOnLiveConnection(database, mode)
    const { session, hasWritten, finish, abandon } = openDbSession(
      database.engine,
      connection,
      mode === 'read' ? 'read' : 'write',
    )
    try {
      const seen = personId === null ? session : await inSightOf(session, personId)
      const result = await work(seen, hasWritten)
      finish()
      await commit(database, connection, mode)
      return result
    } catch (error) {
      abandon()
      await connection.rollback()
      throw error
    } finally {
      await connection.release()
    }
  }

  async function write<Result>(
    actor: WriteActor,
    at: Instant,
    work: (repositories: AllRepositories, audit: (entry: AuditEntry) => void) => Promise<Result>,
    recordOnly = false,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const mode = attempt === 1 ? 'write' : 'write alone'
        const { result, ...commit } = await transaction(
          mode,
          actor.personId,
          async (session, hasWritten) => {
            const entries: AuditEntry[] = []
            const taken: TakenNumber[] = []
            const repositories = createRepositories(session, (each) => taken.push(each))
            const result = await work(repositories, (entry) => entries.push(entry))
            if (recordOnly && hasWritten()) throw new DomainError('DISK_FULL')
            // Last, because the head of the chain is where all writers meet.
            const head = await appendEvents(session, present().auditKeys, actor, at, entries)
            return { result, head, at, taken, entries }
          },
        )
        const { head } = commit
        if (head !== null) await onCommitted({ ...commit, head })
        return result
      } catch (error) {
        if (attempt === ATTEMPTS || !lostAgainstAnother(error)) throw error
      }
    }
  }

  async function verifyAudit(enter: Enter, anchor?: AuditHead): Promise<AuditReport> {
    const check = new ChainCheck(present().auditKeys, anchor ?? null)
    // What is appended while this runs lies after these and is not looked at.
    const { head, last } = await enter(() => transaction('read', null, chainEnd))
    for (;;) {
      const portion = await enter(() =>
        transaction('read', null, (session) =>
          eventsAfter(session, check.last.sequence, last, VERIFIED_AT_A_TIME),
        ),
      )
      for (const { values, ...event } of portion) check.add(event, values)
      if (portion.length < VERIFIED_AT_A_TIME || !check.intact) return check.finish(head)
      await giveWay()
    }
  }

  async function renewSearchCopies(enter: Enter): Promise<boolean> {
    const stale = await enter(() => transaction('read', null, staleCopies))
    if (stale.length === 0) return false
    await enter(() => transaction('write', null, (session) => renewCopies(session, stale)))
    return true
  }

  return {
    renewSearchCopies,
    read: (work, personId) =>
      transaction('read', personId ?? null, (session) => work(createRepositories(session))),
    write,
    verifyAudit,
  }
}

async function inSightOf(session: DbSession, personId: string): Promise<DbSession> {
  return { ...session, sight: await sightOf(session, personId) }
}

/**
 * On SQLite the gate alone gives a reader a view that stands still, and a writer the file. PostgreSQL
 * writers run side by side, see what is committed, and guard what they build on by version checks and
 * `lock`; two that wait for each other would do so again, so the one that was sent back then runs alone.
 */
async function begin(database: Database, { runner }: Connection, mode: Mode): Promise<void> {
  if (database.engine === 'sqlite') {
    if (mode !== 'read') await runner.query('BEGIN IMMEDIATE')
    return
  }
  switch (mode) {
    case 'read':
      await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      return
    case 'write':
      await runner.query(`BEGIN; SELECT pg_advisory_xact_lock_shared(${String(WRITERS_LOCK)})`)
      return
    case 'write alone':
      await runner.query(`BEGIN; SELECT pg_advisory_xact_lock(${String(WRITERS_LOCK)})`)
      return
    default:
      assertNever(mode)
  }
}

/**
 * A connection that died while it was idle shows that only now, when nothing can be lost yet: it is
 * dropped and the next one taken. All of them may have died, and then a new one is made.
 */
async function beginOnLiveConnection(database: Database, mode: Mode): Promise<Connection> {
  for (let left = database.capacity; ; left -= 1) {
    const connection = await database.connect()
    try {
      await begin(database, connection, mode)
      return connection
    } catch (error) {
      await connection.rollback()
      await connection.release()
      if (database.engine === 'sqlite' || left === 0 || !lostConnection(error)) throw error
    }
  }
}

async function commit(database: Database, { runner }: Connection, mode: Mode): Promise<void> {
  if (database.engine === 'postgres' || mode !== 'read') await runner.query('COMMIT')
}
