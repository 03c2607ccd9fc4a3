import { createHmac, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'

import { z } from 'zod'

import { isInstant, type Instant } from '#core/kernel/calendar.ts'

import type { CopiesKeys } from '../copies/manifest.ts'

/** What lies in a second place, and where. The only place that knows these names. */
export type PlacePaths = Readonly<{
  folder: string
  manifest: string
  keys: string
  journalHead: string
  numbers: string
  files: string
  lock: string
  /** The database of a generation; its log lies beside it under SQLite's own name. */
  database(generation: number): string
  log(generation: number): string
}>

/** The board has a folder of its own in whatever folder was chosen. */
const PLACE_NAME = 'Hoi Am'

const DATABASE_NAME = /^board-\d{6,}\.db(?:-wal|-shm|-journal)?$/u

export function placePaths(chosen: string): PlacePaths {
  const folder = join(chosen, PLACE_NAME)
  const database = (generation: number): string =>
    join(folder, `board-${String(generation).padStart(6, '0')}.db`)
  return {
    folder,
    manifest: join(folder, 'place.json'),
    keys: join(folder, 'keys.json'),
    journalHead: join(folder, 'journal-head'),
    numbers: join(folder, 'numbers.log'),
    files: join(folder, 'files'),
    lock: join(folder, 'instance.lock'),
    database,
    log: (generation) => `${database(generation)}-wal`,
  }
}

/** Whether a name in a place is a database of some generation, or what lies beside one. */
export function isPlaceDatabase(name: string): boolean {
  return DATABASE_NAME.test(name)
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u)

const content = z.strictObject({
  format: z.literal('hoi-am-place'),
  version: z.literal(1),
  /** Of which board: given when the place is chosen. */
  board: z.uuid(),
  /** Who writes into it: another one with each beginning, so that a second writer is noticed. */
  writer: z.uuid(),
  /** Which of its databases is the whole one. */
  generation: z.int().min(1),
  /** When that was last said. */
  at: z.custom<Instant>((value) => typeof value === 'string' && isInstant(value)),
  /**
   * The hash of the board's main file when that database, without its log, held the very same; null from the moment a
   * log is brought into it. The two files differ: each time a page is written it is ciphered with another nonce.
   */
  twin: sha256.nullable(),
})

const manifestFile = content.extend({ seal: sha256 }).readonly()

/** What a second place says of itself: readable without a key, and without a word about anyone. */
export type PlaceManifest = z.infer<typeof manifestFile>
export type PlaceContent = Readonly<z.infer<typeof content>>

/** The text of a manifest, sealed with HMAC-SHA256 under the key for copies. */
export function printPlace(place: PlaceContent, copiesKey: Uint8Array): string {
  return `${JSON.stringify({ ...place, seal: sealOf(place, copiesKey) }, null, 1)}\n`
}

/** The manifest a text holds, whoever wrote it; null for what is none, or was written by a newer program. */
export function parsePlace(text: string): PlaceManifest | null {
  try {
    const parsed = manifestFile.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Whether the program sealed exactly this under this key. */
export function isGenuinePlace({ seal, ...place }: PlaceManifest, copiesKey: Uint8Array): boolean {
  const expected = Buffer.from(sealOf(place, copiesKey), 'hex')
  return timingSafeEqual(expected, Buffer.from(seal, 'hex'))
}

/** In which epoch of the keys the program sealed exactly this; null for what it never sealed. */
export function epochOfPlace(place: PlaceManifest, copiesKeys: CopiesKeys): number | null {
  const index = copiesKeys.findIndex((key) => isGenuinePlace(place, key))
  return index === -1 ? null : index + 1
}

function sealOf(place: PlaceContent, copiesKey: Uint8Array): string {
  // Parsing puts the fields in the schema's order: equal manifests are equal texts.
  const ordered = JSON.stringify(content.parse(place))
  return createHmac('sha256', copiesKey).update('hoi-am-place/1/').update(ordered).digest('hex')
}
