import { app } from 'electron'

import type { CoreClient } from '../core-client.ts'

/** Holds the end of the program back until the core has closed the database. */
export function closeCoreBeforeQuit(core: CoreClient, discard: () => Promise<void>): void {
  let closing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    core
      .close()
      .then(discard)
      .catch(() => undefined)
      .finally(() => app.exit(0))
  })
}
