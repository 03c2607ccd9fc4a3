import { statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

import type { Rehearsal } from '#core/copies/rehearsal.ts'
import { DomainError } from '#core/kernel/errors.ts'
import type { CopyProgress } from '#shared/protocol/copy-progress.ts'

import { type CopyWorkerData, type CopyWorkerMessage, copyWorkerMessage } from './copy-messages.ts'
import type { CopyOrder } from './make-copy.ts'
import { unfinishedCopy } from './place.ts'
import type { RehearsalOrder } from './rehearse.ts'

export type CopyThreadOptions = Readonly<{
  /** Hears how far it is, at once and then every half second, for as long as the thread lives. */
  onProgress: (progress: CopyProgress) => void
  /** The thread's entry, where a test has one of its own. */
  workerUrl?: URL | undefined
}>

/** What a thread of the core does beside everything else. */
export type RunningThread<Result> = Readonly<{
  /**
   * Resolves when the work is done; raises as that does, and `COPY_CUT_SHORT` when it was given up or its thread died.
   * No half copy is left either way, where the system lets it be removed.
   */
  finished: Promise<Result>
  /** Ends it now. What SQLite is doing at the moment may go on unseen until the process ends. */
  giveUp(): void
}>

const TELL_MS = 500
/** How long a thread that was told to end is waited for: SQLite may go on with what it is at. */
const GONE_MS = 1_000

/** Beside this file as source, beside whatever it was built into otherwise. */
const ENTRY = `./copy-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`

/** What the thread needs besides SQLite's own page cache is a file of evidence at a time. */
const THREAD_HEAP = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 6 }

/** Copies a board in a thread of its own: nobody waits for it, and whoever does can be told and can give up. */
export function copyBoard(order: CopyOrder, options: CopyThreadOptions): RunningThread<boolean> {
  const unfinished = unfinishedCopy(order.place)
  const total = sizeOf(order.database)
  let step: CopyProgress['step'] = 'copying'
  const running = startThread<boolean>(
    {
      ...order,
      job: 'copy',
      keys: [...order.keys],
    },
    options.workerUrl,
    (message, ended) => {
      if (message.type === 'done') ended(message.made)
      if (message.type !== 'checking') return
      step = 'checking'
      tell()
    },
  )

  function tell(): void {
    const done = step === 'checking' ? total : Math.min(sizeOf(unfinished), total)
    options.onProgress({ step, done, total })
  }

  const timer = setInterval(tell, TELL_MS)
  tell()

  async function finish(): Promise<boolean> {
    try {
      return await running.finished
    } catch (error) {
      await removeUnfinished(unfinished)
      throw error
    } finally {
      clearInterval(timer)
    }
  }
  return { finished: finish(), giveUp: running.giveUp }
}

/** Tries going back to the newest copy in such a thread. Raises as `rehearse` does, and `COPY_CUT_SHORT`. */
export function rehearseInThread(
  order: RehearsalOrder,
  workerUrl: URL | undefined,
): RunningThread<Rehearsal> {
  const data = { ...order, job: 'rehearse' } as const
  return startThread<Rehearsal>(data, workerUrl, (message, ended) => {
    if (message.type === 'rehearsed') ended(message.rehearsal)
  })
}

/** Starts the thread and hears it; one that dies, fails or is given up raises. */
function startThread<Result>(
  data: CopyWorkerData,
  workerUrl: URL | undefined,
  hear: (message: CopyWorkerMessage, ended: (result: Result) => void) => void,
): RunningThread<Result> {
  const ended = Promise.withResolvers<Result>()
  const thread = new Worker(workerUrl ?? new URL(ENTRY, import.meta.url), {
    workerData: data,
    resourceLimits: THREAD_HEAP,
    execArgv: [],
  })
  thread.on('message', (value: unknown) => {
    const { data: message } = copyWorkerMessage.safeParse(value)
    if (message === undefined) ended.reject(new DomainError('INTERNAL'))
    else if (message.type === 'failed') ended.reject(new DomainError(message.code, message.issues))
    else hear(message, ended.resolve)
  })
  // Without a listener an error of the thread would end the core; 'exit' follows and is acted upon.
  thread.on('error', () => undefined)
  thread.on('exit', () => ended.reject(new DomainError('COPY_CUT_SHORT')))
  const gone = new Promise<void>((resolve) => thread.once('exit', () => resolve()))
  return {
    finished: ended.promise.catch(async (error: unknown) => {
      // A thread that is told to end may still make the file it was about to make, so whoever clears up after it comes
      // once it is gone, though not for ever.
      void thread.terminate()
      await Promise.race([gone, wait(GONE_MS, undefined, { ref: false })])
      throw error
    }),
    giveUp: () => ended.reject(new DomainError('COPY_CUT_SHORT')),
  }
}

/** Gives a database that nobody has open another key, in such a thread. Raises as `rekeyFile` does, and `COPY_CUT_SHORT`. */
export async function rekeyInThread(
  file: string,
  keys: Readonly<{ from: Uint8Array; to: Uint8Array }>,
): Promise<void> {
  const data: CopyWorkerData = {
    job: 'rekey',
    file,
    from: Uint8Array.from(keys.from),
    to: Uint8Array.from(keys.to),
  }
  await startThread<'rekeyed'>(data, undefined, ({ type }, ended) => {
    if (type === 'rekeyed') ended(type)
  }).finished
}

/** 0 for a file that is not there (yet). */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** Windows keeps a file its thread still writes; what stays behind goes when the folder is next opened. */
async function removeUnfinished(unfinished: string): Promise<void> {
  for (const end of ['', '-journal']) {
    await rm(`${unfinished}${end}`, { force: true }).catch(() => undefined)
  }
}
