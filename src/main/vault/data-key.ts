import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

import type { Wrap } from './key-file.ts'

/** The keys of one epoch. Only `dataKey` is random; the others follow from it, one per purpose. */
export type EpochKeys = Readonly<{
  dataKey: Buffer
  databaseKey: Buffer
  filesKey: Buffer
  auditKey: Buffer
  /** Seals what is kept of the journal outside the database. */
  anchorKey: Buffer
  /** Seals what a copy says of itself. */
  copiesKey: Buffer
}>

/**
 * All keys of a data folder: those of the present epoch, and of every one since the first. An epoch ends when somebody
 * leaves (ADR 31). What was sealed before keeps the key of its epoch; the database has the present one.
 */
export type VaultKeys = EpochKeys &
  Readonly<{
    /** The present one, counted from 1. */
    epoch: number
    /** By epoch, the first one first; the last are the present keys. */
    ring: readonly EpochKeys[]
  }>

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

export function generateDataKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/** The keys that follow from the data key, and from those of the epochs before it, the first one first. */
export function deriveVaultKeys(dataKey: Buffer, earlier: readonly Buffer[] = []): VaultKeys {
  const present = deriveEpochKeys(dataKey)
  const ring = [...earlier.map(deriveEpochKeys), present]
  return { ...present, epoch: ring.length, ring }
}

/** HKDF-SHA256 with one label per purpose: no key tells anything about another. */
function deriveEpochKeys(dataKey: Buffer): EpochKeys {
  return {
    dataKey,
    databaseKey: deriveKey(dataKey, 'database'),
    filesKey: deriveKey(dataKey, 'files'),
    auditKey: deriveKey(dataKey, 'audit'),
    anchorKey: deriveKey(dataKey, 'anchor'),
    copiesKey: deriveKey(dataKey, 'copies'),
  }
}

/** A value that only this data key gives, to refuse sealing a wrong one. */
export function keyCheckOf(dataKey: Buffer): string {
  const key = deriveKey(dataKey, 'key-check')
  return createHmac('sha256', key).update('hoi-am').digest('base64')
}

export function isDataKeyOf(keyCheck: string, dataKey: Buffer): boolean {
  return isSameMac(keyCheck, keyCheckOf(dataKey))
}

/** Says that whoever had the data key wrote this: a public key that somebody else put in the file is not sealed to. */
export function proofOf(dataKey: Buffer, text: string): string {
  return createHmac('sha256', deriveKey(dataKey, 'pairs')).update(text).digest('base64')
}

export function isProofOf(proof: string, dataKey: Buffer, text: string): boolean {
  return isSameMac(proof, proofOf(dataKey, text))
}

function isSameMac(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given, 'base64'), Buffer.from(wanted, 'base64')]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** The key that the recovery key stands for. 175 random bits need no slow hash. */
export function deriveKeyFromRecovery(recoveryKey: string, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', recoveryKey, salt, 'hoi-am/recovery', KEY_BYTES))
}

/** Wraps a key with AES-256-GCM. `purpose` is authenticated: a wrap opens only as what it was made for. */
export function wrapKey(wrappingKey: Uint8Array, purpose: string, key: Uint8Array): Wrap {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce)
  cipher.setAAD(Buffer.from(purpose, 'utf8'))
  const ciphertext = Buffer.concat([cipher.update(key), cipher.final()])
  return {
    nonce: nonce.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

/** The key, or null when the wrapping key is not the right one or the wrap was altered. */
export function unwrapKey(wrappingKey: Uint8Array, purpose: string, wrap: Wrap): Buffer | null {
  try {
    const nonce = Buffer.from(wrap.nonce, 'base64')
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce, {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(Buffer.from(purpose, 'utf8'))
    decipher.setAuthTag(Buffer.from(wrap.tag, 'base64'))
    return Buffer.concat([
      decipher.update(Buffer.from(wrap.ciphertext, 'base64')),
      decipher.final(),
    ])
  } catch {
    return null
  }
}

function deriveKey(dataKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, '', `hoi-am/${purpose}`, KEY_BYTES))
}
