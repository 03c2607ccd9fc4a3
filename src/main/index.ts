import { app, dialog } from 'electron'

import { prepareElectron, runElectronHost } from './electron/host.ts'
import { shellLanguage, shellMessages } from './electron/messages.ts'
import { coreConfigOf, openRunFolder, programFiles } from './host-files.ts'
import { ownFlags, parseHostOptions } from './host-options.ts'

const files = programFiles(import.meta.url)
const parsed = parseHostOptions(ownFlags(process.argv))

if (parsed.ok) {
  const { options } = parsed
  const folder = await openRunFolder(options)
  const config = coreConfigOf(folder.dataDir, options, files, process.env)
  if (prepareElectron(config)) {
    // Not awaited: Electron becomes ready only after this module has been evaluated.
    runElectronHost({ config, files, discard: folder.discard }).catch(() => {
      const messages = shellMessages(shellLanguage(app.getPreferredSystemLanguages()))
      dialog.showErrorBox('Hồi Âm', messages.startFailed)
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
