import { isProofOf, proofOf, unwrapKey, wrapKey } from './data-key.ts'
import type { KeyFile, WayIn } from './key-file.ts'
import { generatePair, openSealedKey, publicKeyOf, sealKey } from './sealed-key.ts'

/** Whose way it is: `person/<id>`, or {@link RECOVERY_OWNER}. Not a user name, which must be free to change. */
type Owner = string

export const RECOVERY_OWNER: Owner = 'recovery'

/** Which board, and which of its data keys: what a sealed key is bound to besides its owner. */
export type Sealing = Readonly<Pick<KeyFile, 'board' | 'epoch'>> & Readonly<{ dataKey: Buffer }>

/** A new pair, its private half under the secret, with the data key sealed to it. */
export function createWay(secret: Uint8Array, owner: Owner, sealing: Sealing): WayIn {
  const { publicKey, privateKey } = generatePair()
  return {
    kind: 'pair',
    publicKey: publicKey.toString('base64'),
    privateKey: wrapKey(secret, pairPurpose(sealing.board, owner), privateKey),
    ...sealedTo(publicKey, owner, sealing),
  }
}

/** The data key a secret leads to, or null when it is not the right one or anything of the way was altered. */
export function openWay(
  secret: Uint8Array,
  owner: Owner,
  way: WayIn,
  { board, epoch }: Pick<KeyFile, 'board' | 'epoch'>,
): Buffer | null {
  if (way.kind === 'wrap') return unwrapKey(secret, wrapPurpose(owner), way.wrap)
  const privateKey = unwrapKey(secret, pairPurpose(board, owner), way.privateKey)
  if (privateKey === null) return null
  // The public half that is in the file may be another's: what counts is the one that belongs to the private half.
  const pair = { publicKey: publicKeyOf(privateKey), privateKey }
  return openSealedKey(pair, sealPurpose(board, epoch, owner), way.dataKey)
}

/**
 * The same way to the data key of another epoch, without the secret of its owner. Null for a wrap, which nobody but its
 * owner can renew, and for a public half that nobody who had the present data key put there.
 */
export function carryOn(
  way: WayIn | null,
  owner: Owner,
  present: Sealing,
  next: Sealing,
): WayIn | null {
  if (way === null || !isPairOf(way, owner, present)) return null
  return { ...way, ...sealedTo(Buffer.from(way.publicKey, 'base64'), owner, next) }
}

/** Whether a way is a pair, made by somebody who had this data key. */
function isPairOf(
  way: WayIn,
  owner: Owner,
  sealing: Sealing,
): way is Extract<WayIn, { kind: 'pair' }> {
  if (way.kind !== 'pair') return false
  return isProofOf(way.proof, sealing.dataKey, proofText(way.publicKey, owner, sealing))
}

/** Whether a way is such a pair, and its public half the one that belongs to the private half under this secret. */
export function isOwnPair(secret: Uint8Array, owner: Owner, way: WayIn, sealing: Sealing): boolean {
  if (!isPairOf(way, owner, sealing)) return false
  const privateKey = unwrapKey(secret, pairPurpose(sealing.board, owner), way.privateKey)
  return privateKey !== null && publicKeyOf(privateKey).toString('base64') === way.publicKey
}

function sealedTo(
  publicKey: Buffer,
  owner: Owner,
  sealing: Sealing,
): Pick<Extract<WayIn, { kind: 'pair' }>, 'dataKey' | 'proof'> {
  const { board, epoch, dataKey } = sealing
  return {
    dataKey: sealKey(publicKey, sealPurpose(board, epoch, owner), dataKey),
    proof: proofOf(dataKey, proofText(publicKey.toString('base64'), owner, sealing)),
  }
}

/** As earlier programs wrapped the data key. */
function wrapPurpose(owner: Owner): string {
  return `hoi-am-keys/1/${owner}`
}

function pairPurpose(board: string, owner: Owner): string {
  return `hoi-am-keys/2/${board}/pair/${owner}`
}

function sealPurpose(board: string, epoch: number, owner: Owner): string {
  return `hoi-am-keys/2/${board}/${epoch}/${owner}`
}

function proofText(publicKey: string, owner: Owner, { board, epoch }: Sealing): string {
  return `${sealPurpose(board, epoch, owner)}/${publicKey}`
}
