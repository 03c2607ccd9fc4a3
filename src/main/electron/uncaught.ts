import { app, dialog } from 'electron'

import { framesOf } from '../common/frames.ts'
import type { ProgramLog } from '../host/log/program-log.ts'
import { shellLanguage, type ShellMessages, shellMessages } from './messages.ts'

/** The words of the person's language; before Electron is ready it cannot be asked, and Vietnamese it is. */
function currentMessages(): ShellMessages {
  return shellMessages(shellLanguage(app.isReady() ? app.getPreferredSystemLanguages() : []))
}

/**
 * What nobody caught in Electron's main process: said in the person's language, without Electron's own English box
 * and its stack (a listener of ours keeps it away), logged without what it says, and the program ends in order.
 */
export function endOnUncaught(
  log: () => Pick<ProgramLog, 'write'>,
  from: Pick<NodeJS.Process, 'on'> = process,
): void {
  let ending = false

  function end(error: unknown): void {
    log().write({ event: 'uncaught', frames: framesOf(error) })
    // What fails while it is ending must not ask again, nor for ever.
    if (ending) return app.exit(1)
    ending = true
    dialog.showErrorBox('Hồi Âm', currentMessages().uncaught)
    if (app.isReady()) app.quit()
    else app.exit(1)
  }

  from.on('uncaughtException', end)
  from.on('unhandledRejection', end)
}
