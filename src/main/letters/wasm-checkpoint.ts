const PAGE_BYTES = 64 * 1024
const EMPTY_PAGE = new Uint8Array(PAGE_BYTES)

/**
 * Keeps what a WebAssembly memory holds now and returns how to put it back. Only for a moment in which no
 * function of the module runs and nobody outside holds a place in it made since: whatever came later is forgotten.
 * Memory never shrinks: what it grew by in the meantime is lost to the module, so leave it room before.
 */
export function checkpoint(memory: WebAssembly.Memory): () => void {
  const kept: (Uint8Array | null)[] = []
  const held = new Uint8Array(memory.buffer)
  for (let start = 0; start < held.length; start += PAGE_BYTES) {
    const page = held.subarray(start, start + PAGE_BYTES)
    // Pages never used, most of the room that was left, need not be kept twice.
    kept.push(Buffer.compare(page, EMPTY_PAGE) === 0 ? null : page.slice())
  }
  return () => {
    // Asked for anew: growing detaches the buffer before.
    const now = new Uint8Array(memory.buffer)
    for (const [index, page] of kept.entries()) {
      const start = index * PAGE_BYTES
      if (page === null) now.fill(0, start, start + PAGE_BYTES)
      else now.set(page, start)
    }
  }
}
