/** Electron's clone knows no `Buffer`: bytes arrive as a `Uint8Array`, however deep they lie. */
export function withoutBuffers(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return new Uint8Array(value)
  if (Array.isArray(value)) return value.map(withoutBuffers)
  if (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype
  ) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, withoutBuffers(inner)]),
    )
  }
  return value
}
