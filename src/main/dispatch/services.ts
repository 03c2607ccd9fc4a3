import type { Clock, Ids } from '#core/kernel/sources.ts'
import type { Sha256 } from '#core/kernel/sources.ts'
import type { Reader, Typesetter } from '#core/ports/tools.ts'
import type { CoreMessage } from '#shared/protocol/core-messages.ts'
import type { AppStatus } from '#shared/contract/session.ts'
import { sha256Of } from '../common/sha256.ts'
import type { LoginThrottle } from '../vault/login-throttle.ts'
import type { RecoveryKeys } from '../vault/pending-recovery-keys.ts'
import type { Desk } from '../workspace/desk.ts'
import type { Jobs } from './jobs.ts'
import type { Looks } from './looks.ts'
import type { Logger } from './logger.ts'
import type { Sessions } from './sessions.ts'
import type { Pace } from './pace.ts'
import type { Tickets } from './tickets.ts'
import type { Undoing } from './undoing.ts'

/** Everything a handler may need from outside the core, built once by the composition. */
export type Services = Readonly<{
  clock: Clock
  ids: Ids
  sha256: Sha256
  desk: Desk
  sessions: Sessions
  looks: Looks
  undoing: Undoing
  tickets: Tickets
  jobs: Jobs
  pace: Pace
  typesetter: Typesetter
  reader: Reader
  attempts: LoginThrottle
  logger: Logger
  version: string
  /** Who can be signed in as on the demonstration board; null on a real one. */
  demoAccounts: AppStatus['demo']
  /** Recovery keys on screen, waiting to be confirmed. */
  recoveryKeys: RecoveryKeys
  /** Secrets shown to an authenticator app, by window, until a code of it was typed. Never written anywhere. */
  pendingFactors: Map<string, string>
  emit(message: Extract<CoreMessage, { type: 'event' }>): void
}>

export const systemClock: Clock = { now: () => new Date().toISOString() }

export const sha256: Sha256 = sha256Of
