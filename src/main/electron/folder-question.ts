import { join } from 'node:path'

import { app, dialog } from 'electron'

import { assertNever } from '#core/kernel/errors.ts'

import { type DataDirDecision, rememberDataDir } from '../host/files/data-choice.ts'
import { askAboutGone, askWhichBoard, chooseDataFolder } from './data-folder-dialogs.ts'
import { shellLanguage, shellMessages } from './messages.ts'
import { electronProfileRoot } from './profile.ts'
import { restartOptions } from './restart.ts'

export type FolderQuestion = Exclude<DataDirDecision, { kind: 'use' }>

/**
 * Before Electron is ready: a profile of its own for a start that only asks, and opens no page. False when such a question is already on
 * the screen.
 */
export function prepareFolderQuestion(): boolean {
  app.setPath('userData', join(electronProfileRoot(), 'question'))
  return app.requestSingleInstanceLock()
}

/**
 * Asks which data folder is meant, and starts the program again with the answer: the profile and the lock hang on the
 * folder, and both must be known before Electron is ready. Ends the program in every case.
 */
export async function askForDataFolder(question: FolderQuestion): Promise<void> {
  await app.whenReady()
  if (await isAnswered(question)) app.relaunch(restartOptions(process.argv, process.env))
  app.exit(0)
}

async function isAnswered(question: FolderQuestion): Promise<boolean> {
  const dialogs = {
    messages: shellMessages(shellLanguage(app.getPreferredSystemLanguages())),
    ask: (asked: Electron.OpenDialogOptions) => dialog.showOpenDialog(asked),
    say: async (said: Electron.MessageBoxOptions) => (await dialog.showMessageBox(said)).response,
    remember: (dataDir: string) => rememberDataDir(electronProfileRoot(), dataDir),
  }
  switch (question.kind) {
    case 'several':
      return (await askWhichBoard(dialogs, question.boards)) !== null
    case 'gone':
      switch (await askAboutGone(dialogs, question.dir)) {
        case 'retry':
          return true
        case 'choose':
          return (await chooseDataFolder(dialogs)) !== null
        default:
          return false
      }
    default:
      return assertNever(question)
  }
}
