import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflate } from 'node:zlib'
import { broken } from './checked-logo.ts'

/** What the header of a PNG says (W3C PNG specification, third edition, 11.2.1). Sides in pixels. */
export type PngHeader = Readonly<{
  width: number
  height: number
  bitsPerPixel: number
  interlaced: boolean
}>

/** Rows of one size that follow each other in the data; `rowBytes` without the filter byte. */
type Pass = Readonly<{ rows: number; rowBytes: number }>

type RowCounter = Readonly<{
  /** False as soon as something is not a row of the picture. */
  take(piece: Uint8Array): boolean
  isComplete(): boolean
}>

const PIECE_BYTES = 128 * 1024
const LAST_FILTER = 4

/** Adam7: where each pass begins and how far apart its pixels are (PNG specification, 8.1). */
const INTERLACE_PASSES = [
  { x: 0, y: 0, across: 8, down: 8 },
  { x: 4, y: 0, across: 8, down: 8 },
  { x: 0, y: 4, across: 4, down: 8 },
  { x: 2, y: 0, across: 4, down: 4 },
  { x: 0, y: 2, across: 2, down: 4 },
  { x: 1, y: 0, across: 2, down: 2 },
  { x: 0, y: 1, across: 1, down: 2 },
] as const

/**
 * Unpacks the data piece by piece, so that a packed file never takes more memory than one piece, and
 * stops at the first byte too many.
 *
 * @throws DomainError LOGO_BROKEN unless the data are one zlib stream of exactly the header's rows.
 */
export async function checkPixelData(
  data: readonly Uint8Array[],
  header: PngHeader,
): Promise<void> {
  const counter = rowCounter(passesOf(header))
  const inflate = createInflate({ chunkSize: PIECE_BYTES })
  const rows = new Writable({
    write(piece: Buffer, _encoding, done) {
      done(counter.take(piece) ? null : broken())
    },
  })
  try {
    await pipeline(Readable.from([Buffer.concat(data)]), inflate, rows)
  } catch {
    throw broken()
  }
  const packed = data.reduce((sum, { length }) => sum + length, 0)
  if (!counter.isComplete() || inflate.bytesWritten !== packed) throw broken()
}

function passesOf({ width, height, bitsPerPixel, interlaced }: PngHeader): readonly Pass[] {
  const rowBytes = (pixels: number): number => Math.ceil((pixels * bitsPerPixel) / 8)
  if (!interlaced) return [{ rows: height, rowBytes: rowBytes(width) }]
  return INTERLACE_PASSES.map(({ x, y, across, down }) => ({
    rows: Math.ceil((height - y) / down),
    rowBytes: rowBytes(Math.ceil((width - x) / across)),
  })).filter((pass) => pass.rows > 0 && pass.rowBytes > 0)
}

function rowCounter(passes: readonly Pass[]): RowCounter {
  const ahead = passes.map((pass) => ({ ...pass }))
  let leftInRow = 0
  return {
    take: (piece) => {
      let at = 0
      while (at < piece.length) {
        if (leftInRow > 0) {
          const skipped = Math.min(leftInRow, piece.length - at)
          leftInRow -= skipped
          at += skipped
          continue
        }
        const pass = ahead[0]
        if (pass === undefined || (piece[at] ?? 0) > LAST_FILTER) return false
        at += 1
        leftInRow = pass.rowBytes
        pass.rows -= 1
        if (pass.rows === 0) ahead.shift()
      }
      return true
    },
    isComplete: () => ahead.length === 0 && leftInRow === 0,
  }
}
