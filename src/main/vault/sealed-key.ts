import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'

import { unwrapKey, wrapKey } from './data-key.ts'
import type { SealedKey } from './key-file.ts'

/**
 * A key sealed to somebody's public key: whoever seals needs no secret of theirs, and cannot open it again.
 *
 * X25519 between a pair made for this one sealing and the receiver's; HKDF-SHA256 of what they share, with both public
 * halves as salt; AES-256-GCM under that. `purpose` (board, epoch and whose) is bound twice, as the label of the HKDF
 * and as associated data: a sealed key opens for whom, and as what, it was made, and nowhere else.
 */

/** Both halves, 32 bytes each. */
export type Pair = Readonly<{ publicKey: Buffer; privateKey: Buffer }>

const KEY_BYTES = 32

/** What stands before the 32 bytes in DER (RFC 8410): Node takes keys in no simpler form. */
const PUBLIC_PREFIX = Buffer.from('302a300506032b656e032100', 'hex')
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex')

export function generatePair(): Pair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-KEY_BYTES),
  }
}

/** The public half that belongs to a private one. */
export function publicKeyOf(privateKey: Buffer): Buffer {
  const half = createPublicKey(privateKeyObject(privateKey))
  return half.export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES)
}

/** Seals a key to a public half. Raises for 32 bytes that are no point to share a secret with. */
export function sealKey(publicKey: Buffer, purpose: string, key: Uint8Array): SealedKey {
  const ephemeral = generatePair()
  const sealing = sealingKey(ephemeral.privateKey, publicKey, [ephemeral.publicKey, publicKey])
  return {
    ephemeral: ephemeral.publicKey.toString('base64'),
    ...wrapKey(sealing(purpose), purpose, key),
  }
}

/** The key, or null for another receiver, another purpose, or a single changed bit. */
export function openSealedKey(
  { publicKey, privateKey }: Pair,
  purpose: string,
  { ephemeral, ...wrap }: SealedKey,
): Buffer | null {
  try {
    const other = Buffer.from(ephemeral, 'base64')
    return unwrapKey(sealingKey(privateKey, other, [other, publicKey])(purpose), purpose, wrap)
  } catch {
    return null
  }
}

function sealingKey(
  privateKey: Buffer,
  publicKey: Buffer,
  halves: readonly Buffer[],
): (purpose: string) => Uint8Array {
  const shared = diffieHellman({
    privateKey: privateKeyObject(privateKey),
    publicKey: createPublicKey({
      key: Buffer.concat([PUBLIC_PREFIX, publicKey]),
      format: 'der',
      type: 'spki',
    }),
  })
  const salt = Buffer.concat(halves)
  return (purpose) => new Uint8Array(hkdfSync('sha256', shared, salt, purpose, KEY_BYTES))
}

function privateKeyObject(privateKey: Buffer): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, privateKey]),
    format: 'der',
    type: 'pkcs8',
  })
}
