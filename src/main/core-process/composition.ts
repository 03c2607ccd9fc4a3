import { randomUUID } from 'node:crypto'

import type { Clock, Ids } from '#core/kernel/sources.ts'
import type { CoreMessage, HostMessage } from '#shared/protocol/core-messages.ts'
import type { Result } from '#shared/protocol/envelope.ts'
import type { DiskTimes } from '../workspace/disk-room.ts'
import { openWorkspace } from '../workspace/workspace.ts'
import { handlers } from '../app/handlers.ts'
import { dispatch, refusal } from '../dispatch/dispatch.ts'
import { endSessionOnRecord } from '../dispatch/end-session.ts'
import { receiveUpload, sendDownload } from '../dispatch/file-tickets.ts'
import { createJobs } from '../dispatch/jobs.ts'
import { createLooks } from '../dispatch/looks.ts'
import { createUndoing } from '../dispatch/undoing.ts'
import { createLogger, type Logger } from '../dispatch/logger.ts'
import { createRecoveryKeys } from '../vault/pending-recovery-keys.ts'
import type { Call } from '../dispatch/route.ts'
import { sha256, systemClock, type Services } from '../dispatch/services.ts'
import { createSessions, type Session } from '../dispatch/sessions.ts'
import { PACE, type Pace } from '../dispatch/pace.ts'
import { createSteadyClock } from '../dispatch/steady-clock.ts'
import { createTickets } from '../dispatch/tickets.ts'
import type { CoreConfig } from '../common/core-config.ts'
import { DEMO_VAULT, seedDemoBoard } from '../demo/demo-board.ts'
import { dataPaths } from '../common/files/data-paths.ts'
import { createTypesetter } from '../letters/typesetter.ts'
import { FOLDER_EVENT, FOLDER_USABLE } from '../common/folder-event.ts'
import { createAttempts, type GuessClock } from '../vault/login-throttle.ts'
import type { VaultConfig } from '../vault/vault.ts'
import { readInput } from '../common/wire-input.ts'
import { createReaderClient } from './reader-client.ts'
import { createRetirement } from './retirement.ts'

/** The core with everything around it, spoken to in messages only. */
export type App = Readonly<{
  /** Answers through `send`. Never raises. */
  receive(message: HostMessage): Promise<void>
  /** Finishes what is running, locks the board, makes the copy of the day and gives the data folder back. */
  close(): Promise<void>
  /** Whoever waits for `close` waits no longer for a copy. */
  leaveCopy(): void
}>

/** What tests replace: time, identifiers, the cost of a password guess, and where messages go. */
export type AppOptions = Readonly<{
  send(message: CoreMessage): void
  workerUrl: URL
  version: string
  clock?: Clock
  ids?: Ids
  vault?: VaultConfig
  guessClock?: GuessClock
  /** Milliseconds since the program began, by which sessions end as well as by `clock`. */
  running?: () => number
  logger?: Logger
  /** From how many milliseconds on a statement of the database is noted in the log. */
  slowStatementMs?: number
  /** Nothing on this board is worth a copy: it is made to be measured and thrown away. */
  temporary?: boolean
  copyWorkerUrl?: URL
  /** How acts on many give others their turns. */
  pace?: Pace
  /** When the disk is looked at. */
  diskTimes?: DiskTimes
}>

const LOCK_CHECK_MS = 15_000

/** What somebody who waits for it begins to notice. */
const SLOW_STATEMENT_MS = 200

/**
 * Puts the program together. A data folder that cannot be used does not stop it: the window starts and
 * explains what is wrong.
 */
export async function createApp(config: CoreConfig, options: AppOptions): Promise<App> {
  const { send, clock = systemClock, ids = { next: randomUUID } } = options
  const vault = config.demo ? DEMO_VAULT : options.vault
  const logger = options.logger ?? createLogger((line) => void process.stderr.write(line))
  const desk = await openWorkspace({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    profileRoot: config.profileRoot,
    clock,
    ...(vault === undefined ? {} : { vault }),
    temporary: config.demo || options.temporary === true,
    onCopying: (progress) => {
      send({ type: 'copying', progress })
      retirement.copying(progress)
    },
    ...(options.copyWorkerUrl === undefined ? {} : { copyWorkerUrl: options.copyWorkerUrl }),
    onWarning: () => send({ type: 'event', event: { type: 'warnings' } }),
    ...(options.diskTimes === undefined ? {} : { diskTimes: options.diskTimes }),
    slowStatements: {
      longerThan: options.slowStatementMs ?? SLOW_STATEMENT_MS,
      tell: ({ statement, milliseconds }) =>
        logger.write({ event: 'slow-statement', statement, facts: { milliseconds } }),
    },
  })
  const state = desk.state()
  // The host keeps the log in this folder only once it is known to be ours.
  const folder = state.name === 'failed' ? state.problem : FOLDER_USABLE
  logger.write({ event: FOLDER_EVENT, code: folder })
  const typesetter = createTypesetter({
    resourcesDir: config.resourcesDir,
    workerUrl: options.workerUrl,
  })
  const reader = createReaderClient(send)
  const shared = { clock, ids, sha256, desk, typesetter, reader }
  const demoAccounts = config.demo ? await seedDemoBoard(shared) : null
  const steady = createSteadyClock(() => Date.parse(clock.now()), options.running)
  const services: Services = {
    ...shared,
    demoAccounts,
    sessions: createSessions(steady),
    looks: createLooks(steady),
    undoing: createUndoing(steady),
    tickets: createTickets(),
    jobs: createJobs(),
    pace: options.pace ?? PACE,
    recoveryKeys: createRecoveryKeys(),
    attempts: createAttempts({
      path: dataPaths(config.dataDir).attempts,
      isExpected: desk.isInUse,
      ...options.guessClock,
    }),
    pendingFactors: new Map(),
    logger,
    version: options.version,
    emit: send,
  }

  const retirement = createRetirement({
    // The board of a demonstration is made at the start of its core, of made-up people.
    isWanted: () => !config.demo && services.sessions.isEmpty() && running.size === 0,
    isOpen: () => desk.board() !== null,
    quiet: desk.quiet,
    send,
  })
  const timer = setInterval(() => {
    void lockIdleWindows(services).then(retirement.consider)
  }, LOCK_CHECK_MS)
  timer.unref()
  const running = new Set<Promise<void>>()
  let closing: Promise<void> | null = null

  async function close(): Promise<void> {
    clearInterval(timer)
    await Promise.allSettled(running)
    await typesetter.close()
    await desk.close()
  }

  return {
    async receive(message) {
      if (message.type === 'read-answer') {
        reader.hear(message)
        return
      }
      const task = answer(services, message, send)
      running.add(task)
      await task.finally(() => running.delete(task))
      retirement.consider()
    },
    close: () => (closing ??= close()),
    leaveCopy: () => desk.leaveCopy(),
  }
}

async function answer(
  services: Services,
  message: Exclude<HostMessage, { type: 'read-answer' }>,
  send: (message: CoreMessage) => void,
): Promise<void> {
  // The timer may be late, after a night asleep by hours: nobody gets in on a session that is over.
  await lockIdleWindows(services)
  switch (message.type) {
    case 'request': {
      const call: Call = { services, windowId: message.windowId }
      const input = readInput(message.input)
      const result = input.ok ? await dispatch(handlers, call, message.route, input.data) : input
      send({ type: 'response', id: message.id, result })
      return
    }
    case 'upload': {
      const call: Call = { services, windowId: message.windowId }
      const result = await attempt(call, 'upload', () =>
        receiveUpload(call, message.ticket, message.bytes),
      )
      send({ type: 'response', id: message.id, result })
      return
    }
    case 'download': {
      const call: Call = { services, windowId: message.windowId }
      const result = await attempt(call, 'download', () => sendDownload(call, message.ticket))
      send({ type: 'file', id: message.id, result })
      return
    }
    case 'window-closed':
      await endSessionOnRecord({ services, windowId: message.windowId })
      return
    case 'away':
      await lockWindows(services, services.sessions.all(), 'away')
      return
    case 'shutdown':
    case 'leave-copy':
      // The process around the app decides what comes after closing.
      return
  }
}

async function attempt<T>(call: Call, what: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, data: await work() }
  } catch (error) {
    return { ok: false, error: await refusal(call, what, error) }
  }
}

async function lockIdleWindows(services: Services): Promise<void> {
  await lockWindows(services, services.sessions.expired(), 'idle')
}

async function lockWindows(
  services: Services,
  sessions: readonly Session[],
  reason: 'idle' | 'away',
): Promise<void> {
  for (const { windowId } of sessions) {
    await endSessionOnRecord({ services, windowId }, reason)
  }
}
