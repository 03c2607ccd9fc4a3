import type { ErrorCode } from '#core/kernel/errors.ts'
import type { CopyProgress } from '#shared/protocol/copy-progress.ts'
import type { CoreMessage, FileContent, HostMessage } from '#shared/protocol/core-messages.ts'
import type { Result } from '#shared/protocol/envelope.ts'
import type { AppEvent } from '#shared/protocol/events.ts'

import { type CallMessage, sealed, wipe } from './call-content.ts'
import type { ForeignReader } from './foreign-reader.ts'
import { decideRestart, RESTART_POLICY, type RestartPolicy } from './restart-policy.ts'

/** One life of the core process, however the host starts it. */
export interface CoreChild {
  /** Sends, or drops the message when the process is gone: its exit is what answers the caller. */
  send(message: HostMessage): void
  /** Ends the process at once. */
  kill(): void
  onMessage(listener: (message: CoreMessage) => void): void
  /** Called exactly once, also when the process could not be started at all. */
  onExit(listener: () => void): void
}

export type CoreEventListener = (event: AppEvent, windowId: string | undefined) => void

/** The host's side of the core process. No method rejects: every failure is a result. */
export interface CoreClient {
  /** Calls a route; `input`, as the bytes of an upload, is wiped once the core has it, or the call is over without. */
  request(windowId: string, route: string, input: Uint8Array): Promise<Result<unknown>>
  upload(windowId: string, ticket: string, bytes: Uint8Array): Promise<Result<unknown>>
  download(windowId: string, ticket: string): Promise<Result<FileContent>>
  /** Ends the session that hangs on this window. */
  windowClosed(windowId: string): void
  /** Ends every session: the machine was locked or goes to sleep. */
  away(): void
  /** Hears events; those without a window id are for all windows. Returns the way to stop. */
  onEvent(listener: CoreEventListener): () => void
  /** True once the core can answer, false when it never will: given up or closed. */
  whenReady(): Promise<boolean>
  /**
   * Asks the core to finish and end, and waits for as long as it says how far its copy is; ends it by force when it
   * has been silent for the limit. Resolves when it is gone. `onCopying` of the first call hears of the copy.
   */
  close(onCopying?: (progress: CopyProgress) => void): Promise<void>
  /** A core that is closing gives up its copy and ends at once, or is ended by force soon after. */
  leaveCopy(): void
}

export type CoreClientOptions = Readonly<{
  spawn: () => CoreChild
  /** Reads the foreign files that the core gives away; ended when the client is closed. */
  reader: ForeignReader
  /** Called once when the core keeps dying and is not started again. */
  onGaveUp?: () => void
  restartPolicy?: RestartPolicy
  /** For how long a core that is (re)starting may say nothing before a call is answered without it, in milliseconds. */
  waitForReadyMs?: number
  /** For how long a core that is closing may say nothing before it is killed, in milliseconds. */
  silenceMs?: number
  /** How long it may still take once its copy was given up, in milliseconds. */
  leaveMs?: number
}>

type Failure = Extract<Result<never>, { ok: false }>

type PendingCall = Readonly<{
  message: CallMessage
  /** Ends the wait for a core that says nothing. */
  waiting: NodeJS.Timeout
  settle: (answer: Answer) => void
}>

type Answer =
  Failure | Extract<CoreMessage, { type: 'response' }> | Extract<CoreMessage, { type: 'file' }>

type State =
  | Readonly<{ name: 'starting'; child: CoreChild; startedAt: number }>
  | Readonly<{ name: 'ready'; child: CoreChild; startedAt: number; sealedTo: Uint8Array }>
  | Readonly<{ name: 'retiring' | 'closing'; child: CoreChild }>
  | Readonly<{ name: 'waiting'; timer: NodeJS.Timeout }>
  | Readonly<{ name: 'gave-up' | 'closed' }>

type Ready = Extract<State, { name: 'ready' }>

const WAIT_FOR_READY_MS = 30_000
const SILENCE_MS = 10_000
const LEAVE_MS = 2_000

const CORE_MESSAGES = [
  'starting',
  'ready',
  'copying',
  'retiring',
  'read',
  'response',
  'file',
  'event',
] as const satisfies readonly CoreMessage['type'][]

/** Whether a value that came over a process channel is one of the core's messages. */
export function isCoreMessage(value: unknown): value is CoreMessage {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false
  const { type } = value
  return CORE_MESSAGES.some((known) => known === type)
}

/**
 * Starts the core and keeps it running. When it dies, every call it had received is answered
 * `CORE_RESTARTED` (its outcome is unknown), the windows hear `signed-out`, and it is started again
 * with growing delays. Calls made meanwhile wait for the new one, up to a limit. One that retires is followed by a
 * fresh one at once, and nobody hears of it.
 */
export function startCoreClient(options: CoreClientOptions): CoreClient {
  const policy = options.restartPolicy ?? RESTART_POLICY
  const waitForReadyMs = options.waitForReadyMs ?? WAIT_FOR_READY_MS
  const silenceMs = options.silenceMs ?? SILENCE_MS
  const leaveMs = options.leaveMs ?? LEAVE_MS
  const listeners = new Set<CoreEventListener>()
  /** Received by the living core. */
  const sent = new Map<number, PendingCall>()
  /** Not yet given to any core. */
  const queued = new Map<number, PendingCall>()
  const settled = Promise.withResolvers<boolean>()
  const gone = Promise.withResolvers<null>()
  let lastId = 0
  let quickDeaths = 0
  /** Hears that a closing core lives, and how far its copy is. */
  let onCopying: ((progress: CopyProgress) => void) | null = null
  /** Ends a closing or retiring core by force once it has kept it waiting for too long. */
  let lastWait: NodeJS.Timeout | undefined
  let state: State = start()

  function start(): State {
    const child = options.spawn()
    child.onMessage((message) => receive(child, message))
    child.onExit(died)
    return { name: 'starting', child, startedAt: performance.now() }
  }

  function receive(child: CoreChild, message: CoreMessage): void {
    switch (message.type) {
      case 'starting':
        stillStarting()
        return
      case 'ready':
        becomeReady(message.sealedTo)
        return
      case 'copying':
        // The copy at a sign-out is nobody's to wait for.
        onCopying?.(message.progress)
        return
      case 'retiring':
        retire()
        return
      case 'event':
        for (const listener of listeners) listener(message.event, message.windowId)
        return
      case 'read':
        void options.reader
          .read(message)
          .then((outcome) => child.send({ type: 'read-answer', id: message.id, outcome }))
        return
      case 'response':
      case 'file':
        sent.get(message.id)?.settle(message)
    }
  }

  /** Whoever waits may wait on, and hears that it is not for nothing. */
  function stillStarting(): void {
    for (const { waiting } of queued.values()) waiting.refresh()
    for (const listener of listeners) listener({ type: 'starting' }, undefined)
  }

  function becomeReady(sealedTo: Uint8Array): void {
    if (state.name !== 'starting') return
    const ready = { ...state, name: 'ready', sealedTo } as const
    state = ready
    settled.resolve(true)
    const waiting = [...queued.values()]
    queued.clear()
    for (const call of waiting) give(ready, call)
  }

  /** Keys and texts go with the process. Whoever is just being answered may have come in: then it says so again. */
  function retire(): void {
    if (state.name !== 'ready' || sent.size > 0) return
    const { child } = state
    state = { name: 'retiring', child }
    lastWait = setTimeout(() => child.kill(), silenceMs)
    child.send({ type: 'shutdown' })
    options.reader.rest()
  }

  function give({ child, sealedTo }: Ready, call: PendingCall): void {
    sent.set(call.message.id, call)
    try {
      child.send(sealed(call.message, sealedTo))
      wipe(call.message)
    } catch {
      // Whatever cannot be sent is nobody else's trouble: it is answered, and the rest goes on.
      call.settle(failure('INTERNAL'))
    }
  }

  function died(): void {
    if (state.name === 'closing') {
      finish('closed')
      return
    }
    if (state.name === 'retiring') {
      clearTimeout(lastWait)
      restart()
      return
    }
    if (state.name !== 'starting' && state.name !== 'ready') return
    const wasReady = state.name === 'ready'
    answerAll(sent, failure('CORE_RESTARTED'))
    const livedMs = performance.now() - state.startedAt
    const decision = decideRestart({ quickDeaths, livedMs, mayGiveUp: !wasReady }, policy)
    if (!decision.restart) {
      finish('gave-up')
      options.onGaveUp?.()
      return
    }
    quickDeaths = decision.quickDeaths
    state = { name: 'waiting', timer: setTimeout(restart, decision.delayMs) }
    if (!wasReady) return
    for (const listener of listeners) {
      listener({ type: 'signed-out', reason: 'core-restarted' }, undefined)
    }
  }

  function restart(): void {
    state = start()
  }

  function finish(name: 'gave-up' | 'closed'): void {
    options.reader.close()
    clearTimeout(lastWait)
    state = { name }
    answerAll(sent, failure('CORE_RESTARTED'))
    answerAll(queued, failure('CORE_RESTARTED'))
    settled.resolve(false)
    gone.resolve(null)
  }

  function call(message: CallMessage): Promise<Answer> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        if (queued.has(message.id)) pending.settle(failure('CORE_RESTARTED'))
      }, waitForReadyMs)
      timer.unref()
      const pending: PendingCall = {
        message,
        waiting: timer,
        settle(answer) {
          clearTimeout(timer)
          sent.delete(message.id)
          queued.delete(message.id)
          wipe(message)
          resolve(answer)
        },
      }
      if (state.name === 'ready') give(state, pending)
      else if (state.name === 'gave-up' || state.name === 'closed' || state.name === 'closing') {
        pending.settle(failure('CORE_RESTARTED'))
      } else queued.set(message.id, pending)
    })
  }

  async function callForResponse(message: CallMessage): Promise<Result<unknown>> {
    const answer = await call(message)
    if ('ok' in answer) return answer
    return answer.type === 'response' ? answer.result : failure('INTERNAL')
  }

  return {
    request(windowId, route, input) {
      return callForResponse({ type: 'request', id: ++lastId, windowId, route, input })
    },
    upload(windowId, ticket, bytes) {
      return callForResponse({ type: 'upload', id: ++lastId, windowId, ticket, bytes })
    },
    async download(windowId, ticket) {
      const answer = await call({ type: 'download', id: ++lastId, windowId, ticket })
      if ('ok' in answer) return answer
      return answer.type === 'file' ? answer.result : failure('INTERNAL')
    },
    windowClosed(windowId) {
      // A core that is not there holds no session to end.
      if (state.name === 'ready') state.child.send({ type: 'window-closed', windowId })
    },
    away() {
      if (state.name === 'ready') state.child.send({ type: 'away' })
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    whenReady() {
      return settled.promise
    },
    async close(tellCopying) {
      if (state.name === 'waiting') {
        clearTimeout(state.timer)
        finish('closed')
      }
      if (state.name === 'starting' || state.name === 'ready' || state.name === 'retiring') {
        const { child } = state
        clearTimeout(lastWait)
        state = { name: 'closing', child }
        const silence = setTimeout(() => child.kill(), silenceMs)
        lastWait = silence
        onCopying = (progress) => {
          silence.refresh()
          tellCopying?.(progress)
        }
        child.send({ type: 'shutdown' })
      }
      await gone.promise
    },
    leaveCopy() {
      if (state.name !== 'closing') return
      const { child } = state
      // From now on it is not waited for any more, whatever it says.
      clearTimeout(lastWait)
      onCopying = null
      lastWait = setTimeout(() => child.kill(), leaveMs)
      child.send({ type: 'leave-copy' })
    },
  }
}

function answerAll(calls: Map<number, PendingCall>, answer: Failure): void {
  for (const call of calls.values()) call.settle(answer)
}

function failure(code: ErrorCode): Failure {
  return { ok: false, error: { code } }
}
