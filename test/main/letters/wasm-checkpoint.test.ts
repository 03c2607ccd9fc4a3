import { expect, it } from 'vitest'

import { checkpoint } from '#main/letters/wasm-checkpoint.ts'

const PAGE = 64 * 1024

it('puts back what a memory held, used pages and empty ones, also after it grew', () => {
  const memory = new WebAssembly.Memory({ initial: 3, maximum: 8 })
  new Uint8Array(memory.buffer).set([1, 2, 3], PAGE - 1)
  const restore = checkpoint(memory)
  for (let turn = 0; turn < 2; turn += 1) {
    new Uint8Array(memory.buffer).fill(9)
    memory.grow(1)
    restore()
    const now = new Uint8Array(memory.buffer)
    const expected = new Uint8Array(3 * PAGE)
    expected.set([1, 2, 3], PAGE - 1)
    expect(Buffer.compare(now.subarray(0, 3 * PAGE), expected)).toBe(0)
  }
  expect(memory.buffer.byteLength).toBe(5 * PAGE)
})
