import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

import type { Wrap } from './key-file.ts'

/** All keys of a data folder. Only `dataKey` is random; the others follow from it, one per purpose. */
export type VaultKeys = Readonly<{
  dataKey: Buffer
  databaseKey: Buffer
  filesKey: Buffer
  auditKey: Buffer
  /** Seals what a copy says of itself. */
  copiesKey: Buffer
}>

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

export function generateDataKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/** HKDF-SHA256 with one label per purpose: no key tells anything about another. */
export function deriveVaultKeys(dataKey: Buffer): VaultKeys {
  return {
    dataKey,
    databaseKey: deriveKey(dataKey, 'database'),
    filesKey: deriveKey(dataKey, 'files'),
    auditKey: deriveKey(dataKey, 'audit'),
    copiesKey: deriveKey(dataKey, 'copies'),
  }
}

/** A value that only this data key gives, to refuse wrapping a wrong one. */
export function keyCheckOf(dataKey: Buffer): string {
  const key = deriveKey(dataKey, 'key-check')
  return createHmac('sha256', key).update('hoi-am').digest('base64')
}

export function isDataKeyOf(keyCheck: string, dataKey: Buffer): boolean {
  const expected = Buffer.from(keyCheck, 'base64')
  const actual = Buffer.from(keyCheckOf(dataKey), 'base64')
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

/** The key that the recovery key stands for. 175 random bits need no slow hash. */
export function deriveKeyFromRecovery(recoveryKey: string, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', recoveryKey, salt, 'hoi-am/recovery', KEY_BYTES))
}

/** Wraps the data key with AES-256-GCM. `owner` is authenticated: a wrap opens only for whom it was made. */
export function wrapDataKey(wrappingKey: Uint8Array, owner: string, dataKey: Buffer): Wrap {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce)
  cipher.setAAD(associatedData(owner))
  const ciphertext = Buffer.concat([cipher.update(dataKey), cipher.final()])
  return {
    nonce: nonce.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

/** The data key, or null when the wrapping key is not the right one or the wrap was altered. */
export function unwrapDataKey(wrappingKey: Uint8Array, owner: string, wrap: Wrap): Buffer | null {
  try {
    const nonce = Buffer.from(wrap.nonce, 'base64')
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, nonce, {
      authTagLength: TAG_BYTES,
    })
    decipher.setAAD(associatedData(owner))
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

function associatedData(owner: string): Uint8Array {
  return Buffer.from(`hoi-am-keys/1/${owner}`, 'utf8')
}
