import { randomBytes } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { generatePair, openSealedKey, publicKeyOf, sealKey } from '#main/vault/sealed-key.ts'

const PURPOSE = 'hoi-am-keys/2/board/2/person/p1'

/** Made once by this very construction: a key sealed today opens in every later version. */
const VECTOR = {
  privateKey: 'SFCBxMEyMMhCpkbpBz79rdiA8ZQ48H7os2UhLQ6VJHE=',
  publicKey: 'Dl14PZEpgqz5V4OJh4gA6WbMSEWYiUSzIbduHK4RMTI=',
  key: 'YfLrvyvLJZfrKz3A5u1T7dgdfZhTaOCGZO3jbNaWmI4=',
  sealed: {
    ephemeral: 'pjPg2vq+HkZK2Y0XXlho7hQGtyhxvFR5g20Tk1ddCRY=',
    nonce: 'UaELzlENSpj3Pqs+',
    ciphertext: 'HPR59dG6SqZnP9IlgHVpk7uU05tD0I+O4DDbs+r4Kj4=',
    tag: '37PMm6/2pN2GbAaD7JUcAQ==',
  },
}

describe('a pair', () => {
  it('is the one of RFC 7748: the public half follows from the private one', () => {
    // Section 6.1, Bob's.
    const bob = '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'
    const shown = 'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f'
    expect(publicKeyOf(Buffer.from(bob, 'hex')).toString('hex')).toBe(shown)
  })

  it('is another one each time, 32 bytes a half', () => {
    const pairs = Array.from({ length: 20 }, generatePair)
    const halves = pairs.flatMap(({ publicKey, privateKey }) => [publicKey, privateKey])
    expect(new Set(halves.map((half) => half.toString('hex'))).size).toBe(40)
    for (const half of halves) expect(half).toHaveLength(32)
    for (const { publicKey, privateKey } of pairs)
      expect(publicKeyOf(privateKey)).toEqual(publicKey)
  })
})

describe('a key sealed to a public half', () => {
  it('opens with the private half, for the purpose it was sealed for', () => {
    const pair = generatePair()
    const key = randomBytes(32)
    expect(openSealedKey(pair, PURPOSE, sealKey(pair.publicKey, PURPOSE, key))).toEqual(key)
  })

  it('opens in every later version: one that was sealed on 30 November 2026', () => {
    const pair = {
      privateKey: Buffer.from(VECTOR.privateKey, 'base64'),
      publicKey: Buffer.from(VECTOR.publicKey, 'base64'),
    }
    expect(openSealedKey(pair, PURPOSE, VECTOR.sealed)?.toString('base64')).toBe(VECTOR.key)
  })

  it('is another text each time', () => {
    const { publicKey } = generatePair()
    const key = randomBytes(32)
    const texts = [1, 2].map(() => JSON.stringify(sealKey(publicKey, PURPOSE, key)))
    expect(texts[0]).not.toBe(texts[1])
  })

  it.each([
    ['another person', 'hoi-am-keys/2/board/2/person/p2'],
    ['another epoch', 'hoi-am-keys/2/board/3/person/p1'],
    ['another board', 'hoi-am-keys/2/other/2/person/p1'],
    ['the recovery key', 'hoi-am-keys/2/board/2/recovery'],
  ])('does not open as that of %s', (_whose, purpose) => {
    const pair = generatePair()
    const sealed = sealKey(pair.publicKey, PURPOSE, randomBytes(32))
    expect(openSealedKey(pair, purpose, sealed)).toBe(null)
  })

  it('does not open with the private half of somebody else', () => {
    const { publicKey } = generatePair()
    const stranger = generatePair()
    const sealed = sealKey(publicKey, PURPOSE, randomBytes(32))
    expect(openSealedKey(stranger, PURPOSE, sealed)).toBe(null)
    expect(openSealedKey({ ...stranger, publicKey }, PURPOSE, sealed)).toBe(null)
  })

  it('does not open when a single bit of it was changed, whichever', () => {
    const pair = generatePair()
    const sealed = sealKey(pair.publicKey, PURPOSE, randomBytes(32))
    let tried = 0
    for (const part of ['ephemeral', 'nonce', 'ciphertext', 'tag'] as const) {
      const bytes = Buffer.from(sealed[part], 'base64')
      for (let bit = 0; bit < bytes.length * 8; bit += 1) {
        const changed = Buffer.from(bytes)
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        const forged = { ...sealed, [part]: changed.toString('base64') }
        expect(openSealedKey(pair, PURPOSE, forged), `${part}, bit ${bit}`).toBe(null)
        tried += 1
      }
    }
    expect(tried).toBe((32 + 12 + 32 + 16) * 8)
  })

  it('is not sealed to a point that shares no secret', () => {
    expect(() => sealKey(Buffer.alloc(32), PURPOSE, randomBytes(32))).toThrow()
  })
})
