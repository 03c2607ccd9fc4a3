import type { ErrorCode } from '#core/kernel/errors.ts'

/** Whether another folder is a way out: the place is at fault, or another board can be worked on meanwhile. */
export function isOfFolder(problem: ErrorCode): boolean {
  switch (problem) {
    case 'DATA_FOLDER_UNFIT':
    case 'READ_ONLY':
    case 'DISK_FULL':
    case 'DATABASE_TOO_NEW':
      return true
    default:
      return false
  }
}
