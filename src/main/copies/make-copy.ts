import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

import type { Instant } from '#core/kernel/calendar.ts'
import { DomainError } from '#core/kernel/errors.ts'

import { renameOver, syncFolder, writeFileAtomically } from '../common/files/atomic-write.ts'
import { mapFileError, systemCodeOf } from '../common/files/fs-errors.ts'
import { makeFolder } from '../common/files/make-folder.ts'
import { sha256Of } from '../common/sha256.ts'
import { copyDatabase, factsOfFile } from '../db/copies/database-copy.ts'
import { parseKeyFile } from '../vault/key-file.ts'
import { copiesKeysOf, filesKeysOf, presentOf, type CopyRing } from './copy-keys.ts'
import { copyToDrop } from './keeping.ts'
import {
  isGenuine,
  printManifest,
  type CopiesKeys,
  type Manifest,
  type ManifestContent,
} from './manifest.ts'
import { fillPool, removeUnnamed } from './pool.ts'
import { renewWrappedKeys } from './renew-wrapped-keys.ts'
import {
  copiesIn,
  copyFiles,
  copyName,
  poolOf,
  removeCopy,
  unfinishedCopy,
  unmarkCutShort,
  type BoardCopy,
} from './place.ts'

/** A board to copy, and where to. Nothing of it need be closed. */
export type CopyOrder = Readonly<{
  database: string
  /** Where issued letters and evidence are kept, sealed. */
  files: string
  /** The wrapped keys and their twin: the first of them that is whole is copied. */
  keys: readonly string[]
  ring: CopyRing
  place: string
  at: Instant
  /** Make none when the journal has not moved since the newest copy. */
  onlyIfMoved: boolean
}>

/**
 * Makes a copy of a whole board: its database, every file its cases name, its wrapped keys, and a manifest that says
 * so. It counts, and is listed, only once all of it was checked and lies on the disk; then at most one older copy goes.
 * True when there is a new one. Raises `DATABASE_DAMAGED` for a database that cannot be copied, or that could be and is
 * not whole itself (the copy is then there, and none goes), `KEY_FILE_DAMAGED`, and what a disk refuses.
 */
export async function makeCopy(order: CopyOrder, onChecking: () => void): Promise<boolean> {
  const { place } = order
  const copiesKeys = copiesKeysOf(order.ring)
  await makeFolder(place).catch(raiseMapped)
  const before = await copiesIn(place)
  if (order.onlyIfMoved && hasNotMoved(order, before)) {
    await unmarkCutShort(place)
    return false
  }
  const { copied, name } = await writeCopy(order, before, onChecking)
  await unmarkCutShort(place)
  if (!copied.originalSound) throw new DomainError('DATABASE_DAMAGED')
  await makeRoom(place, name, copiesKeys)
  if (copiesKeys.length > 1) {
    await renewWrappedKeys(place, await copiesIn(place), await readKeys(order.keys), copiesKeys)
  }
  return true
}

function hasNotMoved(order: CopyOrder, [newest]: readonly BoardCopy[]): boolean {
  if (newest === undefined || newest.manifest === null) return false
  if (!isGenuine(newest.manifest, copiesKeysOf(order.ring))) return false
  const facts = factsOfFile(order.database, bufferOf(presentOf(order.ring).databaseKey))
  const { sequence, head, schema } = newest.manifest
  return facts?.sequence === sequence && facts.head === head && facts.schema === schema
}

type Written = Readonly<{ name: string; copied: Readonly<{ originalSound: boolean }> }>

async function writeCopy(
  order: CopyOrder,
  before: readonly BoardCopy[],
  onChecking: () => void,
): Promise<Written> {
  const { place, at } = order
  const unfinished = unfinishedCopy(place)
  const copied = await copyDatabase({
    file: order.database,
    key: bufferOf(presentOf(order.ring).databaseKey),
    to: unfinished,
    onChecking,
  })
  const { facts } = copied
  const name = copyName(facts.sequence, at)
  const paths = copyFiles(place, name)
  try {
    const pool = await fillPool({
      from: order.files,
      pool: poolOf(place),
      filesKeys: filesKeysOf(order.ring),
      wanted: facts.files,
      known: knownFiles(before, copiesKeysOf(order.ring)),
    })
    const keys = await readKeys(order.keys)
    const { sequence, head, lastEntryAt, complaints, schema } = facts
    const manifest: ManifestContent = {
      ...{ format: 'hoi-am-copy', version: 1 },
      ...{ sequence, head, at, lastEntryAt, complaints, schema },
      database: { bytes: (await stat(unfinished)).size, sha256: await hashOf(unfinished) },
      keys: { sha256: sha256Of(keys) },
      ...pool,
    }
    await renameOver(unfinished, paths.database)
    await syncFolder(place)
    await writeFileAtomically(paths.keys, Buffer.from(keys))
    // Last: what has no manifest is no copy.
    const text = printManifest(manifest, copiesKeysOf(order.ring))
    await writeFileAtomically(paths.manifest, Buffer.from(text))
  } catch (error) {
    await removeCopy(place, name).catch(() => undefined)
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw mapFileError(error)
  }
  return { name, copied }
}

/** What the copies there are name as checked, when the program itself says so. */
function knownFiles(
  copies: readonly BoardCopy[],
  copiesKeys: CopiesKeys,
): ReadonlyMap<string, number> {
  const genuine = manifestsOf(copies).filter((manifest) => isGenuine(manifest, copiesKeys))
  return new Map(
    genuine.flatMap(({ files }) => files.map(({ sha256, bytes }) => [sha256, bytes] as const)),
  )
}

/** One copy goes, if any may, and from the pool what no copy names; nothing while some manifest cannot be relied on. */
async function makeRoom(place: string, fresh: string, copiesKeys: CopiesKeys): Promise<void> {
  const all = await copiesIn(place)
  const made = all.find(({ name }) => name === fresh)
  const goes = made === undefined ? null : copyToDrop(all, made)
  if (goes !== null) await removeCopy(place, goes.name)
  const kept = all.filter(({ name }) => name !== goes?.name)
  const manifests = manifestsOf(kept)
  const relied = kept.every(({ manifest, sequence }) => manifest !== null || sequence === 0)
  if (!relied || !manifests.every((manifest) => isGenuine(manifest, copiesKeys))) return
  const named = manifests.flatMap(({ files }) => files.map(({ sha256 }) => sha256))
  await removeUnnamed(poolOf(place), new Set(named))
}

function manifestsOf(copies: readonly BoardCopy[]): readonly Manifest[] {
  return copies.map(({ manifest }) => manifest).filter((manifest) => manifest !== null)
}

async function readKeys(paths: readonly string[]): Promise<string> {
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      if (systemCodeOf(error) === 'ENOENT') return ''
      throw mapFileError(error)
    })
    if (parseKeyFile(text) !== null) return text
  }
  throw new DomainError('KEY_FILE_DAMAGED')
}

/** SHA-256 of a file of any size, in lower-case hex. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** The same bytes as a buffer, not a copy of them. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function raiseMapped(error: unknown): never {
  throw mapFileError(error)
}
