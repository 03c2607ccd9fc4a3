import type { BrowserWindow } from 'electron'

import { decideRestart, RESTART_POLICY } from '../host/restart-policy.ts'

/** Why a page could not be kept alive: its process died, or Chromium could not load it (`ERR_…`, never an address). */
export type PageFailure = Readonly<{ kind: 'died' | 'not-loaded'; reason: string }>

/** What Chromium calls a load that a newer one took the place of: no failure. */
const ERR_ABORTED = -3

export type PageLife = Readonly<{
  /**
   * Ends the page's process and shows the same place in another: what it knew goes with it. Bitwarden's desktop does so
   * at a lock, by the same means; loading a page again keeps its process, and all that lies about in it.
   */
  renew(): void
}>

/** Pages whose process is being ended so that another takes its place. */
const renewing = new WeakSet<object>()

/** Whether the end of this page's process was asked for; true once for each time it was. */
export function wasRenewed(contents: object): boolean {
  return renewing.delete(contents)
}

/**
 * A page whose process died, or that did not load, is loaded again; one that cannot stay alive is not tried for
 * ever. Both are counted together: a page that dies while it loads does one after the other.
 */
export function keepPageAlive(
  window: Pick<BrowserWindow, 'webContents' | 'isDestroyed'>,
  load: (address?: string) => void,
  onGaveUp: (failure: PageFailure) => void,
): PageLife {
  let quickDeaths = 0
  let startedAt = performance.now()
  let waiting = false
  /** Where a page is shown again whose end was asked for. */
  let renewedAt: string | null = null

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
    if (renewedAt !== null) {
      startedAt = performance.now()
      load(renewedAt)
      renewedAt = null
      return
    }
    if (reason !== 'clean-exit') failed({ kind: 'died', reason })
  })
  window.webContents.on('did-fail-load', (_event, code, description, _address, isMainFrame) => {
    if (isMainFrame && code !== ERR_ABORTED) {
      failed({ kind: 'not-loaded', reason: description === '' ? String(code) : description })
    }
  })

  return {
    renew() {
      if (renewedAt !== null || waiting || window.isDestroyed()) return
      renewedAt = window.webContents.getURL()
      renewing.add(window.webContents)
      window.webContents.forcefullyCrashRenderer()
    },
  }
}
