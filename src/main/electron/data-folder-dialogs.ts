import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'

import type { MessageBoxOptions, OpenDialogOptions, OpenDialogReturnValue } from 'electron'

import { DomainError } from '#core/kernel/errors.ts'

import { dataDirWithin } from '../host/files/data-choice.ts'
import { proveFit } from '../common/files/folder-fitness.ts'
import { findBoards, type FoundBoard } from '../host/files/found-boards.ts'
import { mapFileError } from '../common/files/fs-errors.ts'
import type { ShellMessages } from './messages.ts'
import { fill, momentIn, sizeIn } from './message-values.ts'

export type FolderDialogs = Readonly<{
  messages: ShellMessages
  ask: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>
  /** Says something with buttons; answers the index of the one pressed. */
  say: (options: MessageBoxOptions) => Promise<number>
  /** Keeps the choice for the next start. */
  remember: (dataDir: string) => Promise<void>
}>

/** Shows the boards found on this machine and lets the person choose. Null when they would rather not. */
export async function askWhichBoard(
  { messages, say, remember }: FolderDialogs,
  boards: readonly FoundBoard[],
): Promise<string | null> {
  const words = messages.dataFolder
  const lines = boards.map(({ dir, changedAt, bytes }, at) =>
    fill(words.severalLine, {
      n: at + 1,
      dir,
      when: momentIn(messages.locale, changedAt),
      size: sizeIn(messages.locale, bytes),
    }),
  )
  const pressed = await say({
    type: 'question',
    message: fill(words.several, { n: boards.length }),
    detail: [...lines, words.severalDetail].join('\n\n'),
    buttons: [...boards.map((_board, at) => fill(words.useNth, { n: at + 1 })), words.quit],
    // Nobody chooses by pressing Enter too early.
    defaultId: boards.length,
    cancelId: boards.length,
    noLink: true,
  })
  const chosen = boards[pressed]
  if (chosen === undefined) return null
  return (await isRemembered({ messages, say, remember }, chosen.dir)) ? chosen.dir : null
}

/** The folder chosen before is gone: whether to look again, to choose another or to leave. */
export async function askAboutGone(
  { messages, say }: Pick<FolderDialogs, 'messages' | 'say'>,
  dir: string,
): Promise<'retry' | 'choose' | 'quit'> {
  const words = messages.dataFolder
  const pressed = await say({
    type: 'warning',
    message: words.gone,
    detail: fill(words.goneDetail, { dir }),
    buttons: [words.retry, words.choose, words.quit],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return (['retry', 'choose'] as const)[pressed] ?? 'quit'
}

/**
 * Lets the person choose a folder for the data until one is fit and confirmed, and remembers it for the next start.
 * Null when they gave up. Nothing is moved, copied or deleted.
 */
export async function chooseDataFolder(dialogs: FolderDialogs): Promise<string | null> {
  const words = dialogs.messages.dataFolder
  for (;;) {
    const { canceled, filePaths } = await dialogs.ask({
      title: words.chooseTitle,
      // macOS shows no title on this dialog.
      message: words.chooseTitle,
      buttonLabel: words.useThis,
      properties: ['openDirectory', 'createDirectory'],
    })
    const [chosen] = filePaths
    if (canceled || chosen === undefined) return null
    const verdict = await judge(chosen)
    if (verdict.fit) {
      if (!(await isConfirmed(dialogs, verdict.dir))) return null
      return (await isRemembered(dialogs, verdict.dir)) ? verdict.dir : null
    }
    const pressed = await dialogs.say({
      type: 'warning',
      message: words.unfit,
      detail: reasonIn(words.reasons, verdict.reason),
      buttons: [words.choose, words.cancel],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    if (pressed !== 0) return null
  }
}

/** Looks at a folder that was chosen, writing nothing but a trial file that is removed again. */
async function judge(
  chosen: string,
): Promise<Readonly<{ fit: true; dir: string } | { fit: false; reason: string }>> {
  try {
    const dir = dataDirWithin(chosen, await readdir(chosen))
    // The folder itself comes with the first start: a choice not confirmed leaves nothing behind.
    await proveFit(dir === chosen ? dir : dirname(dir))
    return { fit: true, dir }
  } catch (error) {
    const known = mapFileError(error)
    return { fit: false, reason: known.issues[0]?.code ?? known.code }
  }
}

async function isConfirmed({ messages, say }: FolderDialogs, dir: string): Promise<boolean> {
  const words = messages.dataFolder
  const hasBoard = (await findBoards([dir])).length > 0
  const pressed = await say({
    type: 'question',
    message: words.restart,
    detail: fill(hasBoard ? words.restartWithBoard : words.restartEmpty, { dir }),
    buttons: [words.restartNow, words.cancel],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return pressed === 0
}

async function isRemembered(
  { messages, say, remember }: Omit<FolderDialogs, 'ask'>,
  dir: string,
): Promise<boolean> {
  try {
    // The next start takes a folder that is missing for one that was lost.
    await proveFit(dir)
    await remember(dir)
    return true
  } catch (error) {
    const { notRemembered, cancel, reasons } = messages.dataFolder
    const reason = error instanceof DomainError ? (error.issues[0]?.code ?? error.code) : ''
    const detail = `${reasonIn(reasons, reason)}\n\n${notRemembered}`
    await say({ type: 'error', message: messages.dataFolder.unfit, detail, buttons: [cancel] })
    return false
  }
}

/** Why a folder does not do, in words; for what nobody foresaw, that it does not. */
function reasonIn(reasons: ShellMessages['dataFolder']['reasons'], code: string): string {
  const known: Readonly<Record<string, string>> = reasons
  return Object.hasOwn(known, code) ? (known[code] ?? reasons.OTHER) : reasons.OTHER
}
