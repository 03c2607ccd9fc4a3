import { statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'

import { DomainError } from '#core/kernel/errors.ts'
import type { CopyProgress } from '#shared/protocol/copy-progress.ts'

import { type CopyWorkerData, copyWorkerMessage } from './copy-messages.ts'
import type { CopyOrder } from './make-copy.ts'
import { unfinishedCopy } from './place.ts'

export type CopyThreadOptions = Readonly<{
  /** Hears how far it is, at once and then every half second, for as long as the thread lives. */
  onProgress: (progress: CopyProgress) => void
  /** The thread's entry, where a test has one of its own. */
  workerUrl?: URL | undefined
}>

/** A copy being made beside everything else. */
export type RunningCopy = Readonly<{
  /**
   * Resolves, as `makeCopy`, when the copy is there and was checked; raises as that does, and `COPY_CUT_SHORT` when it
   * was given up or its thread died. Either way no half copy is left, where the system lets it be removed.
   */
  finished: Promise<boolean>
  /** Ends it now. What SQLite is doing at the moment may go on unseen until the process ends. */
  giveUp(): void
}>

const TELL_MS = 500

/** Beside this file as source, beside whatever it was built into otherwise. */
const ENTRY = `./copy-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`

/** What the thread needs besides SQLite's own page cache is a file of evidence at a time. */
const THREAD_HEAP = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 6 }

/** Copies a board in a thread of its own: nobody waits for it, and whoever does can be told and can give up. */
export function copyBoard(order: CopyOrder, options: CopyThreadOptions): RunningCopy {
  const unfinished = unfinishedCopy(order.place)
  const total = sizeOf(order.database)
  const ended = Promise.withResolvers<boolean>()
  const thread = startThread(order, options.workerUrl)
  let step: CopyProgress['step'] = 'copying'

  thread.on('message', (value: unknown) => {
    const { data: message } = copyWorkerMessage.safeParse(value)
    switch (message?.type) {
      case 'checking':
        step = 'checking'
        tell()
        return
      case 'done':
        ended.resolve(message.made)
        return
      case 'failed':
        ended.reject(new DomainError(message.code, message.issues))
        return
      case undefined:
        ended.reject(new DomainError('INTERNAL'))
    }
  })
  // Without a listener an error of the thread would end the core; 'exit' follows and is acted upon.
  thread.on('error', () => undefined)
  thread.on('exit', () => ended.reject(new DomainError('COPY_CUT_SHORT')))

  function tell(): void {
    const done = step === 'checking' ? total : Math.min(sizeOf(unfinished), total)
    options.onProgress({ step, done, total })
  }

  const timer = setInterval(tell, TELL_MS)
  tell()

  async function finish(): Promise<boolean> {
    try {
      return await ended.promise
    } catch (error) {
      void thread.terminate()
      await removeUnfinished(unfinished)
      throw error
    } finally {
      clearInterval(timer)
    }
  }
  return {
    finished: finish(),
    giveUp: () => ended.reject(new DomainError('COPY_CUT_SHORT')),
  }
}

function startThread(order: CopyOrder, workerUrl: URL | undefined): Worker {
  // Buffers of their own: of one cut from a larger one the whole would be handed over.
  const data: CopyWorkerData = {
    ...order,
    keys: [...order.keys],
    databaseKey: Uint8Array.from(order.databaseKey),
    filesKey: Uint8Array.from(order.filesKey),
    copiesKey: Uint8Array.from(order.copiesKey),
  }
  return new Worker(workerUrl ?? new URL(ENTRY, import.meta.url), {
    workerData: data,
    resourceLimits: THREAD_HEAP,
    execArgv: [],
  })
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
