import type { AuditEntry } from '../audit/model.ts'
import type { Clock, Ids, Sha256 } from '../kernel/sources.ts'
import type { Reader } from '../conflicts/reader.ts'
import type { ApprovingWord } from '../people/second-person.ts'
import type { Repositories } from './repositories.ts'

/** Who is acting. Always taken from the session, never from a request. */
export type Actor = Reader &
  Readonly<{
    username: string
    fullName: string
    /** That they may be the second person; null where the act asks for none. */
    word: ApprovingWord | null
  }>

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
