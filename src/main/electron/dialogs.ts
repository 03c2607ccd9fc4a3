import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import type {
  MessageBoxOptions,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron'

import type { FolderPurpose } from '#shared/contract/host.ts'
import type { FileContent } from '#shared/protocol/core-messages.ts'
import type { Result } from '#shared/protocol/envelope.ts'

import type { CoreClient } from '../host/core-client.ts'
import { numberedName } from '../common/files/numbered-name.ts'
import { unpackInto } from '../host/files/unpack.ts'
import { mapFileError } from '../common/files/fs-errors.ts'
import { saveDocument, type SaveProblem } from '../host/files/save-document.ts'
import { filtersFor, withEnding } from './file-kinds.ts'
import { fill } from './message-values.ts'
import type { ShellMessages } from './messages.ts'
import type { Places } from './places.ts'
import type { RunningSaves } from './running-saves.ts'
import type { SavedFiles } from './saved-files.ts'

/** What both dialogs of saving need. No path that is chosen in one ever comes from the window or goes to it. */
type Saving = Readonly<{
  core: Pick<CoreClient, 'download'>
  messages: ShellMessages
  places: Places
  saved: SavedFiles
  running: RunningSaves
}>

export type SaveFileOptions = Saving &
  Readonly<{
    ask: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>
    /** Says something with buttons; answers the index of the one pressed. */
    say: (options: MessageBoxOptions) => Promise<number>
    platform?: NodeJS.Platform
  }>

/**
 * Asks the person where to save the file of a ticket, and writes it there whole or not at all. A place that does not
 * take it is explained and another can be chosen; the file itself is fetched once. `saved` is false when the person
 * gave up.
 */
export async function saveFile(
  options: SaveFileOptions,
  windowId: string,
  ticket: string,
): Promise<Result<{ saved: boolean }>> {
  const file = await options.core.download(windowId, ticket)
  if (!file.ok) return file
  const { messages, places, saved, running, platform = process.platform } = options
  let offered = await offeredPath(places, file.data)
  for (;;) {
    const { canceled, filePath } = await options.ask({
      title: messages.saveTitle,
      defaultPath: offered,
      filters: filtersFor(file.data.name, messages),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    if (canceled || filePath === '') return { ok: true, data: { saved: false } }
    const path = unconfirmed(filePath, withEnding(filePath, file.data.name, platform))
    const problem = await running.during(() => saveDocument(path, file.data.bytes, platform))
    if (problem === null) {
      saved.remember(windowId, path)
      await places.remember('file', dirname(path))
      return { ok: true, data: { saved: true } }
    }
    if (!(await wantsAnother(options, basename(path), problem))) {
      return { ok: true, data: { saved: false } }
    }
    offered = basename(path)
  }
}

async function offeredPath(places: Places, { name }: FileContent): Promise<string> {
  const folder = await places.last('file')
  return folder === null ? name : join(folder, name)
}

/** The dialog asked about the name as it was typed; a file that has the name with its ending is not written over. */
function unconfirmed(chosen: string, path: string): string {
  if (chosen === path) return path
  for (let copy = 1; ; copy += 1) {
    const free = copy === 1 ? path : join(dirname(path), numberedName(basename(path), copy, 'file'))
    if (!existsSync(free)) return free
  }
}

async function wantsAnother(
  { messages, say }: SaveFileOptions,
  name: string,
  problem: SaveProblem,
): Promise<boolean> {
  const pressed = await say({
    type: 'warning',
    message: fill(messages.notSaved, { name }),
    detail: messages.saveProblem[problem],
    buttons: [messages.chooseAnother, messages.dontSave],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return pressed === 0
}

export type UnpackFileOptions = Saving &
  Readonly<{ ask: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue> }>

/**
 * Asks the person for a folder and unpacks the archive of a ticket into a new folder there, whole or not
 * at all; nothing that exists is touched.
 */
export async function unpackFile(
  options: UnpackFileOptions,
  windowId: string,
  ticket: string,
): Promise<Result<{ saved: boolean; files: number }>> {
  const archive = await options.core.download(windowId, ticket)
  if (!archive.ok) return archive
  const { messages, places, saved, running } = options
  const last = await places.last('folder')
  const { canceled, filePaths } = await options.ask({
    title: messages.folderTitle,
    // macOS shows no title on this dialog.
    message: messages.folderTitle,
    buttonLabel: messages.saveHere,
    ...(last === null ? {} : { defaultPath: last }),
    properties: ['openDirectory', 'createDirectory'],
  })
  const [chosen] = filePaths
  if (canceled || chosen === undefined) return { ok: true, data: { saved: false, files: 0 } }
  try {
    const folderName = archive.data.name.replace(/\.zip$/u, '')
    const { folder, files } = await running.during(() =>
      unpackInto(archive.data.bytes, chosen, folderName),
    )
    saved.remember(windowId, folder)
    await places.remember('folder', chosen)
    return { ok: true, data: { saved: true, files } }
  } catch (error) {
    return { ok: false, error: { code: mapFileError(error).code } }
  }
}

/**
 * Asks for a folder that a form of the page names: where the board has its second place, or comes back from. What becomes
 * of it the core decides, as of one that was typed. Null when the person gave up.
 */
export async function chooseFolder(
  { messages, ask }: Pick<UnpackFileOptions, 'messages' | 'ask'>,
  purpose: FolderPurpose,
): Promise<string | null> {
  const title = messages.folderFor[purpose]
  const { canceled, filePaths } = await ask({
    title,
    // macOS shows no title on this dialog.
    message: title,
    buttonLabel: messages.useFolder,
    properties:
      purpose === 'secondPlace' ? ['openDirectory', 'createDirectory'] : ['openDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}
