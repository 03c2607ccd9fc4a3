import { app, dialog, shell } from 'electron'

import { rememberDataDir } from '../host/files/data-choice.ts'
import { withoutHomes } from '../host/log/home-paths.ts'
import { framesOf } from '../common/frames.ts'
import { homesOfThisMachine } from '../host/log/program-facts.ts'
import type { ProgramLog } from '../host/log/program-log.ts'
import { chooseDataFolder } from './data-folder-dialogs.ts'
import { shellLanguage, shellMessages } from './messages.ts'
import { electronProfileRoot } from './profile.ts'
import { restartOptions } from './restart.ts'
import { startProblemDialog, startProblemOf } from './start-problem.ts'

/** Says why the program did not start and what can be done, puts it into the log, and ends the program. */
export async function tellStartFailure(error: unknown, log: ProgramLog): Promise<void> {
  log.write({ event: 'start-failed', code: startProblemOf(error).code, frames: framesOf(error) })
  try {
    await app.whenReady()
    await offerWaysOut(error, log.path())
  } finally {
    app.exit(1)
  }
}

async function offerWaysOut(error: unknown, logPath: string): Promise<void> {
  const messages = shellMessages(shellLanguage(app.getPreferredSystemLanguages()))
  const shownPath = withoutHomes(logPath, homesOfThisMachine(process.env))
  const { dialog: said, answers } = startProblemDialog(error, messages, shownPath)
  const say = async (box: Electron.MessageBoxOptions): Promise<number> =>
    (await dialog.showMessageBox(box)).response
  const ask = (asked: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue> =>
    dialog.showOpenDialog(asked)
  switch (answers[await say(said)]) {
    case 'open-log':
      shell.showItemInFolder(logPath)
      return
    case 'choose-folder': {
      const remember = (dataDir: string): Promise<void> =>
        rememberDataDir(electronProfileRoot(), dataDir)
      const chosen = await chooseDataFolder({ messages, ask, say, remember })
      if (chosen !== null) app.relaunch(restartOptions(process.argv, process.env))
      return
    }
    default:
      return
  }
}
