import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

import { DomainError } from '#core/kernel/errors.ts'
import { sha256Of } from '../common/sha256.ts'

/**
 * A stored file is `magic (7) · format (1) · nonce (12) · ciphertext · tag (16)`, AES-256-GCM under a key
 * of its own derived from the files key and the content's hash, so no nonce can ever meet another file's.
 */
const HEADER = Buffer.from('HOIAMEV\u0001', 'latin1')
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** Encrypts a file's bytes. The header and the hash it will be named by are authenticated with it. */
export function sealFile(filesKey: Uint8Array, sha256: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', fileKeyOf(filesKey, sha256), nonce)
  cipher.setAAD(associatedData(sha256))
  const ciphertext = cipher.update(bytes)
  cipher.final()
  return Buffer.concat([HEADER, nonce, ciphertext, cipher.getAuthTag()])
}

/**
 * Decrypts a stored file and hashes it again.
 * @throws DomainError FILE_ALTERED when a single bit differs, the file is cut short, or it is another's.
 */
export function openSealedFile(
  filesKey: Uint8Array,
  sha256: string,
  sealed: Uint8Array,
): Uint8Array {
  const body = HEADER.length + NONCE_BYTES
  if (sealed.length < body + TAG_BYTES || !HEADER.equals(sealed.subarray(0, HEADER.length))) {
    throw new DomainError('FILE_ALTERED')
  }
  const nonce = sealed.subarray(HEADER.length, body)
  const decipher = createDecipheriv('aes-256-gcm', fileKeyOf(filesKey, sha256), nonce, {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(associatedData(sha256))
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

function fileKeyOf(filesKey: Uint8Array, sha256: string): Uint8Array {
  const salt = Buffer.from(sha256, 'hex')
  return new Uint8Array(hkdfSync('sha256', filesKey, salt, 'hoi-am/file', KEY_BYTES))
}

function associatedData(sha256: string): Uint8Array {
  return Buffer.concat([HEADER, Buffer.from(sha256, 'hex')])
}
