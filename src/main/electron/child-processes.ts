import type { App } from 'electron'

import type { Logger } from '../app/logger.ts'

/** Chromium's helpers (GPU, network) come back by themselves; that they died is written down. */
export function logGoneProcesses(app: Pick<App, 'on'>, logger: Logger): void {
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    if (reason === 'clean-exit') return
    const process = name === undefined ? type : `${type} (${name})`
    logger.error({ event: 'process-gone', code: `${process}: ${reason} ${exitCode}` })
  })
}
