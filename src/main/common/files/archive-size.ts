import { DomainError } from '#core/kernel/errors.ts'

/** Of all files together, unpacked: an archive is made, handed over and unpacked in memory. */
export const MAX_ARCHIVE_BYTES = 1024 * 1024 * 1024

/** @throws DomainError FILE_TOO_LARGE for what is neither packed nor unpacked. */
export function checkArchiveSize(bytes: number): void {
  if (bytes <= MAX_ARCHIVE_BYTES) return
  const megabytes = MAX_ARCHIVE_BYTES / 1024 / 1024
  throw new DomainError('FILE_TOO_LARGE', [
    { path: '', code: 'FILE_TOO_LARGE', params: { megabytes } },
  ])
}
