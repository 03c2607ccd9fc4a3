import { createHash, randomUUID } from 'node:crypto'
import { lstat, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { DomainError } from '#core/kernel/errors.ts'

import { syncFolder } from '../../common/files/atomic-write.ts'
import { mapFileError, systemCodeOf } from '../../common/files/fs-errors.ts'

/** A folder of the person's: as readable to others as their system makes folders (its umask). */
const DOCUMENT_FOLDER = 0o777

/** Ends the search for a free name on a disk that answers every one with "taken". */
const MAX_COPIES = 1000

/** After this a folder of another machine (on a share or a stick) counts as left behind, in milliseconds. */
const LEFT_BEHIND = 24 * 60 * 60 * 1000

/** Says which machine, and which process there, is filling the folder: so a killed one can be told from a running one. */
const DRAFT_NAME = /^\.hoi-am-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/u

/** Hashed, for machines are named after people. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

const being = new Set<string>()

/**
 * Makes a new folder inside `parent` with what `fill` writes into it, whole or not at all: it is filled under a
 * temporary name beside the place it is to have, and gets its own name when everything is on the disk. A power cut or
 * a killed program leaves nothing under that name; what it left under the temporary one goes at the next call.
 * `nameOf` gives the names to try, from copy 1 on: the first that is free is taken, nothing that exists is written to.
 * Resolves to the whole path.
 * @throws DomainError DISK_FULL, READ_ONLY, DATA_FOLDER_UNFIT; ALREADY_EXISTS after 1000 names; whatever of them
 * `fill` raises.
 */
export async function makeWholeFolder(
  parent: string,
  nameOf: (copy: number) => string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  // Whoever cannot clear up may still be able to write.
  await removeLeftovers(parent).catch(() => undefined)
  const draft = draftName()
  const path = join(parent, draft)
  being.add(draft)
  try {
    await mkdir(path, { mode: DOCUMENT_FOLDER })
    await fill(path)
    await syncFolder(path)
    const named = await giveName(path, parent, nameOf)
    // Some shares do not know this; the folder is there all the same.
    await syncFolder(parent).catch(() => undefined)
    return named
  } catch (error) {
    // What went wrong first is worth more than that it could not be cleared up as well.
    await Promise.allSettled([rm(path, { recursive: true, force: true, maxRetries: 5 })])
    throw mapFileError(error)
  } finally {
    being.delete(draft)
  }
}

function draftName(): string {
  return `.hoi-am-${MACHINE}-${process.pid}-${randomUUID().slice(0, 8)}.tmp`
}

/** Looked for first and renamed then: what takes a name in between is at most an empty folder, which has nothing to lose. */
async function giveName(
  draft: string,
  parent: string,
  nameOf: (copy: number) => string,
): Promise<string> {
  for (let copy = 1; copy <= MAX_COPIES; copy += 1) {
    const path = join(parent, nameOf(copy))
    if (!(await exists(path)) && (await renameUnlessTaken(draft, path))) return path
  }
  throw new DomainError('ALREADY_EXISTS')
}

/** False when the name was taken meanwhile. On Windows a virus scanner may hold a new file: try for about two seconds. */
async function renameUnlessTaken(from: string, to: string): Promise<boolean> {
  const pauses = process.platform === 'win32' ? [50, 100, 200, 300, 500, 800] : []
  for (;;) {
    try {
      await rename(from, to)
      return true
    } catch (error) {
      if (await exists(to)) return false
      const pause = pauses.shift()
      if (pause === undefined || !isHeld(error)) throw error
      await wait(pause)
    }
  }
}

function isHeld(error: unknown): boolean {
  return ['EPERM', 'EACCES', 'EBUSY'].includes(systemCodeOf(error) ?? '')
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return false
    throw error
  }
}

async function removeLeftovers(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const path = join(parent, name)
    if (await isLeftover(path, name)) await rm(path, { recursive: true, force: true })
  }
}

async function isLeftover(path: string, name: string): Promise<boolean> {
  const [, machine, pid] = DRAFT_NAME.exec(name) ?? []
  if (machine === undefined || being.has(name)) return false
  if (machine === MACHINE && (Number(pid) === process.pid || !isRunning(Number(pid)))) return true
  return (await stat(path)).mtimeMs < Date.now() - LEFT_BEHIND
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process: the number was given anew, or it is another person's program.
    return systemCodeOf(error) === 'EPERM'
  }
}
