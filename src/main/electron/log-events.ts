import type { App } from 'electron'

import type { ProgramLog } from '../host/log/program-log.ts'
import { wasRenewed } from './revive.ts'

/** Puts into the log what Electron says of its processes and pages. Addresses are left out: they may name a case. */
export function logElectronEvents(app: Pick<App, 'on'>, log: Pick<ProgramLog, 'write'>): void {
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    // At each lock: not to be taken for a fault.
    if (wasRenewed(contents)) log.write({ process: 'page', event: 'renewed' })
    else log.write({ process: 'page', event: 'gone', code: reason, facts: { exitCode } })
  })
  // Chromium's helpers (GPU, network) come back by themselves.
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason === 'clean-exit') return
    // One word, as facts are: `Sandbox helper` has a blank.
    const facts = { type: type.replaceAll(' ', '-'), exitCode }
    log.write({ event: 'child-gone', code: reason, facts })
  })
  app.on('web-contents-created', (_event, contents) => {
    contents.on('did-fail-load', (_failed, number, _description, _url, isMainFrame) => {
      if (isMainFrame) log.write({ process: 'page', event: 'load-failed', code: String(number) })
    })
    contents.on('unresponsive', () => log.write({ process: 'page', event: 'unresponsive' }))
    contents.on('responsive', () => log.write({ process: 'page', event: 'responsive' }))
    contents.on('preload-error', (_failed, _path, { name }) =>
      log.write({ process: 'page', event: 'preload-failed', code: name }),
    )
  })
}
