import type { MessageBoxOptions } from 'electron'

import { DomainError } from '#core/kernel/errors.ts'

import { mapFileError, systemCodeOf } from '../common/files/fs-errors.ts'
import { fill } from './message-values.ts'
import type { ShellMessages } from './messages.ts'

/** Why the program did not start, as far as a person can do something about it. */
export type StartProblem = keyof ShellMessages['startProblem']

/** What stopped the start. `code` is for whoever is asked for help; it holds no path and no name. */
export function startProblemOf(error: unknown): Readonly<{ problem: StartProblem; code: string }> {
  if (error instanceof DomainError) return { problem: known(error.code), code: error.code }
  const system = systemCodeOf(error)
  if (system === null) return { problem: 'OTHER', code: error instanceof Error ? error.name : '' }
  // After the data folder was chosen only the program's own files are read before the window opens.
  if (system === 'ENOENT' || system === 'ERR_MODULE_NOT_FOUND') {
    return { problem: 'PROGRAM_INCOMPLETE', code: system }
  }
  return { problem: known(mapFileError(error).code), code: system }
}

function known(code: string): StartProblem {
  switch (code) {
    case 'DISK_FULL':
    case 'READ_ONLY':
    case 'DATA_FOLDER_UNFIT':
    case 'PROGRAM_INCOMPLETE':
      return code
    default:
      return 'OTHER'
  }
}

export type StartProblemAnswer = 'choose-folder' | 'open-log' | 'quit'

/** The dialog for a start that failed, with what each button means. `log` is where the log is, home written as `~`. */
export function startProblemDialog(
  error: unknown,
  messages: ShellMessages,
  log: string,
): Readonly<{ dialog: MessageBoxOptions; answers: readonly StartProblemAnswer[] }> {
  const { problem, code } = startProblemOf(error)
  const { startProblem, startProblemFoot, openLog, dataFolder } = messages
  // Where the folder is not at fault, another one would look as if all were lost.
  const ofFolder = problem !== 'OTHER' && problem !== 'PROGRAM_INCOMPLETE'
  const choices = [
    ...(ofFolder ? [{ answer: 'choose-folder', label: dataFolder.choose } as const] : []),
    { answer: 'open-log', label: openLog } as const,
    { answer: 'quit', label: dataFolder.quit } as const,
  ]
  return {
    dialog: {
      type: 'error',
      title: 'Hồi Âm',
      message: startProblem[problem],
      detail: fill(startProblemFoot, { code: code === '' ? problem : code, log }),
      buttons: choices.map(({ label }) => label),
      defaultId: choices.length - 1,
      cancelId: choices.length - 1,
      noLink: true,
    },
    answers: choices.map(({ answer }) => answer),
  }
}
