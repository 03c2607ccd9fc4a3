import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/*
 * What people type goes from the host to the core sealed to the core alone. A channel between processes leaves copies of
 * every message in freed memory that nobody can wipe; sealed, they tell nothing, as the one key that opens them lives in
 * the core and ends with it. Each message has a key of its own: X25519 with a new pair, HKDF-SHA-256 over both public
 * keys, AES-256-GCM. This hides nothing from whoever can read the core or the host while somebody is in.
 */

const PUBLIC_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const INFO = Buffer.from('hoi-am line 1')
/** What precedes the 32 bytes of an X25519 key in its DER form (RFC 8410). */
const SPKI = Buffer.from('302a300506032b656e032100', 'hex')

/** The core's end: to whom is sealed, and how it is opened. */
export type LineEnd = Readonly<{
  publicKey: Uint8Array
  /** Null when it was not sealed to this end, or not so. */
  open(sealed: Uint8Array): Uint8Array | null
}>

export function createLineEnd(): LineEnd {
  const own = generateKeyPairSync('x25519')
  const publicKey = rawOf(own.publicKey)
  return {
    publicKey,
    open(sealed) {
      if (sealed.length < PUBLIC_BYTES + NONCE_BYTES + TAG_BYTES) return null
      const sender = sealed.subarray(0, PUBLIC_BYTES)
      const nonce = sealed.subarray(PUBLIC_BYTES, PUBLIC_BYTES + NONCE_BYTES)
      const body = sealed.subarray(PUBLIC_BYTES + NONCE_BYTES, -TAG_BYTES)
      try {
        return withKey(own.privateKey, keyOf(sender), [sender, publicKey], (key) => {
          const cipher = createDecipheriv('aes-256-gcm', key, nonce)
          cipher.setAuthTag(sealed.subarray(-TAG_BYTES))
          return Buffer.concat([cipher.update(body), cipher.final()])
        })
      } catch {
        return null
      }
    },
  }
}

/** Seals bytes to the end with this public key; the bytes themselves are left as they are. */
export function sealTo(publicKey: Uint8Array, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const once = generateKeyPairSync('x25519')
  const sender = rawOf(once.publicKey)
  return withKey(once.privateKey, keyOf(publicKey), [sender, publicKey], (key) => {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const body = cipher.update(bytes)
    return Buffer.concat([sender, nonce, body, cipher.final(), cipher.getAuthTag()])
  })
}

/** The key of one message, wiped when it has been used. */
function withKey<Result>(
  privateKey: KeyObject,
  publicKey: KeyObject,
  between: readonly Uint8Array[],
  use: (key: Uint8Array) => Result,
): Result {
  const secret = diffieHellman({ privateKey, publicKey })
  const key = new Uint8Array(hkdfSync('sha256', secret, Buffer.concat(between), INFO, 32))
  try {
    return use(key)
  } finally {
    secret.fill(0)
    key.fill(0)
  }
}

function rawOf(publicKey: KeyObject): Buffer {
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(-PUBLIC_BYTES)
}

function keyOf(raw: Uint8Array): KeyObject {
  const key = Buffer.concat([SPKI, raw])
  return createPublicKey({ key, format: 'der', type: 'spki' })
}
