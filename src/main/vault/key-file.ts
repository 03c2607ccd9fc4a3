import { readFile } from 'node:fs/promises'

import { z } from 'zod'

import { DomainError } from '#core/kernel/errors.ts'
import { writeFilesAtomically } from '../common/files/atomic-write.ts'
import { ignoreUnwritable, mapFileError, systemCodeOf } from '../common/files/fs-errors.ts'
import { sha256Of } from '../common/sha256.ts'

const base64 = z.base64().max(256)

const wrap = z.strictObject({ nonce: base64, ciphertext: base64, tag: base64 }).readonly()

/**
 * The bounds keep a tampered file from asking for all the memory or time of the machine: at most 256 MiB and ten passes,
 * some thirteen times what is asked for today.
 */
const argonParameters = z
  .strictObject({
    memoryKiB: z
      .int()
      .min(8)
      .max(256 * 1024),
    passes: z.int().min(1).max(10),
    lanes: z.int().min(1).max(4),
  })
  .readonly()

const personEntry = z
  .strictObject({
    id: z.string().min(1).max(64),
    username: z.string().min(1).max(64),
    salt: base64,
    argon: argonParameters,
    wrap,
  })
  .readonly()

const recoveryEntry = z.strictObject({ salt: base64, wrap, confirmed: z.boolean() }).readonly()

const content = z.strictObject({
  format: z.literal('hoi-am-keys'),
  version: z.literal(1),
  /** Grows with every write: of two whole copies the higher one is right. */
  revision: z.int().min(1),
  /** Tells the right data key from a wrong one; reveals nothing about it. */
  keyCheck: base64,
  people: z.array(personEntry).max(1000).readonly(),
  recovery: recoveryEntry,
})

const keyFileText = content.extend({ checksum: z.string() }).readonly()

const keyFileContent = content.readonly()

/**
 * The header file of the data folder: the data key, wrapped once per person and once by the recovery
 * key. It holds user names and no other word about anyone; without a password it opens nothing.
 */
export type KeyFile = z.infer<typeof keyFileContent>
export type PersonEntry = z.infer<typeof personEntry>
export type Wrap = z.infer<typeof wrap>

export type KeyFilePaths = Readonly<{ keys: string; keysCopy: string }>

/**
 * Reads the key file, or its copy when the file is damaged or gone, and writes back whichever of the two
 * was not the newest whole one: a removed person must not live on in the copy.
 * @throws DomainError NOT_SET_UP when there is neither, DATABASE_TOO_NEW when a newer program wrote one,
 * KEY_FILE_DAMAGED when none is whole.
 */
export async function readKeyFile(paths: KeyFilePaths): Promise<KeyFile> {
  const texts = await Promise.all([readText(paths.keys), readText(paths.keysCopy)])
  if (texts.every((text) => text === null)) throw new DomainError('NOT_SET_UP')
  // Before anything is made whole again: an old copy must not take the place of newer keys.
  if (texts.some(isNewer)) throw new DomainError('DATABASE_TOO_NEW')
  const whole = texts
    .map((text) => (text === null ? null : parseKeyFile(text)))
    .filter((file) => file !== null)
    .toSorted((left, right) => right.revision - left.revision)
  const newest = whole[0]
  if (newest === undefined) throw new DomainError('KEY_FILE_DAMAGED')
  const isHealed = texts.every((text) => text === printKeyFile(newest))
  if (!isHealed) await ignoreUnwritable(() => writeKeyFile(paths, newest))
  return newest
}

/** Writes the key file and its copy; both are on the disk when this resolves, or neither has changed. */
export async function writeKeyFile(paths: KeyFilePaths, file: KeyFile): Promise<void> {
  const bytes = Buffer.from(printKeyFile(file), 'utf8')
  await writeFilesAtomically([
    { path: paths.keys, bytes },
    { path: paths.keysCopy, bytes },
  ])
}

/** The text of a key file, ending in the SHA-256 of everything before it. */
export function printKeyFile(file: KeyFile): string {
  // Parsing puts the fields in the schema's order: equal files are equal texts.
  const ordered = keyFileContent.parse(file)
  const checksum = sha256Of(JSON.stringify(ordered))
  return `${JSON.stringify({ ...ordered, checksum }, null, 2)}\n`
}

/** The content of a key file's text, or null when a single character of it is not as it was written. */
export function parseKeyFile(text: string): KeyFile | null {
  const parsed = keyFileText.safeParse(parseJson(text))
  if (!parsed.success) return null
  const { checksum: _checksum, ...file } = parsed.data
  return printKeyFile(file) === text ? file : null
}

const anyVersion = z.object({ format: z.literal('hoi-am-keys'), version: z.int() })

/** Written by a program that keeps keys in a way not known here: not damaged, and not to be written over. */
function isNewer(text: string | null): boolean {
  const parsed = anyVersion.safeParse(text === null ? null : parseJson(text))
  return parsed.success && parsed.data.version > 1
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null
    throw mapFileError(error)
  }
}
