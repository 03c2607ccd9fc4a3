import type { Coverage } from '#core/letters/print-coverage.ts'

const TABLE_DIRECTORY = 12
const TABLE_RECORD = 16
const SUBTABLE_RECORD = 8
const SEGMENT_MAPPING = 4

/**
 * Reads which code points a TrueType file maps to a glyph, from the format 4 subtable of its `cmap`
 * (OpenType specification), the one subtable Tinos has: it covers the basic plane, nothing above.
 */
export function coverageOf(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const covered = codePointsOf(view, segmentTable(view))
  return (codePoint) => covered.has(codePoint)
}

function segmentTable(view: DataView): number {
  const cmap = tableOffset(view, 'cmap')
  const count = view.getUint16(cmap + 2)
  for (let index = 0; index < count; index += 1) {
    const table = cmap + view.getUint32(cmap + 4 + index * SUBTABLE_RECORD + 4)
    if (view.getUint16(table) === SEGMENT_MAPPING) return table
  }
  throw new Error('the font has no cmap subtable of format 4')
}

function tableOffset(view: DataView, tag: string): number {
  const count = view.getUint16(4)
  for (let index = 0; index < count; index += 1) {
    const record = TABLE_DIRECTORY + index * TABLE_RECORD
    const codes = [0, 1, 2, 3].map((at) => view.getUint8(record + at))
    if (String.fromCharCode(...codes) === tag) return view.getUint32(record + 8)
  }
  throw new Error(`the font has no ${tag} table`)
}

function codePointsOf(view: DataView, table: number): ReadonlySet<number> {
  const covered = new Set<number>()
  const width = view.getUint16(table + 6)
  const [ends, starts] = [table + 14, table + 16 + width]
  const [deltas, offsets] = [starts + width, starts + 2 * width]
  for (let at = 0; at < width; at += 2) {
    const [first, last] = [view.getUint16(starts + at), view.getUint16(ends + at)]
    const offset = view.getUint16(offsets + at)
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const glyph =
        offset === 0
          ? (code + view.getUint16(deltas + at)) & 0xffff
          : view.getUint16(offsets + at + offset + 2 * (code - first))
      if (glyph !== 0) covered.add(code)
    }
  }
  return covered
}
