import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { UNKNOWN_COMPLAINANT } from '#core/complaints/model.ts'
import { canBePrinted, missingGlyphs, unprintableIn } from '#core/letters/print-coverage.ts'
import { coverageOf } from '#main/letters/glyph-coverage.ts'
import { withMemoryLimit } from '#main/letters/wasm-memory.ts'

const { resolve } = createRequire(import.meta.url)
const tinos = coverageOf(
  readFileSync(resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')),
)

it.each([
  ['Việt Nam – “Hoà”, 1.234.567 ₫ …', ''],
  ['□ \ufffd', ''],
  ['☐☑✓', '☐☑✓'],
  ['王', '王'],
  ['📱', '📱'],
  ['a\u00a0b\u2003c\n', ''],
])('tells which characters of %j Tinos lacks', (text, expected) => {
  const missing = missingGlyphs([text], tinos).map(({ codePoint }) =>
    String.fromCodePoint(codePoint),
  )
  expect(missing.join('')).toBe(expected)
})

it('counts a missing character over all texts', () => {
  expect(missingGlyphs(['王a王', '王', '小'], tinos)).toEqual([
    { codePoint: 0x738b, count: 3 },
    { codePoint: 0x5c0f, count: 1 },
  ])
})

it('knows without the fonts what all four of them have', () => {
  const cuts = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map((cut) =>
    coverageOf(readFileSync(resolve(`@expo-google-fonts/tinos/${cut}/Tinos_${cut}.ttf`))),
  )
  const all = Array.from({ length: 0xffff - 0x21 }, (_, at) => at + 0x21)
  const wrong = all.filter((code) => canBePrinted(code) !== cuts.every((covers) => covers(code)))
  expect(wrong).toEqual([])
})

it('tells before a letter is made which characters of a complaint it could not print', () => {
  const plain = {
    complainant: { ...UNKNOWN_COMPLAINANT, fullName: 'Đỗ Thị Hoà', address: null },
    subject: 'Lộ số điện thoại',
    narrative: 'Bị gọi:\n➢ ba lần\u200b',
    wanted: 'Xoá 1.000₫',
    points: [],
  }
  expect(unprintableIn(plain)).toEqual([])
  const odd = {
    ...plain,
    narrative: 'hỏng 😡 😡',
    complainant: { ...plain.complainant, address: '王' },
  }
  expect(unprintableIn(odd)).toEqual([
    { codePoint: 0x738b, count: 1 },
    { codePoint: 0x1f621, count: 2 },
  ])
})

it('refuses a file that is no TrueType font', () => {
  expect(() => coverageOf(new Uint8Array(64))).toThrow('no cmap')
})

// (module (memory (export "m") 1) (func (export "grow") (param i32) (result i32) …memory.grow))
const GROWING = Uint8Array.from([
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 6, 1, 0x60, 1, 0x7f, 1, 0x7f, 3, 2, 1, 0, 5, 3, 1, 0, 1, 7, 8,
  1, 4, 0x67, 0x72, 0x6f, 0x77, 0, 0, 10, 8, 1, 6, 0, 0x20, 0, 0x40, 0, 0x0b,
])

it.each([
  [GROWING, 1],
  [withMemoryLimit(GROWING, 1), -1],
  [withMemoryLimit(GROWING, 4), 1],
])('keeps a module from growing beyond its limit', (wasm, expected) => {
  const { grow } = new WebAssembly.Instance(new WebAssembly.Module(wasm)).exports
  // 1 + 40 pages of 64 KiB: above 1 MB, below 4 MB.
  expect((grow as (pages: number) => number)(40)).toBe(expected)
})
