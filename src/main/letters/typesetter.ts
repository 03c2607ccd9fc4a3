import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { IssueCode } from '#core/kernel/issue-codes.ts'
import { DomainError, assertNever } from '#core/kernel/errors.ts'
import type { LetterDocument } from '#core/letters/document.ts'
import type {
  TypesetLetter,
  TypesetRequest,
  TypesetResponse,
  TypesetWorkerData,
} from './typeset-messages.ts'
import { TRIAL_LETTER } from './trial-letter.ts'
import { compileTypst } from './typst-module.ts'

export type { TypesetLetter } from './typeset-messages.ts'

export type TypesetterOptions = Readonly<{
  /** The folder that holds `letters/*.typ`. */
  resourcesDir: string
  /** `typeset-worker`, as source or as the built file beside the core process. */
  workerUrl: URL
  /** Time for one letter, the start of a thread included. */
  timeoutMs?: number
  /** How long a thread may have nothing to do before it is ended and its memory given back. */
  idleMs?: number
  /** Upper limit of Typst's own memory. */
  maxMemoryMb?: number
  /** From how much on a thread is replaced between two letters: what a large one took is never given back. */
  wornOutMb?: number
}>

/** The answer to a preview that a newer one with the same key overtook before its turn came. */
export type Superseded = Readonly<{ superseded: true }>

export type LetterTypesetter = Readonly<{
  /**
   * In order of asking. Raises `TYPESETTING_FAILED` with an issue code `TEMPLATE` (its `path` is a
   * position in the template), `TIMEOUT`, `CRASH` or `CLOSED`; the next letter is not affected.
   */
  typeset(document: LetterDocument): Promise<TypesetLetter>
  /**
   * As `typeset`, but before every letter that waits, because somebody is looking; and of the previews
   * waiting under one key only the newest is made.
   */
  preview(key: string, document: LetterDocument): Promise<TypesetLetter | Superseded>
  /** Starts the thread and reads the fonts, so that the first letter of a while need not wait for it; there at once when it runs. */
  warmUp(): Promise<void>
  /** Fails what is running or waiting, and gives back thread and memory. */
  close(): Promise<void>
}>

type FailureCode = Extract<IssueCode, 'TEMPLATE' | 'TIMEOUT' | 'CRASH' | 'CLOSED'>

type Job = Readonly<{
  previewKey: string | null
  document: LetterDocument
  settle(letter: TypesetLetter): void
  supersede(): void
  fail(error: DomainError): void
}>

type Outcome = TypesetResponse | Readonly<{ type: 'timeout' }> | Readonly<{ type: 'gone' }>

/** The thread's JavaScript is glue; what grows with a letter is Typst's memory, limited on its own. */
const THREAD_HEAP = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 6 }

/**
 * Typesets in a thread of its own, so that neither a slow nor a broken letter holds up the core. The
 * thread starts with the first letter and serves one at a time.
 */
export function createTypesetter(options: TypesetterOptions): LetterTypesetter {
  const { timeoutMs = 30_000, idleMs = 60_000, maxMemoryMb = 512, wornOutMb = 96 } = options
  const waiting: Job[] = []
  let thread: Worker | null = null
  let typst: Promise<WebAssembly.Module> | null = null
  let idleTimer: NodeJS.Timeout | undefined
  let lastId = 0
  let busy = false
  let closed = false
  /** Under way while a thread that was started begins to be ready. */
  let warming: Promise<void> | null = null

  function enqueue(job: Job): void {
    if (closed) {
      job.fail(failure('CLOSED'))
      return
    }
    const firstLetter = waiting.findIndex((each) => each.previewKey === null)
    if (job.previewKey === null || firstLetter < 0) waiting.push(job)
    else waiting.splice(firstLetter, 0, job)
    if (!busy) void serveAll()
  }

  async function serveAll(): Promise<void> {
    busy = true
    clearTimeout(idleTimer)
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await serve(job)
    busy = false
    thread?.unref()
    idleTimer = setTimeout(() => void rest(), idleMs).unref()
  }

  async function serve(job: Job): Promise<void> {
    lastId += 1
    const outcome = await attempt({ id: lastId, document: job.document })
    switch (outcome.type) {
      case 'done':
        job.settle(outcome.letter)
        if (outcome.memoryMb > wornOutMb) await endThread()
        return
      case 'refused':
        return job.fail(failure('TEMPLATE', outcome.places))
      case 'timeout':
        await endThread()
        return job.fail(failure('TIMEOUT'))
      case 'broken':
      case 'gone':
        await endThread()
        return job.fail(failure(closed ? 'CLOSED' : 'CRASH'))
      default:
        return assertNever(outcome)
    }
  }

  async function attempt(request: TypesetRequest): Promise<Outcome> {
    try {
      thread ??= await beginThread()
    } catch {
      typst = null
      return { type: 'gone' }
    }
    return closed ? { type: 'gone' } : exchange(thread, request, timeoutMs)
  }

  async function beginThread(): Promise<Worker> {
    typst ??= compileTypst(maxMemoryMb)
    const worker = await startThread(options, await typst)
    worker.once('exit', () => {
      if (thread === worker) thread = null
    })
    return worker
  }

  async function endThread(): Promise<void> {
    const ending = thread
    thread = null
    await ending?.terminate()
  }

  async function rest(): Promise<void> {
    typst = null
    await endThread()
  }

  return {
    typeset: (document) =>
      new Promise((settle, fail) => {
        enqueue({ previewKey: null, document, settle, supersede: () => undefined, fail })
      }),

    preview: (key, document) =>
      new Promise((settle, fail) => {
        const stale = waiting.findIndex((job) => job.previewKey === key)
        if (stale >= 0) waiting.splice(stale, 1).forEach((job) => job.supersede())
        const supersede = (): void => settle({ superseded: true })
        enqueue({ previewKey: key, document, settle, supersede, fail })
      }),

    warmUp: async () => {
      if (closed || (thread !== null && warming === null)) return
      warming ??= new Promise<void>((done) => {
        const settle = (): void => done()
        enqueue({
          previewKey: null,
          document: TRIAL_LETTER,
          settle,
          supersede: settle,
          fail: settle,
        })
      }).finally(() => (warming = null))
      await warming
    },

    close: async () => {
      closed = true
      clearTimeout(idleTimer)
      for (const job of waiting.splice(0)) job.fail(failure('CLOSED'))
      await rest()
    },
  }
}

function failure(code: FailureCode, paths: readonly string[] = ['']): DomainError {
  return new DomainError(
    'TYPESETTING_FAILED',
    paths.map((path) => ({ path, code })),
  )
}

async function startThread(
  { resourcesDir, workerUrl }: TypesetterOptions,
  module: WebAssembly.Module,
): Promise<Worker> {
  const workerData: TypesetWorkerData = { module, templates: await readTemplates(resourcesDir) }
  const worker = new Worker(workerUrl, {
    workerData,
    resourceLimits: THREAD_HEAP,
    // Flags of the core (an inspector, an input type) are not meant for this thread.
    execArgv: [],
    // A panic inside Typst prints what it was working on: a letter's words do not belong in a log.
    stdout: true,
    stderr: true,
  })
  worker.stdout.resume()
  worker.stderr.resume()
  // Without a listener an error of the thread would end the core; 'exit' follows and is acted upon.
  worker.on('error', () => undefined)
  return worker
}

async function readTemplates(resourcesDir: string): Promise<Readonly<Record<string, string>>> {
  const folder = join(resourcesDir, 'letters')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.typ'))
  const sources = names.map(
    async (name) => [name, await readFile(join(folder, name), 'utf8')] as const,
  )
  return Object.fromEntries(await Promise.all(sources))
}

/** One request and what became of it. Always answers: the thread replies, ends, or takes too long. */
function exchange(worker: Worker, request: TypesetRequest, timeoutMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const finish = (outcome: Outcome): void => {
      clearTimeout(timer)
      worker.off('message', onMessage)
      worker.off('exit', onExit)
      resolve(outcome)
    }
    const onMessage = (response: TypesetResponse): void => {
      if (response.id === request.id) finish(response)
    }
    const onExit = (): void => finish({ type: 'gone' })
    const timer = setTimeout(() => finish({ type: 'timeout' }), timeoutMs)
    worker.on('message', onMessage)
    worker.on('exit', onExit)
    worker.ref()
    worker.postMessage(request)
  })
}
