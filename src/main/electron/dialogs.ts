import type {
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron'

import type { Result } from '#shared/contract/envelope.ts'

import type { CoreClient } from '../core-client.ts'
import { unpackInto } from '../exports/unpack.ts'
import { writeFileAtomically } from '../files/atomic-write.ts'
import { mapFileError } from '../files/fs-errors.ts'
import type { ShellMessages } from './messages.ts'

export type SaveFileOptions = Readonly<{
  core: Pick<CoreClient, 'download'>
  ask: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>
  messages: ShellMessages
}>

/**
 * Asks the person where to save the file of a ticket, and writes it there whole or not at all. The
 * path is chosen in the system's own dialog: it never comes from the window and never goes to it.
 */
export async function saveFile(
  options: SaveFileOptions,
  windowId: string,
  ticket: string,
): Promise<Result<{ saved: boolean }>> {
  const file = await options.core.download(windowId, ticket)
  if (!file.ok) return file
  const { canceled, filePath } = await options.ask({
    title: options.messages.saveTitle,
    defaultPath: file.data.name,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || filePath === '') return { ok: true, data: { saved: false } }
  try {
    await writeFileAtomically(filePath, file.data.bytes)
    return { ok: true, data: { saved: true } }
  } catch (error) {
    return { ok: false, error: { code: mapFileError(error).code } }
  }
}

export type UnpackFileOptions = Readonly<{
  core: Pick<CoreClient, 'download'>
  ask: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>
  messages: ShellMessages
}>

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
  const { canceled, filePaths } = await options.ask({
    title: options.messages.folderTitle,
    properties: ['openDirectory', 'createDirectory'],
  })
  const [folder] = filePaths
  if (canceled || folder === undefined) return { ok: true, data: { saved: false, files: 0 } }
  try {
    const folderName = archive.data.name.replace(/\.zip$/u, '')
    const { files } = await unpackInto(archive.data.bytes, folder, folderName)
    return { ok: true, data: { saved: true, files } }
  } catch (error) {
    return { ok: false, error: { code: mapFileError(error).code } }
  }
}
