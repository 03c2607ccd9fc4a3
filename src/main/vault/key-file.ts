import { readFile, rm } from 'node:fs/promises'

import { z } from 'zod'

import { DomainError } from '#core/kernel/errors.ts'
import { writeFileAtomically, writeFilesAtomically } from '../common/files/atomic-write.ts'
import { ignoreUnwritable, mapFileError, systemCodeOf } from '../common/files/fs-errors.ts'
import { sha256Of } from '../common/sha256.ts'

const base64 = z.base64().max(256)

const sealedOf = { nonce: base64, ciphertext: base64, tag: base64 }

const wrap = z.strictObject(sealedOf).readonly()

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

/** A key sealed to a public half (`sealed-key.ts`). */
const sealedKey = z.strictObject({ ephemeral: base64, ...sealedOf }).readonly()

/**
 * How a secret, a password or the printed recovery key, leads to the data key.
 * - `wrap`: as earlier programs wrote it, the data key wrapped under the secret. Nobody but who has it can give it another.
 * - `pair`: the secret guards the private half of an X25519 pair, to whose public half the data key is sealed. `proof`
 *   says that the public half was put there by somebody who had the data key.
 */
const wayIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wrap'), wrap }).readonly(),
  z
    .strictObject({
      kind: z.literal('pair'),
      publicKey: base64,
      privateKey: wrap,
      dataKey: sealedKey,
      proof: base64,
    })
    .readonly(),
])

const personOf = {
  id: z.string().min(1).max(64),
  username: z.string().min(1).max(64),
  salt: base64,
  argon: argonParameters,
}

const personEntry = z.strictObject({ ...personOf, way: wayIn }).readonly()

/** Without a way in there is no recovery key until a new one is printed. */
const recoveryEntry = z
  .strictObject({ salt: base64, way: wayIn.nullable(), confirmed: z.boolean() })
  .readonly()

const content = z.strictObject({
  format: z.literal('hoi-am-keys'),
  version: z.literal(2),
  /** Which board these are the keys of; says nothing about it. */
  board: base64,
  /** Grows with every write: of two whole copies the higher one is right. */
  revision: z.int().min(1),
  /** Grows by one when somebody leaves, and with it the data key is another. */
  epoch: z.int().min(1).max(10_000),
  /** Tells the right data key from a wrong one; reveals nothing about it. */
  keyCheck: base64,
  people: z.array(personEntry).max(1000).readonly(),
  recovery: recoveryEntry,
  /** The data key of each earlier epoch, the first one first, wrapped under that of the next one: never the other way. */
  earlier: z.array(wrap).max(10_000).readonly(),
})

const keyFileText = content.extend({ checksum: z.string() }).readonly()

const keyFileContent = content.readonly()

/** As programs wrote it that knew one data key for ever. */
const version1 = z.strictObject({
  format: z.literal('hoi-am-keys'),
  version: z.literal(1),
  revision: z.int().min(1),
  keyCheck: base64,
  people: z
    .array(z.strictObject({ ...personOf, wrap }).readonly())
    .max(1000)
    .readonly(),
  recovery: z.strictObject({ salt: base64, wrap, confirmed: z.boolean() }).readonly(),
})

const version1Text = version1.extend({ checksum: z.string() }).readonly()

/**
 * The header file of the data folder: one way to the data key for each person and for the recovery key. It holds user
 * names and no other word about anyone; without a password it opens nothing.
 */
export type KeyFile = z.infer<typeof keyFileContent>
export type PersonEntry = z.infer<typeof personEntry>
export type RecoveryEntry = z.infer<typeof recoveryEntry>
export type WayIn = z.infer<typeof wayIn>
export type Wrap = z.infer<typeof wrap>
export type SealedKey = z.infer<typeof sealedKey>

export type KeyFilePaths = Readonly<{ keys: string; keysCopy: string; keysNext: string }>

/**
 * Reads the key file, or its copy when the file is damaged or gone, and writes back whichever of the two
 * was not the newest whole one: a removed person must not live on in the copy.
 * @throws DomainError NOT_SET_UP when there is neither, DATABASE_TOO_NEW when a newer program wrote one,
 * KEY_FILE_DAMAGED when none is whole, with KEYS_UNREADABLE when one may not be read.
 */
export async function readKeyFile(paths: KeyFilePaths): Promise<KeyFile> {
  const found = await Promise.all([readText(paths.keys), readText(paths.keysCopy)])
  // One that cannot be read says no more than one that is damaged.
  const texts = found.map((text) => (text === UNREADABLE ? '' : text))
  if (texts.every((text) => text === null)) throw new DomainError('NOT_SET_UP')
  // Before anything is made whole again: an old copy must not take the place of newer keys.
  if (texts.some(isNewer)) throw new DomainError('DATABASE_TOO_NEW')
  const [newest] = texts
    .flatMap((text) => {
      const file = text === null ? null : parseKeyFile(text)
      return text === null || file === null ? [] : [{ text, file }]
    })
    .toSorted((left, right) => right.file.revision - left.file.revision)
  const isUnreadable = found.includes(UNREADABLE)
  if (newest === undefined) {
    throw isUnreadable
      ? new DomainError('KEY_FILE_DAMAGED', [{ path: '', code: 'KEYS_UNREADABLE' }])
      : new DomainError('KEY_FILE_DAMAGED')
  }
  const isHealed = texts.every((text) => text === newest.text)
  if (!isHealed && !isUnreadable) await ignoreUnwritable(() => writeText(paths, newest.text))
  return newest.file
}

/** Writes the key file and its copy; both are on the disk when this resolves, or neither has changed. */
export async function writeKeyFile(paths: KeyFilePaths, file: KeyFile): Promise<void> {
  await writeText(paths, printKeyFile(file))
}

async function writeText({ keys, keysCopy }: KeyFilePaths, text: string): Promise<void> {
  const bytes = Buffer.from(text, 'utf8')
  await writeFilesAtomically([
    { path: keys, bytes },
    { path: keysCopy, bytes },
  ])
}

/**
 * The key file that is to take the place of the present one: written before the data key is changed, gone after. Null
 * where there is none, or none that was written to its end.
 */
export async function readNextKeyFile({ keysNext }: KeyFilePaths): Promise<KeyFile | null> {
  const text = await readText(keysNext)
  if (text === UNREADABLE) {
    throw new DomainError('KEY_FILE_DAMAGED', [{ path: '', code: 'KEYS_UNREADABLE' }])
  }
  return text === null ? null : parseKeyFile(text)
}

export async function writeNextKeyFile({ keysNext }: KeyFilePaths, file: KeyFile): Promise<void> {
  await writeFileAtomically(keysNext, Buffer.from(printKeyFile(file), 'utf8'))
}

/** Takes it away. What cannot be removed is never taken for the present one: its epoch is looked at. */
export async function removeNextKeyFile({ keysNext }: KeyFilePaths): Promise<void> {
  await ignoreUnwritable(() => rm(keysNext, { force: true }))
}

/** The text of a key file, ending in the SHA-256 of everything before it. */
export function printKeyFile(file: KeyFile): string {
  // Parsing puts the fields in the schema's order: equal files are equal texts.
  return withChecksum(keyFileContent.parse(file))
}

/** The content of a key file's text, or null when a single character of it is not as it was written. */
export function parseKeyFile(text: string): KeyFile | null {
  const json = parseJson(text)
  const parsed = keyFileText.safeParse(json)
  if (parsed.success) {
    const { checksum: _checksum, ...file } = parsed.data
    return printKeyFile(file) === text ? file : null
  }
  const earlier = version1Text.safeParse(json)
  if (!earlier.success) return null
  const { checksum: _checksum, ...file } = earlier.data
  return withChecksum(file) === text ? fromVersion1(file) : null
}

function withChecksum(content: object): string {
  const checksum = sha256Of(JSON.stringify(content))
  return `${JSON.stringify({ ...content, checksum }, null, 2)}\n`
}

/** The same keys as they are kept now. Everybody has a wrap until they are next here. */
function fromVersion1({ revision, keyCheck, people, recovery }: z.infer<typeof version1>): KeyFile {
  const { wrap: recoveryWrap, ...sheet } = recovery
  return {
    ...{ format: 'hoi-am-keys', version: 2, board: boardOf(keyCheck), revision, epoch: 1 },
    keyCheck,
    people: people.map(({ wrap: own, ...person }) => ({ ...person, way: wrapped(own) })),
    recovery: { ...sheet, way: wrapped(recoveryWrap) },
    earlier: [],
  }
}

function wrapped(own: Wrap): WayIn {
  return { kind: 'wrap', wrap: own }
}

/** What a board is called in its key file: follows from its first data key, so that old files need not be written. */
export function boardOf(keyCheck: string): string {
  return Buffer.from(sha256Of(`hoi-am-board/${keyCheck}`), 'hex').toString('base64')
}

const anyVersion = z.object({ format: z.literal('hoi-am-keys'), version: z.int() })

/** Written by a program that keeps keys in a way not known here: not damaged, and not to be written over. */
function isNewer(text: string | null): boolean {
  const parsed = anyVersion.safeParse(text === null ? null : parseJson(text))
  return parsed.success && parsed.data.version > 2
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** There, and the system does not let it be read. */
const UNREADABLE = Symbol('unreadable')

async function readText(path: string): Promise<string | null | typeof UNREADABLE> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    switch (systemCodeOf(error)) {
      case 'ENOENT':
        return null
      case 'EACCES':
      case 'EPERM':
      case 'EISDIR':
        return UNREADABLE
      default:
        throw mapFileError(error)
    }
  }
}
