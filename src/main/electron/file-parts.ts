import { app, clipboard, shell } from 'electron'

import type { CoreClient } from '../host/core-client.ts'
import type { CoreConfig } from '../common/core-config.ts'
import { rememberDataDir } from '../host/files/data-choice.ts'
import { programFacts } from '../host/log/program-facts.ts'
import type { ProgramLog } from '../host/log/program-log.ts'
import { programVersion } from '../program-version.ts'
import type { FileParts } from './file-abilities.ts'
import type { MainWindow } from './main-window.ts'
import type { ShellMessages } from './messages.ts'
import { createPlaces } from './places.ts'
import { electronProfileRoot, windowProfile } from './profile.ts'
import { restartOptions } from './restart.ts'
import { createRunningSaves } from './running-saves.ts'
import { createSavedFiles } from './saved-files.ts'
import { createSupport } from './support.ts'

/** The real file manager, clipboard and profile behind what the shell does with files. */
export function electronFileParts(
  known: Readonly<{
    core: CoreClient
    window: MainWindow
    messages: () => ShellMessages
    config: CoreConfig
    log: ProgramLog
  }>,
): FileParts {
  const { config } = known
  const reveal = (path: string): void => shell.showItemInFolder(path)
  return {
    ...known,
    places: createPlaces(windowProfile(config)),
    saved: createSavedFiles(reveal),
    running: createRunningSaves(),
    support: createSupport({
      ...known,
      program: programFacts(programVersion()),
      dataDir: config.dataDir,
      engine: config.databaseUrl === undefined ? 'sqlite' : 'postgres',
      systemLanguage: app.getPreferredSystemLanguages()[0] ?? '',
      reveal,
      copyText: (text) => void clipboard.writeText(text),
    }),
    remember: (dataDir) => rememberDataDir(electronProfileRoot(), dataDir),
    restart: () => {
      app.relaunch(restartOptions(process.argv, process.env))
      app.quit()
    },
  }
}
