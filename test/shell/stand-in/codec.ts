/** What a value became so that it can be written as JSON: Chromium's bindings carry text alone. */
export type Coded =
  | readonly ['plain', string | number | boolean | null]
  | readonly ['undefined']
  | readonly ['bigint' | 'date' | 'bytes' | 'error', string]
  | readonly ['buffer', Coded]
  | readonly ['list', readonly Coded[]]
  | readonly ['record', readonly (readonly [string, Coded])[]]
  | readonly ['map', readonly (readonly [Coded, Coded])[]]
  | readonly ['set', readonly Coded[]]

/**
 * Writes a structured clone. Also put into pages as text, so it uses nothing from outside itself. Raises for what is no
 * structured clone, and for the few clones that no window sends (circles, regular expressions).
 */
export function encode(value: unknown): Coded {
  if (value === undefined) return ['undefined']
  if (value === null || typeof value === 'string' || typeof value === 'boolean') {
    return ['plain', value]
  }
  if (typeof value === 'number') return ['plain', value]
  if (typeof value === 'bigint') return ['bigint', String(value)]
  if (Array.isArray(value)) return ['list', value.map((inner) => encode(inner))]
  if (value instanceof Date) return ['date', value.toISOString()]
  if (value instanceof Error) return ['error', value.message]
  if (value instanceof Map) {
    return ['map', [...value].map(([key, inner]) => [encode(key), encode(inner)] as const)]
  }
  if (value instanceof Set) return ['set', [...value].map((inner) => encode(inner))]
  if (value instanceof ArrayBuffer) return ['buffer', encode(new Uint8Array(value))]
  if (value instanceof Uint8Array) {
    let text = ''
    for (const byte of value) text += String.fromCharCode(byte)
    return ['bytes', btoa(text)]
  }
  if (typeof value === 'object' && Object.prototype.toString.call(value) === '[object Object]') {
    return ['record', Object.entries(value).map(([key, inner]) => [key, encode(inner)] as const)]
  }
  throw new Error(`The stand-in carries no ${Object.prototype.toString.call(value)}.`)
}

/** Reads what {@link encode} wrote, in the page and beside it alike. */
export function decode(coded: Coded): unknown {
  switch (coded[0]) {
    case 'plain':
      return coded[1]
    case 'undefined':
      return undefined
    case 'bigint':
      return BigInt(coded[1])
    case 'date':
      return new Date(coded[1])
    case 'error':
      return new Error(coded[1])
    case 'bytes':
      return Uint8Array.from(atob(coded[1]), (character) => character.charCodeAt(0))
    case 'buffer':
      return (decode(coded[1]) as Uint8Array).buffer
    case 'list':
      return coded[1].map((inner) => decode(inner))
    case 'set':
      return new Set(coded[1].map((inner) => decode(inner)))
    case 'map':
      return new Map(coded[1].map(([key, inner]) => [decode(key), decode(inner)]))
    case 'record':
      return Object.fromEntries(coded[1].map(([key, inner]) => [key, decode(inner)]))
  }
}
