import { MAX_REQUEST_BYTES, type Result } from '#shared/protocol/envelope.ts'

/** No input of the contract is a quarter as deep; parsers and schemas that recurse stay far from their limits. */
export const MAX_INPUT_DEPTH = 32

/** The longest list of the contract, the complaints of an export by their ids, has a third as many. */
export const MAX_INPUT_VALUES = 60_000

const UTF8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads the JSON bytes a window sent as a route's input. Size, depth and how many values and keys there are is looked
 * at before anything is parsed,
 * and the bytes are wiped before it returns, whatever became of them: what they held lives on in the value alone.
 * Refuses with `TOO_LARGE`, or `INVALID_INPUT` and `NOT_JSON` or `TOO_DEEP`.
 */
export function readInput(bytes: Uint8Array): Result<unknown> {
  try {
    if (bytes.byteLength > MAX_REQUEST_BYTES) return { ok: false, error: { code: 'TOO_LARGE' } }
    const { depth, values } = shapeOf(bytes)
    if (depth > MAX_INPUT_DEPTH) return refused('TOO_DEEP')
    if (values > MAX_INPUT_VALUES) return { ok: false, error: { code: 'TOO_LARGE' } }
    const data: unknown = JSON.parse(UTF8.decode(bytes))
    return { ok: true, data }
  } catch {
    return refused('NOT_JSON')
  } finally {
    bytes.fill(0)
  }
}

function refused(code: 'NOT_JSON' | 'TOO_DEEP'): Result<never> {
  return { ok: false, error: { code: 'INVALID_INPUT', issues: [{ path: '', code }] } }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b])
const COMMA = 0x2c
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d])

/**
 * How deep lists and objects lie in each other, and how many values there are; what stands inside texts does not
 * count. For bytes that are no JSON, what a parser could find in them at most.
 */
function shapeOf(json: Uint8Array): Readonly<{ depth: number; values: number }> {
  let depth = 0
  let values = 1
  let deepest = 0
  let inText = false
  let escaped = false
  for (const byte of json) {
    if (inText) {
      if (escaped) escaped = false
      else if (byte === BACKSLASH) escaped = true
      else if (byte === QUOTE) inText = false
    } else if (byte === QUOTE) inText = true
    else if (byte === COMMA) values += 1
    else if (OPENING.has(byte)) {
      values += 1
      deepest = Math.max(deepest, ++depth)
    } else if (CLOSING.has(byte)) depth -= 1
  }
  return { depth: deepest, values }
}
