import type { BrowserWindow } from 'electron'

import { decideRestart, RESTART_POLICY } from '../host/restart-policy.ts'

/** Why a page could not be kept alive: its process died, or Chromium could not load it (`ERR_…`, never an address). */
export type PageFailure = Readonly<{ kind: 'died' | 'not-loaded'; reason: string }>

/** What Chromium calls a load that a newer one took the place of: no failure. */
const ERR_ABORTED = -3

/**
 * A page whose process died, or that did not load, is loaded again; one that cannot stay alive is not tried for
 * ever. Both are counted together: a page that dies while it loads does one after the other.
 */
export function keepPageAlive(
  window: Pick<BrowserWindow, 'webContents' | 'isDestroyed'>,
  load: () => void,
  onGaveUp: (failure: PageFailure) => void,
): void {
  let quickDeaths = 0
  let startedAt = performance.now()
  let waiting = false

  function failed(failure: PageFailure): void {
    if (waiting) return
    const decision = decideRestart(
      { quickDeaths, livedMs: performance.now() - startedAt, mayGiveUp: true },
      RESTART_POLICY,
    )
    if (!decision.restart) {
      onGaveUp(failure)
      return
    }
    quickDeaths = decision.quickDeaths
    waiting = true
    setTimeout(() => {
      waiting = false
      if (window.isDestroyed()) return
      startedAt = performance.now()
      load()
    }, decision.delayMs)
  }

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') failed({ kind: 'died', reason })
  })
  window.webContents.on('did-fail-load', (_event, code, description, _address, isMainFrame) => {
    if (isMainFrame && code !== ERR_ABORTED) {
      failed({ kind: 'not-loaded', reason: description === '' ? String(code) : description })
    }
  })
}
