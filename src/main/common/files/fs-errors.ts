import { DomainError, systemIssue } from '#core/kernel/errors.ts'

/** The system's own name of a failure, such as `ENOSPC`, or null when it has none. */
export function systemCodeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/**
 * Says in the program's words what a file operation ran into. The path and the system's message are
 * left out on purpose: they hold the name of the person signed in to the computer.
 */
export function mapFileError(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  const code = systemCodeOf(error)
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new DomainError('DISK_FULL')
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new DomainError('READ_ONLY')
    // The folder was there when the program started: the drive was pulled out or has failed.
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
    case 'ENXIO':
    case 'ENOTCONN':
    case 'ESTALE':
    case 'EIO':
      return new DomainError('DATA_FOLDER_UNFIT', [{ path: '', code: 'UNREACHABLE' }])
    case 'ENAMETOOLONG':
      return new DomainError('DATA_FOLDER_UNFIT', [{ path: '', code: 'PATH_TOO_LONG' }])
    case 'EMFILE':
    case 'ENFILE':
      return new DomainError('DATA_FOLDER_UNFIT', [{ path: '', code: 'TOO_MANY_FILES_OPEN' }])
    // Somebody put a folder where a file was.
    case 'EISDIR':
      return new DomainError('DATA_FOLDER_UNFIT', [{ path: '', code: 'FOLDER_IN_PLACE_OF_FILE' }])
    default:
      return new DomainError('INTERNAL', systemIssue(code, 'UNKNOWN_FILE_ERROR'))
  }
}

/**
 * Runs a write that can wait for another time (a repair, a stronger wrap, a count): a full or read-only
 * disk must not keep anyone out who could otherwise work.
 */
export async function ignoreUnwritable(write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    const mapped = mapFileError(error)
    if (mapped.code !== 'DISK_FULL' && mapped.code !== 'READ_ONLY') throw mapped
  }
}
