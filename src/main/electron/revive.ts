import type { BrowserWindow } from 'electron'

import { decideRestart, RESTART_POLICY } from '../restart-policy.ts'

/** A page whose process died is loaded again; one that cannot stay alive is not tried for ever. */
export function reviveWhenGone(
  window: Pick<BrowserWindow, 'webContents' | 'isDestroyed'>,
  load: () => void,
  onGaveUp: () => void,
): void {
  let quickDeaths = 0
  let startedAt = performance.now()
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    const decision = decideRestart(quickDeaths, performance.now() - startedAt, RESTART_POLICY)
    if (!decision.restart) {
      onGaveUp()
      return
    }
    quickDeaths = decision.quickDeaths
    setTimeout(() => {
      if (window.isDestroyed()) return
      startedAt = performance.now()
      load()
    }, decision.delayMs)
  })
}
