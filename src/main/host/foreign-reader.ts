import type { ForeignKind } from '#core/letters/foreign-files.ts'
import {
  isReadRequest,
  outcomeOf,
  type ReaderMessage,
  readerMessageOf,
  type ReadLimit,
  type ReadOutcome,
  type ReadRequest,
} from '#shared/protocol/reading.ts'

/** One life of the reader process, however the host starts it. */
export interface ReaderChild {
  /** Sends, or drops the message when the process is gone. */
  send(request: ReadRequest): void
  /** Ends the process at once. */
  kill(): void
  /** What it says is whatever it likes to say. */
  onMessage(listener: (message: unknown) => void): void
  /** Called exactly once, also when the process could not be started at all. */
  onExit(listener: () => void): void
}

/** Reads foreign files in a process of its own, started with the first. Never rejects, and always answers. */
export interface ForeignReader {
  /** Waits its turn: one file at a time, so that a hostile one takes no other with it. */
  read(request: ReadRequest): Promise<ReadOutcome>
  /** Ends the process with what it has read; the next file begins another. */
  rest(): void
  /** Ends the process; what is being read is refused, and nothing is read any more. */
  close(): void
}

export type ForeignReaderOptions = Readonly<{
  spawn: () => ReaderChild
  /** Hears why a file was not read to its end, for the log. */
  onRefused?: (why: ReadLimit) => void
  limits?: Partial<ReaderLimits>
}>

export const READER_LIMITS = {
  /** How long the process may take to start, before any file can do anything. */
  startMs: 15_000,
  /** How long it may read in all. It refuses by itself before, if it can. */
  wholeMs: 3_000,
  /** How long it may say nothing while it reads. */
  silenceMs: 500,
  /** How many messages one file may be worth: a beat every 100 ms, and the answer. */
  messages: 100,
  /** How many files may wait. */
  waiting: 8,
} as const

export type ReaderLimits = Readonly<Record<keyof typeof READER_LIMITS, number>>

/** A process that has had to be stopped once, or says what it may not say, reads no second file. */
type Verdict = Readonly<{ outcome: ReadOutcome; spent: boolean; silent?: boolean }>

type Living = Readonly<{ child: ReaderChild; gone: Promise<null>; ready: Promise<boolean> }> & {
  /** Hears the messages of the file being read. */
  hear: ((message: ReaderMessage | null) => void) | null
}

export function createForeignReader(options: ForeignReaderOptions): ForeignReader {
  const limits: ReaderLimits = { ...READER_LIMITS, ...options.limits }
  let living: Living | null = null
  let turns: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let closed = false

  function begin(): Living {
    const child = options.spawn()
    const ready = Promise.withResolvers<boolean>()
    const gone = Promise.withResolvers<null>()
    const began: Living = { child, gone: gone.promise, ready: ready.promise, hear: null }
    const late = setTimeout(() => ready.resolve(false), limits.startMs)
    child.onMessage((value) => {
      const message = readerMessageOf(value)
      if (message?.type === 'ready') ready.resolve(true)
      else began.hear?.(message)
    })
    child.onExit(() => {
      if (living === began) living = null
      ready.resolve(false)
      gone.resolve(null)
    })
    void ready.promise.then(() => clearTimeout(late))
    return began
  }

  async function attempt(request: ReadRequest): Promise<Verdict> {
    if (closed) return refusal('stopped')
    living ??= begin()
    const reader = living
    const verdict = (await reader.ready)
      ? await exchange(reader, request, limits)
      : refusal('stopped')
    if (verdict.spent) {
      reader.child.kill()
      if (living === reader) living = null
    }
    return verdict
  }

  async function serve(request: ReadRequest): Promise<ReadOutcome> {
    const first = await attempt(request)
    // On a machine with much else to do a healthy process may be late once.
    const { outcome } = first.silent === true ? await attempt(request) : first
    if (!outcome.ok && outcome.why !== 'flaw') options.onRefused?.(outcome.why)
    return outcome
  }

  return {
    async read(request) {
      if (!isReadRequest(request)) return { ok: false, why: 'stopped' }
      if (waiting >= limits.waiting) return { ok: false, why: 'busy' }
      waiting += 1
      // A process that cannot even be started is no reason to answer nobody any more.
      const turn = turns.then(() => serve(request)).catch(() => refusal('stopped').outcome)
      turns = turn
      return turn.finally(() => (waiting -= 1))
    },
    rest() {
      living?.child.kill()
      living = null
    },
    close() {
      closed = true
      living?.child.kill()
    },
  }
}

function refusal(why: ReadLimit): Verdict {
  return { outcome: { ok: false, why }, spent: true }
}

/** Hands one file over and waits for what becomes of it; within the limits there is always an answer. */
function exchange(
  reader: Living,
  { id, kind, ...request }: ReadRequest,
  limits: ReaderLimits,
): Promise<Verdict> {
  return new Promise((resolve) => {
    let messages = 0
    const finish = (verdict: Verdict): void => {
      clearTimeout(whole)
      clearTimeout(silence)
      reader.hear = null
      resolve(verdict)
    }
    const whole = setTimeout(() => finish(refusal('time')), limits.wholeMs)
    const silence = setTimeout(() => {
      // A host that was busy itself has messages to read first.
      const heard = messages
      setImmediate(() => {
        if (heard === messages) finish({ ...refusal('time'), silent: true })
      })
    }, limits.silenceMs)
    reader.hear = (message) => {
      messages += 1
      silence.refresh()
      if (message?.type === 'answer' && message.id === id) finish(verdictOf(kind, message.outcome))
      else if (message?.type !== 'alive' || messages > limits.messages) finish(refusal('stopped'))
    }
    void reader.gone.then(() => finish(refusal('stopped')))
    reader.child.send({ ...request, id, kind })
  })
}

function verdictOf(kind: ForeignKind, said: unknown): Verdict {
  const outcome = outcomeOf(kind, said)
  if (outcome === null) return refusal('stopped')
  return { outcome, spent: !outcome.ok && outcome.why !== 'flaw' }
}
