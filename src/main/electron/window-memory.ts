import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { type Appearance, appearance } from '#shared/contract/host.ts'

import { writeFileAtomically } from '../common/files/atomic-write.ts'
import type { SavedPlace } from './window-place.ts'
import { zoomWithin } from './zoom.ts'

/** What this machine remembers of the window between two starts. Nothing in it is anybody's work or name. */
export type Remembered = Readonly<{
  place: SavedPlace | null
  /** Chromium's zoom level: 0 is 100 %, each step of 1 a fifth more. */
  zoom: number
  appearance: Appearance | null
}>

export type WindowMemory = Readonly<{
  current: () => Remembered
  /** Keeps a part of it, from now on and for the next start. Never fails: see {@link openWindowMemory}. */
  remember: (part: Partial<Remembered>) => void
  /** When all that was to be remembered is on the disk, or cannot be. */
  settled: () => Promise<void>
}>

const FILE_NAME = 'window.json'
const NOTHING: Remembered = { place: null, zoom: 0, appearance: null }

/** Two displays side by side reach a few thousand; a number beyond this is damage. */
const coordinate = z.int().min(-100_000).max(100_000)
const length = z.int().min(1).max(100_000)

/** Each part by itself: one that cannot be read costs no other. */
const remembered = z.object({
  place: z
    .object({
      bounds: z.object({ x: coordinate, y: coordinate, width: length, height: length }),
      maximised: z.boolean(),
      fullScreen: z.boolean(),
    })
    .nullable()
    .catch(null),
  zoom: z.number().transform(zoomWithin).catch(NOTHING.zoom),
  appearance: appearance.nullable().catch(null),
})

/**
 * Opens the memory of the window in its profile folder. A file that is missing, damaged or unreadable is an empty
 * memory; one that cannot be written costs the place of the window, never the work in it, and is not spoken of.
 */
export async function openWindowMemory(folder: string): Promise<WindowMemory> {
  const path = join(folder, FILE_NAME)
  let current = await read(path)
  let writing: Promise<void> | null = null
  let stale = false

  async function write(): Promise<void> {
    while (stale) {
      stale = false
      try {
        await mkdir(folder, { recursive: true })
        await writeFileAtomically(path, new TextEncoder().encode(JSON.stringify(current)))
      } catch {
        // Said by nobody: a full disk speaks up where work is saved.
      }
    }
    writing = null
  }

  return {
    current: () => current,
    remember(part) {
      const next = { ...current, ...part }
      if (JSON.stringify(next) === JSON.stringify(current)) return
      current = next
      stale = true
      // One write at a time, and after it only the newest state: a window dragged about is many states.
      writing ??= write()
    },
    settled: () => writing ?? Promise.resolve(),
  }
}

async function read(path: string): Promise<Remembered> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    return remembered.parse(value)
  } catch {
    return NOTHING
  }
}
