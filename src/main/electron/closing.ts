import type { AppEvent } from '#shared/protocol/events.ts'

import type { CoreClient } from '../host/core-client.ts'
import type { PageFlush } from './page-flush.ts'

export type ClosingParts = Readonly<{
  core: Pick<CoreClient, 'close' | 'leaveCopy'>
  flush: Pick<PageFlush, 'ask'>
  tell: (event: AppEvent) => void
  /** Ends the session of the window, on record. */
  endSession: () => void
  /** Called when the core is gone, last of all before the end. */
  discard: () => Promise<void>
  /** Asked when the end begins: what is still to be done when all is closed, such as starting an installer. */
  takeLastAct: () => (() => Promise<void>) | null
  /** Called when that could not be done. */
  onLastActFailed: () => void
  /** Resolves when nothing is being written for the person any more: a document saved to a slow stick, above all. */
  untilSaved: () => Promise<void>
  /** Hears that the program ends, after its core and before all else. */
  onEnding: () => void
  /** Starts the program again once this one has ended. */
  relaunch: () => void
  exit: () => void
}>

/** The one way to end the program, whoever asked for it. The window stays, and says what is going on, until the end. */
export type Closing = Readonly<{
  /** Keeps what is half typed, ends the session, closes the database, waits for its copy, ends. Again: nothing. */
  begin(): void
  /** The same for a system that goes down: it waits for nothing it can do without. Also when `begin` was called. */
  beginQuickly(): void
  /** Waits no longer for the copy; nothing while the program is not closing. */
  leaveCopy(): void
  /** Somebody wants the program back: it is started again after its end. */
  startAgain(): void
  /** `copying` once the core has said that the person has something to wait for. */
  state(): 'open' | 'closing' | 'copying'
}>

/** For how long the end waits for documents that are still being saved: a stick that was pulled out never answers. */
export const SAVING_MS = 60_000
/** How long the page may take to keep what is half typed: a call for each open form, some ms each. */
export const FLUSH_MS = 2_000
/** Windows gives a program some five seconds, and the core needs two of them. */
export const QUICK_FLUSH_MS = 500

export function createClosing(parts: ClosingParts): Closing {
  const { core, flush, tell } = parts
  let state: ReturnType<Closing['state']> = 'open'
  let mayCopy = true
  let again = false

  async function run(limitMs: number): Promise<void> {
    state = 'closing'
    const lastAct = parts.takeLastAct()
    await flush.ask(limitMs)
    parts.endSession()
    const closed = core.close((progress) => {
      state = 'copying'
      tell({ type: 'copying', progress })
    })
    if (!mayCopy) core.leaveCopy()
    await closed
    await Promise.race([parts.untilSaved(), rest(limitMs === QUICK_FLUSH_MS ? limitMs : SAVING_MS)])
    // Before the folder of a demonstration goes: a word written later would bring it back.
    parts.onEnding()
    await parts.discard().catch(() => undefined)
    const installs = lastAct !== null && (await succeeds(lastAct))
    // An installer starts the program itself, the new one.
    if (again && !installs) parts.relaunch()
    parts.exit()
  }

  async function succeeds(act: () => Promise<void>): Promise<boolean> {
    try {
      await act()
      return true
    } catch {
      parts.onLastActFailed()
      return false
    }
  }

  function begin(limitMs: number): void {
    if (state === 'open') void run(limitMs)
  }

  function leaveCopy(): void {
    if (state === 'open') return
    mayCopy = false
    core.leaveCopy()
  }

  return {
    begin: () => begin(FLUSH_MS),
    beginQuickly() {
      begin(QUICK_FLUSH_MS)
      leaveCopy()
    },
    leaveCopy,
    startAgain: () => void (again = true),
    state: () => state,
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
}
