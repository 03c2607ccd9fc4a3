import type { Role } from '../people/permissions.ts'
import type { Repositories, Sha256 } from './repositories.ts'
import type { AuditEntry } from '../audit/model.ts'
import type { Instant } from '../kernel/calendar.ts'

/** The source of the present time; tests pass their own. */
export type Clock = Readonly<{ now(): Instant }>

/** The source of new identifiers (UUIDs); tests pass their own. */
export type Ids = Readonly<{ next(): string }>

/** Who is acting. Always taken from the session, never from a request. */
export type Actor = Readonly<{ personId: string; username: string; fullName: string; role: Role }>

/** What a read may use: a consistent view of the store. */
export type QueryContext = Readonly<{
  actor: Actor
  clock: Clock
  repositories: Repositories
  sha256: Sha256
}>

/**
 * What a command may use. Everything it writes, and the audit entries it records, become durable
 * together or not at all when the unit of work around it commits.
 */
export type CommandContext = QueryContext & Readonly<{ ids: Ids; audit(entry: AuditEntry): void }>
