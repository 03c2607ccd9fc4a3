import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

import { DomainError } from '#core/kernel/errors.ts'
import { sha256Of } from '../common/sha256.ts'

/**
 * A stored file is `magic (7) · format (1) · nonce (12) · ciphertext · tag (16)`, AES-256-GCM under a key
 * of its own derived from the files key and the content's hash, so no nonce can ever meet another file's.
 * Format 1 is sealed under the files key of the first epoch; format 2 says after its own byte which it is (2, big-endian).
 */
const MAGIC = Buffer.from('HOIAMEV', 'latin1')
const FIRST_EPOCH = 1
const OF_ANY_EPOCH = 2
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** The files keys by epoch, the first one first. The last seals; a file keeps the key of its epoch. */
export type FilesKeys = readonly Uint8Array[]

/** Encrypts a file's bytes. The header and the hash it will be named by are authenticated with it. */
export function sealFile(keys: FilesKeys, sha256: string, bytes: Uint8Array): Uint8Array {
  const header = headerOf(keys.length)
  const nonce = randomBytes(NONCE_BYTES)
  const key = fileKeyOf(requireKey(keys, keys.length), sha256)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(associatedData(header, sha256))
  const ciphertext = cipher.update(bytes)
  cipher.final()
  return Buffer.concat([header, nonce, ciphertext, cipher.getAuthTag()])
}

/**
 * Decrypts a stored file and hashes it again.
 * @throws DomainError FILE_ALTERED when a single bit differs, the file is cut short, or it is another's.
 */
export function openSealedFile(keys: FilesKeys, sha256: string, sealed: Uint8Array): Uint8Array {
  const epoch = epochOf(sealed)
  const header = headerOf(epoch)
  const body = header.length + NONCE_BYTES
  if (sealed.length < body + TAG_BYTES || !header.equals(sealed.subarray(0, header.length))) {
    throw new DomainError('FILE_ALTERED')
  }
  const nonce = sealed.subarray(header.length, body)
  const key = fileKeyOf(requireKey(keys, epoch), sha256)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(associatedData(header, sha256))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  const bytes = decipher.update(sealed.subarray(body, sealed.length - TAG_BYTES))
  try {
    decipher.final()
  } catch {
    throw new DomainError('FILE_ALTERED')
  }
  if (sha256Of(bytes) !== sha256) {
    throw new DomainError('FILE_ALTERED')
  }
  return bytes
}

function headerOf(epoch: number): Buffer {
  if (epoch === 1) return Buffer.concat([MAGIC, Buffer.of(FIRST_EPOCH)])
  const of = Buffer.alloc(2)
  of.writeUInt16BE(epoch)
  return Buffer.concat([MAGIC, Buffer.of(OF_ANY_EPOCH), of])
}

function epochOf(sealed: Uint8Array): number {
  const [format = 0, high = 0, low = 0] = sealed.subarray(MAGIC.length, MAGIC.length + 3)
  return format === OF_ANY_EPOCH ? high * 256 + low : 1
}

/** A file of an epoch that these keys do not reach was put here by nobody who had them. */
function requireKey(keys: FilesKeys, epoch: number): Uint8Array {
  const key = keys[epoch - 1]
  if (key === undefined) throw new DomainError('FILE_ALTERED')
  return key
}

function fileKeyOf(filesKey: Uint8Array, sha256: string): Uint8Array {
  const salt = Buffer.from(sha256, 'hex')
  return new Uint8Array(hkdfSync('sha256', filesKey, salt, 'hoi-am/file', KEY_BYTES))
}

function associatedData(header: Uint8Array, sha256: string): Uint8Array {
  return Buffer.concat([header, Buffer.from(sha256, 'hex')])
}
