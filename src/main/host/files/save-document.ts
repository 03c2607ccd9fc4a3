import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'

import {
  renameOver,
  syncFolder,
  temporaryPathIn,
  writeNewFile,
} from '../../common/files/atomic-write.ts'
import { systemCodeOf } from '../../common/files/fs-errors.ts'

/** Why a file could not be written where a person wanted it. */
export type SaveProblem =
  'in-use' | 'read-only' | 'disk-full' | 'gone' | 'bad-name' | 'too-long' | 'unknown'

/** What failed: bringing the bytes to the disk, or giving them the name that was chosen. */
export type SaveStep = 'writing' | 'naming'

/** A document of the person's: as readable to others as their system makes documents (its umask), not as our data. */
const DOCUMENT_MODE = 0o666

/**
 * Writes a document where a person chose, whole or not at all; what stood there stays when it fails. Null when it is
 * written.
 *
 * The bytes first go into a file of another name beside the chosen one, so that no reader and no power cut ever sees
 * half of it. macOS may let a program write the one file that was chosen in its dialog and nothing beside it
 * (Documents, Desktop, until the person allows these folders): a document that is new is then written under its own
 * name at once.
 */
export async function saveDocument(
  path: string,
  bytes: Uint8Array,
  platform: NodeJS.Platform = process.platform,
): Promise<SaveProblem | null> {
  const temporary = temporaryPathIn(dirname(path))
  let step: SaveStep = 'writing'
  try {
    await writeNewFile(temporary, bytes, DOCUMENT_MODE)
    step = 'naming'
    await renameOver(temporary, path)
    // Some shares do not know this; the document is there all the same.
    await syncFolder(dirname(path)).catch(() => undefined)
    return null
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    const problem = saveProblemOf(systemCodeOf(error), step, path, platform)
    if (platform !== 'darwin' || step !== 'writing' || problem !== 'read-only') return problem
    return (await saveAtOnce(path, bytes)) ? null : problem
  }
}

async function saveAtOnce(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeNewFile(path, bytes, DOCUMENT_MODE)
    return true
  } catch (error) {
    // Half of it must not stay; what was there before us is none of ours.
    if (systemCodeOf(error) !== 'EEXIST') await rm(path, { force: true }).catch(() => undefined)
    return false
  }
}

/** The longest path of Windows without the setting for longer ones, its end mark not counted. */
const LONGEST_WINDOWS_PATH = 259

/** What a system's error says of a document that was to be saved at `path`. */
export function saveProblemOf(
  code: string | null,
  step: SaveStep,
  path: string,
  platform: NodeJS.Platform,
): SaveProblem {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'disk-full'
    case 'EBUSY':
    case 'ETXTBSY':
      return 'in-use'
    case 'EACCES':
    case 'EPERM':
      // The folder took the bytes, so it is the file there that does not give way: open elsewhere, or locked.
      return step === 'naming' ? 'in-use' : 'read-only'
    case 'EROFS':
      return 'read-only'
    case 'ENAMETOOLONG':
      return 'too-long'
    case 'EINVAL':
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return 'bad-name'
    case 'ENOENT':
      return platform === 'win32' && path.length > LONGEST_WINDOWS_PATH ? 'too-long' : 'gone'
    case 'ENOTDIR':
    case 'ENODEV':
    case 'ENXIO':
    case 'EIO':
    case 'ENOTCONN':
    case 'ESTALE':
    case 'EHOSTDOWN':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
    case 'UNKNOWN':
      return 'gone'
    default:
      return 'unknown'
  }
}
