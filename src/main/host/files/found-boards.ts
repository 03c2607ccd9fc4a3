import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { dataPaths } from '../../common/files/data-paths.ts'

/** A folder that holds a board, and what tells one such folder from another. */
export type FoundBoard = Readonly<{
  dir: string
  /** Milliseconds since 1970. */
  changedAt: number
  bytes: number
}>

/** Those of the folders that hold a board. A folder that cannot be looked into holds none, as far as is known. */
export async function findBoards(dirs: readonly string[]): Promise<readonly FoundBoard[]> {
  const found = await Promise.all(dirs.map(boardAt))
  return found.filter((board) => board !== null)
}

async function boardAt(dir: string): Promise<FoundBoard | null> {
  const { keys, keysCopy, database } = dataPaths(dir)
  // Work stands in the write-ahead log until it is moved into the database.
  const times = await Promise.all([keys, keysCopy, database, `${database}-wal`].map(changeOf))
  const known = times.filter((time) => time !== null)
  if (known.length === 0) return null
  return { dir, changedAt: Math.max(...known), bytes: await folderBytes(dir) }
}

async function changeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs
  } catch {
    return null
  }
}

/** The size of all files in a folder; what cannot be read counts nothing. */
export async function folderBytes(dir: string): Promise<number> {
  try {
    const entries = await readdir(dir, { withFileTypes: true, recursive: true })
    const files = entries.filter((entry) => entry.isFile())
    let bytes = 0
    for (const { parentPath, name } of files) {
      bytes += await stat(join(parentPath, name)).then(
        ({ size }) => size,
        () => 0,
      )
    }
    return bytes
  } catch {
    return 0
  }
}
