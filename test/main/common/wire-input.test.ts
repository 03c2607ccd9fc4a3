import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { MAX_INPUT_DEPTH, MAX_INPUT_VALUES, readInput } from '#main/common/wire-input.ts'
import { MAX_REQUEST_BYTES } from '#shared/protocol/envelope.ts'
import { encodeInput, UnsayableInput } from '#shared/protocol/wire.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

function refusal(bytes: Uint8Array): unknown {
  const result = readInput(bytes)
  return result.ok ? 'read' : [result.error.code, result.error.issues?.[0]?.code]
}

describe('input from window to core', () => {
  it('arrives as JSON has it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: MAX_INPUT_DEPTH - 2 }), (value) => {
        const expected: unknown = JSON.parse(JSON.stringify(value ?? {}))
        expect(readInput(encodeInput(value))).toEqual({ ok: true, data: expected })
      }),
    )
  })

  const proxied = new Proxy({ dataItems: ['phone'] }, {})
  it.each([
    ['nothing', undefined, {}],
    ['null', null, {}],
    ['what Vue made reactive', proxied, { dataItems: ['phone'] }],
    ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['a map, which JSON does not know', new Map([['a', 1]]), {}],
    ['an object with a field left undefined', { a: undefined, b: 1 }, { b: 1 }],
    ['text', 'Đỗ Thị Hoà 🌸', 'Đỗ Thị Hoà 🌸'],
  ])('is plain: %s', (_, input, expected) => {
    expect(readInput(encodeInput(input))).toEqual({ ok: true, data: expected })
  })

  const circle: Record<string, unknown> = {}
  circle['self'] = circle
  it.each([
    ['a circle', circle],
    ['a big integer', { n: 1n }],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
  ])('cannot be %s, and the error quotes nothing of it', (_, input) => {
    expect(() => encodeInput(input)).toThrow(UnsayableInput)
  })
})

describe('what is refused before it is parsed', () => {
  it.each([
    ['as many values as there may be', `[${'1,'.repeat(MAX_INPUT_VALUES - 3)}1]`, 'read'],
    ['one more', `[${'1,'.repeat(MAX_INPUT_VALUES - 1)}1]`, ['TOO_LARGE', undefined]],
    ['keys without end', `{${'"a":1,'.repeat(MAX_INPUT_VALUES)}"a":1}`, ['TOO_LARGE', undefined]],
    ['empty lists without end', `[${'[],'.repeat(MAX_INPUT_VALUES)}[]]`, ['TOO_LARGE', undefined]],
    ['commas in a text', `"${','.repeat(MAX_INPUT_VALUES * 2)}"`, 'read'],
  ] as const)('%s', (_, text, expected) => {
    expect(refusal(bytesOf(text))).toEqual(expected)
  })

  it.each([
    ['a byte more than allowed', bytesOf(`"${'a'.repeat(MAX_REQUEST_BYTES - 1)}"`), 'TOO_LARGE'],
    [
      'characters of three bytes each',
      bytesOf(`"${'ộ'.repeat(MAX_REQUEST_BYTES / 2)}"`),
      'TOO_LARGE',
    ],
  ])('%s', (_, bytes, code) => {
    expect(refusal(bytes)).toEqual([code, undefined])
  })

  it.each([
    ['lists', nested(MAX_INPUT_DEPTH + 1)],
    ['objects', '{"a":'.repeat(200) + '1' + '}'.repeat(200)],
    ['a million lists never closed', '['.repeat(1_000_000)],
    ['lists after a text that ends in a backslash', String.raw`["\\",${nested(40)}]`],
  ])('depth: %s', (_, text) => {
    expect(refusal(bytesOf(text))).toEqual(['INVALID_INPUT', 'TOO_DEEP'])
  })

  it.each([
    ['the deepest allowed', nested(MAX_INPUT_DEPTH)],
    ['brackets inside a text', JSON.stringify('[{'.repeat(1000))],
    ['brackets after an escaped quotation mark', JSON.stringify(`"${'['.repeat(1000)}`)],
    ['many short lists one after another', `[${'[],'.repeat(5000)}1]`],
  ])('not depth: %s', (_, text) => {
    expect(refusal(bytesOf(text))).toBe('read')
  })

  it.each([
    ['no JSON', bytesOf('{"a":')],
    ['nothing', new Uint8Array()],
    ['bytes that are no UTF-8', Uint8Array.from([0x22, 0xff, 0x22])],
    ['brackets closed more often than opened', bytesOf(']]]]')],
  ])('%s', (_, bytes) => {
    expect(refusal(bytes)).toEqual(['INVALID_INPUT', 'NOT_JSON'])
  })
})

it.each([
  ['read', '{"password":"con chim sơn ca"}'],
  ['refused as no JSON', '{"password":"con chim sơn ca"'],
  ['refused as too deep', `{"password":"con chim sơn ca","a":${nested(100)}}`],
])('bytes are wiped when they were %s', (_, text) => {
  const bytes = bytesOf(text)
  readInput(bytes)
  expect(bytes.every((byte) => byte === 0)).toBe(true)
})
