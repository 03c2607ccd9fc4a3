import { statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

import type { PlaceProblem, PlaceState } from '#core/copies/second-place.ts'
import { DomainError, type ErrorCode } from '#core/kernel/errors.ts'
import type { Clock } from '#core/kernel/sources.ts'

import type { WriteAheadLog } from '../db/write-ahead-log.ts'
import { logBytes } from './log-bytes.ts'
import type { PlaceThreadOrder } from './place-messages.ts'
import type { PlaceThread } from './place-thread.ts'
import type { PlaceFound } from './place-writer.ts'

/** What of an open board is carried to its second place while people work. */
export type Carrying = Readonly<{
  state(): CarryingState
  /** A file was kept that some case is going to name. */
  fileKept(sha256: string): void
  /** The main file is another one than was copied: everything is copied anew. */
  beginAnew(): void
  /** Before the database is closed: the end of its log is taken along, where that holds nobody up. */
  takeLeave(): Promise<void>
  /** Carries nothing from now on, while the database stays open. */
  stop(): Promise<void>
  /** After it was closed: what is still to be done in the place, then the end of the thread. Never raises. */
  finish(): Promise<void>
  /** Whoever waits for `finish` waits no longer. */
  cutShort(): void
}>

export type CarryingState = Omit<PlaceState, 'folder'>

export type CarryingOptions = Readonly<{
  log: WriteAheadLog
  /** Where the log lies. */
  logFile: string
  /** Where the journal stands. */
  head(): Promise<PlaceState['lastEntry']>
  clock: Clock
  startThread(): PlaceThread
  /** Waited for before the place is touched. */
  before(): Promise<void>
  /** A whole board lies in the place. */
  onWhole(): void
  everyMs?: number | undefined
}>

/** Well within the minute that is promised. */
const EVERY_MS = 2_000

/** So many rounds are let pass when something went wrong there. */
const PATIENCE = 5

/** A log so long is brought into the file once the place has most of it: two thousand pages, twice SQLite's own measure. */
const CUT_BYTES = 8 * 1024 * 1024

/** So much of it the place need not have yet: it is kept in memory until it has. */
const TAIL_BYTES = 8 * 1024 * 1024

/** A log so long is brought into the file whatever the place has, which then needs a copy of the whole file. */
const LONGEST_LOG_BYTES = 64 * 1024 * 1024

/** Of issued letters and evidence, so that the log does not wait for all of them. */
const FILES_AT_A_TIME = 8

/** An order that takes longer is told of as slow. */
const SLOW_MS = 20_000

/** How long closing the database waits for what is being carried just then. */
const LEAVE_MS = 1_500

/** A thread that waits for a share that does not answer cannot be ended. */
const END_MS = 1_000

/** The end of a log that the place does not have and that is not in the log any more. */
type Tail = Readonly<{ from: number; bytes: Uint8Array<ArrayBuffer> }>

/** What is done in the place next; `more` says that something follows at once. */
type Step = Readonly<{ isCopy: boolean; run(): Promise<Readonly<{ more: boolean }>> }>

/**
 * Carries the log of an open board to its second place, and the files its cases name. Only here the log is brought into
 * the main file. A place that is slow or gone holds up nobody: what it must not miss is read into memory, and beyond a
 * measure it is left behind and copied anew when it is there again.
 */
export function createCarrying(options: CarryingOptions): Carrying {
  const { log, logFile, clock } = options
  let thread: PlaceThread | null = null
  let isOpen = false
  /** How much of the log the place has; null while it needs a copy of the whole file. */
  let shipped: number | null = null
  /** Another one when what was shipped or copied so far is worth nothing any more. */
  let epoch = 0
  const files = new Set<string>()
  let running: Readonly<{ step: Step; since: number; ended: Promise<void> }> | null = null
  let isTicking = false
  let roundsToWait = 0
  let leaving: Tail | 'nothing' | null = null
  let state: CarryingState = {
    ...{ sameDisk: false, whole: false, levelAt: null, lastEntry: null },
    ...{ behindSince: clock.now(), problem: null },
  }

  let timer: NodeJS.Timeout | undefined
  void options.before().then(() => {
    if (leaving !== null) return
    timer = setInterval(() => void tick(), options.everyMs ?? EVERY_MS)
    timer.unref()
    void tick()
  })

  async function tick(): Promise<void> {
    if (isTicking) return
    isTicking = true
    try {
      const committed = await log.committed()
      if (leaving !== null) return
      if (committed > (shipped ?? -1)) behind(null)
      await keepShort(committed)
      if (running !== null) {
        const isSlow = performance.now() - running.since > SLOW_MS && !running.step.isCopy
        if (isSlow) behind('slow')
        return
      }
      roundsToWait -= 1
      if (roundsToWait >= 0) return
      const step = await nextStep(committed)
      if (step !== null) begin(step)
    } catch {
      // The board is being closed, or its own disk refuses, of which whoever works is told.
    } finally {
      isTicking = false
    }
  }

  function behind(problem: PlaceProblem | null): void {
    const behindSince = state.behindSince ?? clock.now()
    state = { ...state, behindSince, problem: problem ?? state.problem }
  }

  /** A log grows beyond its measure for no place. */
  async function keepShort(committed: number): Promise<void> {
    const isFollowed = running !== null || shipped !== null
    if (committed < (isFollowed ? LONGEST_LOG_BYTES : CUT_BYTES)) return
    if (await log.checkpoint(async () => undefined)) beginAnew()
  }

  function beginAnew(): void {
    epoch += 1
    shipped = null
    behind(null)
  }

  async function nextStep(committed: number): Promise<Step | null> {
    if (!isOpen) return { isCopy: true, run: look }
    if (shipped === null) return { isCopy: true, run: copyWhole }
    if (committed >= CUT_BYTES && committed - shipped <= TAIL_BYTES) {
      const tail = await cut(shipped)
      if (tail !== null) return { isCopy: false, run: () => carryTail(tail) }
    }
    const isLevel = committed === shipped && files.size === 0 && state.behindSince === null
    return isLevel ? null : { isCopy: false, run: carry }
  }

  /** Nobody who works waits for it. */
  function begin(step: Step): void {
    const ended = step.run().then(
      ({ more }) => {
        running = null
        if (more) void tick()
      },
      (error: unknown) => {
        running = null
        failed(error)
      },
    )
    running = { step, since: performance.now(), ended }
  }

  function failed(error: unknown): void {
    const code = error instanceof DomainError ? error.code : 'INTERNAL'
    isOpen = false
    roundsToWait = PATIENCE
    // The log was emptied while it was read: no fault of the place, which is looked at anew.
    if (code === 'CONFLICT') return
    behind(problemOf(code))
    void endThread()
  }

  async function endThread(): Promise<void> {
    const ending = thread?.end()
    thread = null
    await atMost(END_MS, ending)
  }

  function perform(order: PlaceThreadOrder): Promise<PlaceFound | null> {
    thread ??= options.startThread()
    return thread.perform(order)
  }

  async function look(): Promise<Readonly<{ more: boolean }>> {
    const mine = epoch
    const found = await perform({ do: 'open' })
    if (found === null) throw new Error('nothing was said of the place')
    for (const name of found.missing) files.add(name)
    isOpen = true
    shipped = mine === epoch ? found.shipped : null
    state = { ...state, whole: found.whole, sameDisk: found.sameDisk }
    return { more: true }
  }

  async function copyWhole(): Promise<Readonly<{ more: boolean }>> {
    const mine = epoch
    const end = leaving === null ? await log.committed() : 0
    await perform({ do: 'base', end })
    // The log was brought into the file meanwhile: what was copied is of neither state.
    if (mine !== epoch) return { more: false }
    await perform({ do: 'adopt', at: clock.now() })
    if (mine === epoch) shipped = end
    state = { ...state, whole: true }
    options.onWhole()
    return { more: true }
  }

  async function carry(): Promise<Readonly<{ more: boolean }>> {
    const mine = epoch
    const some = [...files].slice(0, FILES_AT_A_TIME)
    const lastEntry = await options.head()
    const end = await log.committed()
    await perform({ do: 'ship', end, files: some })
    for (const name of some) files.delete(name)
    if (mine !== epoch) return { more: false }
    shipped = end
    const isLevel = files.size === 0
    state = { ...state, lastEntry, problem: null }
    if (isLevel) state = { ...state, levelAt: clock.now(), behindSince: null }
    return { more: !isLevel }
  }

  /** Empties the log and gives what of it the place does not have; null when somebody reads and it has to stay. */
  async function cut(from: number): Promise<Tail | null> {
    let bytes: Uint8Array<ArrayBuffer> = new Uint8Array()
    const isEmpty = await log.checkpoint(async (committed) => {
      if (committed > from) bytes = await logBytes(logFile, from, committed)
    })
    return isEmpty ? { from, bytes } : null
  }

  async function carryTail({ from, bytes }: Tail): Promise<Readonly<{ more: boolean }>> {
    const mine = epoch
    shipped = null
    await perform({ do: 'cut', from, tail: bytes, at: clock.now() })
    if (mine === epoch) shipped = 0
    return { more: true }
  }

  async function takeLeave(): Promise<void> {
    clearInterval(timer)
    leaving = 'nothing'
    await atMost(LEAVE_MS, running?.ended)
    if (running !== null || !isOpen || shipped === null) return
    if ((await log.committed()) - shipped > TAIL_BYTES) beginAnew()
    else leaving = (await cut(shipped)) ?? 'nothing'
  }

  async function stop(): Promise<void> {
    clearInterval(timer)
    leaving = 'nothing'
    await endThread()
    await running?.ended
  }

  async function finish(): Promise<void> {
    try {
      await running?.ended
      // Somebody still reads: the log is in the place of the file another time.
      if (!isOpen || sizeOf(logFile) > 0) return
      if (leaving !== null && leaving !== 'nothing') await carryTail(leaving)
      else {
        beginAnew()
        await copyWhole()
      }
      await perform({ do: 'rest', at: clock.now() })
    } catch {
      // The next opening looks how far it came.
    } finally {
      await endThread()
    }
  }

  return {
    state: () => state,
    fileKept: (sha256) => void files.add(sha256),
    beginAnew,
    takeLeave,
    stop,
    finish,
    cutShort: () => void endThread(),
  }
}

function problemOf(code: ErrorCode): PlaceProblem {
  switch (code) {
    case 'DISK_FULL':
      return 'full'
    case 'READ_ONLY':
      return 'readOnly'
    case 'DATA_FOLDER_UNFIT':
      return 'gone'
    case 'ALREADY_OPEN':
      return 'inUse'
    case 'NOT_ALLOWED':
      return 'anotherBoard'
    default:
      return 'failed'
  }
}

async function atMost(milliseconds: number, work: Promise<void> | undefined): Promise<void> {
  const over = new AbortController()
  const timer = wait(milliseconds, undefined, { signal: over.signal }).catch(() => undefined)
  await Promise.race([timer, work])
  over.abort()
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
