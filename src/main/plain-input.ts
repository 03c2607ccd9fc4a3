import { MAX_REQUEST_BYTES, type Result } from '#shared/contract/envelope.ts'

/**
 * Brings what a window sent over a structured-clone channel into the plain JSON the browser host
 * would have received, with the same size limit: one core must not meet two kinds of input.
 * Nothing at all counts as an empty object.
 */
export function plainInput(input: unknown): Result<unknown> {
  const text = jsonOf(input ?? {})
  if (text === null) return { ok: false, error: { code: 'INVALID_INPUT' } }
  if (Buffer.byteLength(text) > MAX_REQUEST_BYTES)
    return { ok: false, error: { code: 'TOO_LARGE' } }
  const data: unknown = JSON.parse(text)
  return { ok: true, data }
}

/** Null for what JSON cannot say: a circle, a big integer, a function. */
function jsonOf(value: unknown): string | null {
  try {
    const text: unknown = JSON.stringify(value)
    return typeof text === 'string' ? text : null
  } catch {
    return null
  }
}
