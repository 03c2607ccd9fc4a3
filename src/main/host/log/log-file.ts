import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { OWNER_ONLY_FILE, OWNER_ONLY_FOLDER } from '../../common/files/owner-only.ts'

/** The one being written; `hoi-am.1.log` is the one before, and so on. */
const CURRENT = 'hoi-am.log'
const KEPT = 5
const LARGEST_BYTES = 1024 * 1024

export type LogFile = Readonly<{
  path: string
  /** Adds a line; false when it could not be written. Never raises: a log hinders nothing. */
  append: (line: string) => boolean
  /** The last lines written, oldest first. */
  tail: (lines: number) => readonly string[]
}>

export type LogFileOptions = Readonly<{
  /** Whether the folders above are ours to make: a data folder that is gone must not come back empty. */
  makesParents: boolean
  largestBytes?: number
  kept?: number
}>

/**
 * A log of at most `kept` files of `largestBytes`. Lines are written at once and in order: the last one before a
 * crash is the one that is wanted. They are few, so nobody waits for them.
 */
export function openLogFile(
  folder: string,
  { makesParents, largestBytes = LARGEST_BYTES, kept = KEPT }: LogFileOptions,
): LogFile {
  const path = join(folder, CURRENT)

  function append(line: string): boolean {
    try {
      if (sizeOf(path) + Buffer.byteLength(line) > largestBytes) rotate(folder, kept)
      write(line)
      return true
    } catch {
      return false
    }
  }

  function write(line: string): void {
    try {
      appendFileSync(path, line, { mode: OWNER_ONLY_FILE })
    } catch {
      // The folder is missing: never made yet, or taken away while the program ran.
      mkdirSync(folder, { recursive: makesParents, mode: OWNER_ONLY_FOLDER })
      appendFileSync(path, line, { mode: OWNER_ONLY_FILE })
    }
  }

  function tail(lines: number): readonly string[] {
    try {
      const written = readFileSync(path, 'utf8').split('\n')
      return written.filter((line) => line !== '').slice(-lines)
    } catch {
      return []
    }
  }

  return { path, append, tail }
}

function rotate(folder: string, kept: number): void {
  const nth = (age: number): string => join(folder, age === 0 ? CURRENT : `hoi-am.${age}.log`)
  rmSync(nth(kept - 1), { force: true })
  for (let age = kept - 2; age >= 0; age -= 1) {
    if (sizeOf(nth(age)) > 0) renameSync(nth(age), nth(age + 1))
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
