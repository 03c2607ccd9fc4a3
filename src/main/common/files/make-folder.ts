import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

import { syncFolder } from './atomic-write.ts'
import { systemCodeOf } from './fs-errors.ts'
import { OWNER_ONLY_FOLDER } from './owner-only.ts'

/**
 * Makes a folder and those above it that are missing, for the owner only; durable when it resolves.
 * Not `mkdir` with `recursive`: on a read-only disk that says ENOENT, as if the disk were gone.
 * @throws the system's own error.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: OWNER_ONLY_FOLDER })
  } catch (error) {
    const code = systemCodeOf(error)
    if (code === 'EEXIST') return
    const parent = dirname(path)
    if (code !== 'ENOENT' || parent === path) throw error
    await makeFolder(parent)
    // Another call may have made it in between, which is just as good.
    await makeFolder(path)
    return
  }
  await syncFolder(dirname(path))
}
