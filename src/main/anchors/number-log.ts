import { open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

import { writeFileAtomically } from '../common/files/atomic-write.ts'
import { systemCodeOf } from '../common/files/fs-errors.ts'
import { makeFolder } from '../common/files/make-folder.ts'

/**
 * Room that is written out before it is needed. A line then takes the place of empty lines, which a full disk cannot
 * refuse: what was just committed must be noted before anybody is answered.
 */
const ROOM_BYTES = 64 * 1024

/** When less than this is left, more is written out; more than the line of any one act takes. */
const LEAST_ROOM_BYTES = 8 * 1024

/** A file of lines that only grows. Empty lines are room, not lines. */
export type NumberLog = Readonly<{
  /** What is there; nothing when there is no file. */
  lines(): Promise<readonly string[]>
  /** Makes these its lines. Needed once, before the other two. */
  begin(lines: readonly string[]): Promise<void>
  /** Sees to it that the next line can be written even on a full disk. @throws the system's own error. */
  makeRoom(): Promise<void>
  /** Adds a line; it is on the disk when this resolves. @throws the system's own error. */
  append(line: string): Promise<void>
}>

export function createNumberLog(path: string): NumberLog {
  /** Where the next line goes, and where the room behind it ends. */
  let end = 0
  let size = 0

  async function lines(): Promise<readonly string[]> {
    const text = await textOf(path)
    return (text ?? '').split('\n').filter((line) => line !== '')
  }

  async function makeRoom(): Promise<void> {
    if (size - end >= LEAST_ROOM_BYTES) return
    await writeAt(size, '\n'.repeat(ROOM_BYTES))
    size += ROOM_BYTES
  }

  async function writeAt(at: number, text: string): Promise<void> {
    const file = await open(path, 'r+')
    try {
      await file.write(text, at, 'latin1')
      await file.sync()
    } finally {
      await file.close()
    }
  }

  return {
    lines,
    async begin(wanted) {
      const text = wanted.map((line) => `${line}\n`).join('')
      const present = await textOf(path)
      // A line that was not written to its end goes, too.
      if (
        present === null ||
        present.slice(0, text.length) !== text ||
        present.slice(text.length).trim() !== ''
      ) {
        await makeFolder(dirname(path))
        await writeFileAtomically(path, Buffer.from(text, 'latin1'))
        size = text.length
      } else size = present.length
      end = text.length
      await makeRoom()
    },
    makeRoom,
    async append(line) {
      await writeAt(end, `${line}\n`)
      end += line.length + 1
      size = Math.max(size, end)
    },
  }
}

/** Null when there is no file. */
async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'latin1')
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null
    throw error
  }
}
