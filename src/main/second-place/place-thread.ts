import { Worker } from 'node:worker_threads'

import { DomainError } from '#core/kernel/errors.ts'

import {
  placeThreadAnswer,
  type PlaceThreadAnswer,
  type PlaceThreadOrder,
} from './place-messages.ts'
import type { PlaceFound, PlaceOrder } from './place-writer.ts'

/** The thread that carries a board to its second place. One order at a time. */
export type PlaceThread = Readonly<{
  /** Resolves when it is done, with what was found where something was looked for. Raises its error's code, `COPY_CUT_SHORT` when the thread is gone. */
  perform(order: PlaceThreadOrder): Promise<PlaceFound | null>
  /** Ends it now. What the system is doing for it at the moment may go on unseen until the process ends; then this never resolves. */
  end(): Promise<void>
}>

/** Beside this file as source, beside whatever it was built into otherwise. */
const ENTRY = `./place-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`

/** What the thread needs besides SQLite's own page cache is a file of evidence, or the end of a log, at a time. */
const THREAD_HEAP = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 6 }

export function startPlaceThread(order: PlaceOrder, workerUrl: URL | undefined): PlaceThread {
  const thread = new Worker(workerUrl ?? new URL(ENTRY, import.meta.url), {
    workerData: order,
    resourceLimits: THREAD_HEAP,
    execArgv: [],
  })
  thread.unref()
  const gone = new DomainError('COPY_CUT_SHORT')
  let waiting: PromiseWithResolvers<PlaceFound | null> | null = null
  let isGone = false

  function answered(answer: PlaceThreadAnswer | undefined): void {
    const asked = waiting
    waiting = null
    if (answer?.type === 'done') asked?.resolve(answer.found)
    else asked?.reject(new DomainError(answer?.code ?? 'INTERNAL'))
  }

  thread.on('message', (value: unknown) => answered(placeThreadAnswer.safeParse(value).data))
  // Without a listener an error of the thread would end the core; 'exit' follows and is acted upon.
  thread.on('error', () => undefined)
  thread.on('exit', leave)

  function leave(): void {
    isGone = true
    waiting?.reject(gone)
    waiting = null
  }

  return {
    perform(order) {
      if (isGone) return Promise.reject(gone)
      waiting = Promise.withResolvers<PlaceFound | null>()
      thread.postMessage(order)
      return waiting.promise
    },
    async end() {
      leave()
      await thread.terminate()
    },
  }
}
