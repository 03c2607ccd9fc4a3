import type { FolderPurpose } from '#shared/contract/host.ts'
import { call } from './api.ts'

/** What the shell around the window does for a person. Only Electron's can: ask {@link hasShell} before offering it. */

/** Whether the window stands in a shell of its own rather than in a browser. Never rejects. */
export async function hasShell(): Promise<boolean> {
  try {
    return (await call('host.info', {})).kind === 'electron'
  } catch {
    return false
  }
}

/** Shows the file or folder this window saved last in the system's file manager; false when it is gone. */
export async function showSaved(): Promise<boolean> {
  return (await call('host.showSaved', {})).shown
}

/** Shows the log in the system's file manager. */
export async function openLog(): Promise<void> {
  await call('host.openLog', {})
}

/** Puts what support asks for on the clipboard. */
export async function supportReport(): Promise<void> {
  await call('host.copySupport', {})
}

/** Lets the person choose another data folder; true when the program starts again with it in a moment. */
export async function chooseDataFolder(): Promise<boolean> {
  return (await call('host.chooseDataFolder', {})).chosen
}

/** Lets the person choose a folder of this machine; null when they would rather not. */
export async function chooseFolder(purpose: FolderPurpose): Promise<string | null> {
  return (await call('host.chooseFolder', { purpose })).folder
}
