import { randomBytes } from 'node:crypto'
import { open, rm, stat } from 'node:fs/promises'
import { promisify } from 'node:util'

import { RESERVE_BYTES } from '#core/copies/disk.ts'
import { OWNER_ONLY_FILE } from './owner-only.ts'

const random = promisify(randomBytes)

const PORTION_BYTES = 1024 * 1024

/**
 * Writes the reserve out, a portion at a time, and flushes it. Not `truncate`, which takes no room, and not zeros, which
 * some disks keep as nothing. Leaves none when it cannot be had whole. @throws the system's own error.
 */
export async function writeReserve(path: string): Promise<void> {
  const file = await open(path, 'w', OWNER_ONLY_FILE)
  try {
    for (let written = 0; written < RESERVE_BYTES; written += PORTION_BYTES) {
      await file.writeFile(await random(PORTION_BYTES))
    }
    await file.sync()
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

/** Whether it is there to its end: a program that was killed leaves less. */
export async function isReserveWhole(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.size === RESERVE_BYTES
}

/** Makes its room free; says whether there was any. */
export async function giveUpReserve(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  await rm(path, { force: true })
  return found !== null
}
