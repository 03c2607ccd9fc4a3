import { crc32 } from 'node:zlib'
import type { CheckedLogo } from '#core/letters/logo.ts'
import { broken, checkPixels } from './checked-logo.ts'
import { checkPixelData } from './png-pixels.ts'

type Chunk = Readonly<{ type: string; data: Buffer; whole: Buffer }>

type Colour = Readonly<{
  channels: number
  depths: readonly number[]
  palette: 'required' | 'allowed' | 'forbidden'
  /** Bytes of a tRNS chunk; null where the pixels hold their own transparency. */
  transparency: 'palette' | number | null
}>

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const LENGTH_TYPE_AND_CRC = 12
const HEADER_BYTES = 13

const COLOURS: ReadonlyMap<number, Colour> = new Map([
  [0, { channels: 1, depths: [1, 2, 4, 8, 16], palette: 'forbidden', transparency: 2 }],
  [2, { channels: 3, depths: [8, 16], palette: 'allowed', transparency: 6 }],
  [3, { channels: 1, depths: [1, 2, 4, 8], palette: 'required', transparency: 'palette' }],
  [4, { channels: 2, depths: [8, 16], palette: 'forbidden', transparency: null }],
  [6, { channels: 4, depths: [8, 16], palette: 'allowed', transparency: null }],
])

/** How colours are meant, by length in bytes. All else beside the picture is left out, profiles too. */
const COLOUR_NOTES: ReadonlyMap<string, number> = new Map([
  ['gAMA', 4],
  ['sRGB', 1],
  ['cHRM', 32],
])

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.equals(bytes.subarray(0, SIGNATURE.length))
}

/**
 * A PNG whose every checksum holds and whose data unpack to exactly the pixels of its header. Written
 * anew without texts, times, profiles, further frames, and whatever stands behind its end.
 *
 * @throws DomainError LOGO_BROKEN, LOGO_TOO_MANY_PIXELS, LOGO_TOO_SMALL, LOGO_SHAPE.
 */
export async function checkPng(bytes: Uint8Array): Promise<CheckedLogo> {
  const [first, ...rest] = chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (first?.type !== 'IHDR' || first.data.length !== HEADER_BYTES) throw broken()
  const [width, height] = [first.data.readUInt32BE(0), first.data.readUInt32BE(4)]
  checkPixels({ width, height })
  const { colour, depth, interlaced } = pixelFormat(first.data)
  const kept = pictureChunks(rest, colour, depth)
  await checkPixelData(
    kept.filter(({ type }) => type === 'IDAT').map(({ data }) => data),
    { width, height, bitsPerPixel: colour.channels * depth, interlaced },
  )
  const parts = [SIGNATURE, first.whole, ...kept.map(({ whole }) => whole)]
  return { mediaType: 'image/png', bytes: Buffer.concat(parts), width, height }
}

/** Every chunk up to the end of the picture, its checksum tried. Chunks behind `IEND` are not read. */
function chunksOf(file: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = []
  let at = SIGNATURE.length
  while (chunks.at(-1)?.type !== 'IEND') {
    if (file.length - at < LENGTH_TYPE_AND_CRC) throw broken()
    const end = at + LENGTH_TYPE_AND_CRC + file.readUInt32BE(at)
    if (end > file.length) throw broken()
    const whole = file.subarray(at, end)
    const named = whole.subarray(4, -4)
    const type = named.toString('latin1', 0, 4)
    if (crc32(named) !== whole.readUInt32BE(whole.length - 4)) throw broken()
    chunks.push({ type, data: named.subarray(4), whole })
    at = end
  }
  return chunks
}

function pixelFormat(
  header: Buffer,
): Readonly<{ colour: Colour; depth: number; interlaced: boolean }> {
  const [depth = 0, colourType = -1, compression, filter, interlace = 0] = header.subarray(8)
  const colour = COLOURS.get(colourType)
  if (colour === undefined || !colour.depths.includes(depth)) throw broken()
  if (compression !== 0 || filter !== 0 || interlace > 1) throw broken()
  return { colour, depth, interlaced: interlace === 1 }
}

/** What makes up the picture, in its order: colour notes, palette, transparency, data, end. */
function pictureChunks(chunks: readonly Chunk[], colour: Colour, depth: number): readonly Chunk[] {
  const kept: Chunk[] = []
  const has = (type: string): boolean => kept.some((each) => each.type === type)
  let before = ''
  for (const chunk of chunks) {
    const { type, data } = chunk
    if (type === 'PLTE') {
      if (has('PLTE') || has('tRNS') || has('IDAT')) throw broken()
      checkPalette(data, colour, depth)
      kept.push(chunk)
    } else if (type === 'tRNS') {
      if (has('tRNS') || has('IDAT')) throw broken()
      checkTransparency(data, colour, kept.find((each) => each.type === 'PLTE')?.data)
      kept.push(chunk)
    } else if (type === 'IDAT') {
      if (has('IDAT') && before !== 'IDAT') throw broken()
      kept.push(chunk)
    } else if (type === 'IEND') {
      if (data.length > 0) throw broken()
      kept.push(chunk)
    } else if (COLOUR_NOTES.get(type) === data.length) {
      if (!has(type) && !has('PLTE') && !has('IDAT')) kept.push(chunk)
    } else if (!isAncillary(type)) {
      throw broken()
    }
    before = type
  }
  if (!has('IDAT') || (colour.palette === 'required' && !has('PLTE'))) throw broken()
  return kept
}

function checkPalette({ length }: Buffer, { palette }: Colour, depth: number): void {
  const entries = length / 3
  const most = palette === 'required' ? 2 ** depth : 256
  if (palette === 'forbidden' || length % 3 !== 0 || entries < 1 || entries > most) throw broken()
}

function checkTransparency(
  { length }: Buffer,
  { transparency }: Colour,
  palette: Buffer | undefined,
): void {
  const fits =
    transparency === 'palette'
      ? palette !== undefined && length >= 1 && length <= palette.length / 3
      : length === transparency
  if (!fits) throw broken()
}

/** A small first letter says that the picture can be shown without the chunk (5.4). */
function isAncillary(type: string): boolean {
  return /^[a-z][A-Za-z][A-Z][A-Za-z]$/u.test(type)
}
