import { connect } from 'node:net'

/** All of the one buffer that Node's HTTP parser reads every connection into. */
const BLANKS = Buffer.alloc(64 * 1024, 0x20)
const QUIET_MS = 300

export interface LineWiper {
  /** A request came in: once the line has been quiet for a moment, what it brought is written over. */
  readonly touched: () => void
  readonly close: () => void
}

/**
 * Writes over what the last requests left in this process. Node reads every connection into one buffer and parses it
 * there; a request leaves its bytes behind until a longer one comes, and a password is in them. Nothing in Node reaches
 * that buffer but the line itself: so blanks are sent over it, which the parser refuses at their first byte.
 */
export function createLineWiper(host: string, port: number): LineWiper {
  let timer: NodeJS.Timeout | undefined

  function wipe(): void {
    const line = connect({ host, port })
    line.on('error', () => line.destroy())
    line.resume()
    line.end(BLANKS)
  }

  return {
    touched() {
      clearTimeout(timer)
      timer = setTimeout(wipe, QUIET_MS)
      timer.unref()
    },
    close() {
      clearTimeout(timer)
    },
  }
}
