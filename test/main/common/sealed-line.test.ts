import { describe, expect, it } from 'vitest'

import { createLineEnd, sealTo } from '#main/common/sealed-line.ts'

const PASSWORD = Buffer.from('Ngõ Trạm 17 có cây khế già')

describe('the sealed line', () => {
  const end = createLineEnd()

  it.each([0, 1, 15, 16, 17, 1_000_000])('carries %i bytes as they are', (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => at % 251)
    expect(Buffer.from(end.open(sealTo(end.publicKey, bytes)) ?? [])).toEqual(Buffer.from(bytes))
  })

  it('leaves nothing readable on the way, and no two messages alike', () => {
    const [first, second] = [sealTo(end.publicKey, PASSWORD), sealTo(end.publicKey, PASSWORD)]
    expect(Buffer.from(first).includes(PASSWORD)).toBe(false)
    expect(Buffer.from(first).includes(PASSWORD.subarray(0, 6))).toBe(false)
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false)
  })

  it('is opened by nobody but the one it is sealed to', () => {
    expect(createLineEnd().open(sealTo(end.publicKey, PASSWORD))).toBe(null)
  })

  it('opens nothing in which one byte is another', () => {
    const sealed = sealTo(end.publicKey, PASSWORD)
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Uint8Array.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 4
      expect(end.open(changed)).toBe(null)
    }
  })

  it.each([0, 1, 31, 59])('opens nothing of %i bytes', (length) => {
    expect(end.open(new Uint8Array(length))).toBe(null)
  })
})
