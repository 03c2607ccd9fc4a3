import { statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'

import { DomainError } from '#core/kernel/errors.ts'
import type { CopyProgress } from '#shared/protocol/copy-progress.ts'

import { unfinishedCopy } from '../../files/snapshot-folder.ts'
import { snapshotPath } from './snapshot.ts'
import { type SnapshotWorkerData, snapshotWorkerMessage } from './snapshot-messages.ts'

export type ClosedDatabase = Readonly<{
  /** The database file. Nobody may have it open, and nobody may open it, until the copy has finished. */
  file: string
  key: Buffer
  snapshotsDir: string
  /** Hears how far it is, at once and then every half second, for as long as the thread lives. */
  onProgress: (progress: CopyProgress) => void
  /** The thread's entry, where a test has one of its own. */
  workerUrl?: URL | undefined
}>

/** A copy being made beside everything else. */
export type RunningCopy = Readonly<{
  /**
   * Resolves when the copy is there and was checked; raises as `writeSnapshot` does, and `COPY_CUT_SHORT` when it
   * was given up or its thread died. Either way no half copy is left, where the system lets it be removed.
   */
  finished: Promise<void>
  /** Ends it now. What SQLite is doing at the moment may go on unseen until the process ends. */
  giveUp(): void
}>

const TELL_MS = 500

/** Beside this file as source, beside whatever it was built into otherwise. */
const ENTRY = `./snapshot-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`

/** What the thread needs besides SQLite's own page cache is little. */
const THREAD_HEAP = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 6 }

/** Copies a closed database in a thread of its own, so that whoever waits for it can be told and can give up. */
export function copyClosedDatabase(database: ClosedDatabase): RunningCopy {
  const path = snapshotPath(database.snapshotsDir)
  const unfinished = unfinishedCopy(path)
  const total = sizeOf(database.file)
  const ended = Promise.withResolvers<null>()
  const thread = startThread(database, path)
  let step: CopyProgress['step'] = 'copying'

  thread.on('message', (value: unknown) => {
    const { data: message } = snapshotWorkerMessage.safeParse(value)
    switch (message?.type) {
      case 'checking':
        step = 'checking'
        tell()
        return
      case 'done':
        ended.resolve(null)
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
    database.onProgress({ step, done, total })
  }

  const timer = setInterval(tell, TELL_MS)
  tell()

  async function finish(): Promise<void> {
    try {
      await ended.promise
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

function startThread({ file, key, workerUrl }: ClosedDatabase, path: string): Worker {
  // A buffer of its own: of one cut from a larger one the whole would be handed over.
  const workerData: SnapshotWorkerData = { file, key: Uint8Array.from(key), path }
  return new Worker(workerUrl ?? new URL(ENTRY, import.meta.url), {
    workerData,
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
