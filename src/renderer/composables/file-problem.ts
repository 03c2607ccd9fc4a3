import { MAX_FILE_BYTES } from '#shared/protocol/envelope.ts'

/** Why a file is not even sent. */
export type FileProblem = 'empty' | 'too-large' | 'unreadable'

/** What keeps a file from being sent; null for nothing. Reads one byte of it. */
export async function problemOf(file: File): Promise<FileProblem | null> {
  if (file.size > MAX_FILE_BYTES) return 'too-large'
  try {
    // A folder that was dropped looks like a file until it is read.
    await file.slice(0, 1).arrayBuffer()
  } catch {
    return 'unreadable'
  }
  return file.size === 0 ? 'empty' : null
}
