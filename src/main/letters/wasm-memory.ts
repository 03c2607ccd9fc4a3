const HEADER_BYTES = 8
const MEMORY_SECTION = 5
const PAGES_PER_MB = 16

/**
 * The same WebAssembly module with an upper limit on its memory. A thread's `resourceLimits` do not
 * count WebAssembly memory, so the limit is written into the module: growth beyond it fails inside.
 */
export function withMemoryLimit(wasm: Uint8Array, megabytes: number): Uint8Array<ArrayBuffer> {
  let at = HEADER_BYTES
  while (at < wasm.length) {
    const section = wasm[at]
    const size = readLeb(wasm, at + 1)
    const end = size.next + size.value
    if (section === MEMORY_SECTION) {
      // One memory: count, flags, initial pages, and a maximum when flag 1 is set.
      const initial = readLeb(wasm, size.next + 2)
      const pages = Math.max(initial.value, megabytes * PAGES_PER_MB)
      const body = [1, 1, ...leb(initial.value), ...leb(pages)]
      return concatenate([
        wasm.subarray(0, at),
        Uint8Array.from([MEMORY_SECTION, ...leb(body.length), ...body]),
        wasm.subarray(end),
      ])
    }
    at = end
  }
  throw new Error('the module declares no memory of its own')
}

function readLeb(bytes: Uint8Array, start: number): Readonly<{ value: number; next: number }> {
  let value = 0
  let at = start
  let byte = 0x80
  for (let shift = 0; (byte & 0x80) !== 0; shift += 7) {
    byte = bytes[at] ?? 0
    value += (byte & 0x7f) * 2 ** shift
    at += 1
  }
  return { value, next: at }
}

function leb(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)]
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
