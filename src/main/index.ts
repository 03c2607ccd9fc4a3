import { app, dialog } from 'electron'

import { createLogger } from './app/logger.ts'
import { prepareElectron, runElectronHost } from './electron/host.ts'
import { withReason } from './electron/messages.ts'
import { reasonCodeOf } from './electron/start-failure.ts'
import { currentMessages, endOnUncaught } from './electron/uncaught.ts'
import { coreConfigOf, openRunFolder, programFiles } from './host-files.ts'
import { ownFlags, parseHostOptions } from './host-options.ts'

const logger = createLogger((line) => void process.stderr.write(line))
endOnUncaught(logger)
const files = programFiles(import.meta.url)
const parsed = parseHostOptions(ownFlags(process.argv))

if (parsed.ok) {
  const { options } = parsed
  const folder = await openRunFolder(options)
  const config = coreConfigOf(folder.dataDir, options, files, process.env)
  if (prepareElectron(config)) {
    // Not awaited: Electron becomes ready only after this module has been evaluated.
    runElectronHost({ config, files, logger, discard: folder.discard }).catch((error: unknown) => {
      const words = withReason(currentMessages().startFailed, reasonCodeOf(error))
      dialog.showErrorBox('Hồi Âm', words)
      app.exit(1)
    })
  } else {
    await folder.discard()
    app.quit()
  }
} else {
  process.stderr.write(`${parsed.problem}\n`)
  app.exit(2)
}
