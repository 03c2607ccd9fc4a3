import { Worker } from 'node:worker_threads'

import type { ReadRequest, ReadLimit } from '#shared/protocol/reading.ts'

/** How far one file may go. The host waits a little longer: whoever watches a thread answers first. */
export const READING_LIMITS = {
  /** From the moment the file is there. */
  milliseconds: 2_500,
  /** Of the whole process, as the system counts it: only there the memory of unpacked bytes is seen. */
  megabytes: 280,
  everyMs: 25,
} as const

export type ReadingLimits = Readonly<Record<keyof typeof READING_LIMITS, number>>

/** The heap is limited by V8 itself, which may end the process for it: the parent then sees that. */
const THREAD_HEAP = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 }

const BYTES_PER_MB = 1024 * 1024

/**
 * Reads one file in a thread of its own, which is ended when it is done or goes too far: only a thread that does
 * nothing else can be watched while another one loops. Resolves to what the thread says, whatever that is, or to the
 * limit it broke.
 */
export function watchedReading(
  threadUrl: URL,
  request: ReadRequest,
  limits: ReadingLimits = READING_LIMITS,
): Promise<unknown> {
  return new Promise((resolve) => {
    const begun = performance.now()
    const worker = new Worker(threadUrl, {
      workerData: request,
      resourceLimits: THREAD_HEAP,
      // Flags of the process (an inspector, an input type) are not meant for this thread.
      execArgv: [],
      // What a library complains of quotes the file.
      stdout: true,
      stderr: true,
    })
    worker.stdout.resume()
    worker.stderr.resume()

    const end = (outcome: unknown): void => {
      clearInterval(watch)
      void worker.terminate()
      resolve(outcome)
    }
    const refuse = (why: ReadLimit): void => end({ ok: false, why })
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > limits.megabytes * BYTES_PER_MB) refuse('memory')
      else if (performance.now() - begun > limits.milliseconds) refuse('time')
    }, limits.everyMs)
    worker.once('message', end)
    worker.once('error', (error: unknown) => refuse(isOutOfMemory(error) ? 'memory' : 'stopped'))
    worker.once('exit', () => refuse('stopped'))
  })
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
