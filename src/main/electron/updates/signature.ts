import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** Said before what is signed, so that a signature made for anything else is none of ours. */
const DOMAIN = Buffer.from('Hoi Am: signed update manifest, format 1\n', 'utf8')

const SIGNATURE_BYTES = 64
const KEY_BYTES = 32
/** What X.509 puts before the 32 bytes of an Ed25519 public key (RFC 8410, 4). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

/** The public key from its 32 raw bytes in base64; null when the text is anything else. */
export function publicKeyOf(base64: string): KeyObject | null {
  const raw = bytesOf(base64, KEY_BYTES)
  if (raw === null) return null
  return createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' })
}

/** The 32 raw bytes of a public key in base64, as a build takes them. */
export function publicKeyText(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).subarray(SPKI_HEAD.length).toString('base64')
}

/** Signs a manifest's bytes; answers the text of the signature file. */
export function signatureText(manifest: Uint8Array, privateKey: KeyObject): string {
  return `${sign(null, signedBytes(manifest), privateKey).toString('base64')}\n`
}

/** The signature in a signature file; null when the file holds anything else. */
export function readSignature(text: Uint8Array): Buffer | null {
  return bytesOf(Buffer.from(text).toString('latin1').trim(), SIGNATURE_BYTES)
}

/** Whether this key signed these very bytes as a manifest. */
export function isSignedBy(key: KeyObject, manifest: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, signedBytes(manifest), key, signature)
}

function signedBytes(manifest: Uint8Array): Buffer {
  return Buffer.concat([DOMAIN, manifest])
}

/** Exactly so many bytes in strict base64, written in the one way there is. */
function bytesOf(base64: string, length: number): Buffer | null {
  const bytes = Buffer.from(base64, 'base64')
  return bytes.length === length && bytes.toString('base64') === base64 ? bytes : null
}
