import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** What a sealed text is, so that none can be put in the place of another. */
export type SealedAs = 'head' | 'numbers'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Encrypts a text with AES-256-GCM so that a changed one is noticed: one line of base64. */
export function sealText(key: Buffer, sealedAs: SealedAs, text: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(associatedData(sealedAs))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64')
}

/** The text again; null for one that was altered, cut short, or sealed with another key. */
export function openSealedText(key: Buffer, sealedAs: SealedAs, line: string): string | null {
  const bytes = Buffer.from(line, 'base64')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(associatedData(sealedAs))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  try {
    const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

function associatedData(sealedAs: SealedAs): Uint8Array {
  return Buffer.from(`hoi-am-anchor/1/${sealedAs}`, 'utf8')
}
