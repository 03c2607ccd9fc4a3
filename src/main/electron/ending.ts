import { app } from 'electron'

import type { CoreClient } from '../core-client.ts'

export type EndingOptions = Readonly<{
  core: CoreClient
  /** Called when the core is gone. */
  discard: () => Promise<void>
  /** Asked when the end begins: what is still to be done when all is closed, such as starting an installer. */
  takeLastAct: () => (() => Promise<void>) | null
  /** Called when that could not be done. */
  onLastActFailed: () => void
}>

/** Holds the end of the program back until the core has closed the database. */
export function closeCoreBeforeQuit(options: EndingOptions): void {
  const { core, discard, takeLastAct, onLastActFailed } = options
  let closing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    const lastAct = takeLastAct()
    core
      .close()
      .then(discard)
      .catch(() => undefined)
      .then(() => lastAct?.())
      .catch(onLastActFailed)
      .finally(() => app.exit(0))
  })
}
