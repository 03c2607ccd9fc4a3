import { crc32, deflateSync } from 'node:zlib'

/** Pictures of 64 x 40 pixels, as poppler saves them. */
export const JPEG_BASELINE = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAPAA8AAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAoAEADASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAUBBP/EACIQAAMAAgICAQUAAAAAAAAAAAABAgQRAwUxURITIUFhkf/EABgBAQADAQAAAAAAAAAAAAAAAAABAgME/8QAGxEBAQACAwEAAAAAAAAAAAAAAAECEQMSITH/2gAMAwEAAhEDEQA/ALIBz5eXOLCbXyp+JCZN+R0AiV2mS62qmV6UnXhdl9a1x8qU2/DXhlul1ta4WKAAKqAAAEPs6bzbT/CSX8LhO7PErka5uJNtLVJEz6047Jl6kMxNppp6aNZ1YOFeRyKqWuJP7v3+jeWSbrTNdl7lNrW0aAc7nAAAAAGOIp7cy37aNAAAAAAAP//Z',
  'base64',
)

export const JPEG_PROGRESSIVE = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAPAA8AAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wgARCAAoAEADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQD/8QAFwEBAQEBAAAAAAAAAAAAAAAAAAEDAv/aAAwDAQACEAMQAAABsMzRFrbQJAEN07qM106vGeYAAAAH/8QAHhAAAQMEAwAAAAAAAAAAAAAAAgADEQESIDAQEzL/2gAIAQEAAQUC0kVq7SQOTk57zcGeAC6uz//EABoRAAEFAQAAAAAAAAAAAAAAAAABAhARIDH/2gAIAQMBAT8BKlvRd//EABYRAAMAAAAAAAAAAAAAAAAAAAARMP/aAAgBAgEBPwEU/wD/xAAYEAADAQEAAAAAAAAAAAAAAAABETAQYf/aAAgBAQAGPwKaNmM5X//EAB8QAQABBAEFAAAAAAAAAAAAAAERABAgMVEhMEGBof/aAAgBAQABPyHsmeXimTYeql6HJ9VzWL/VZpHNA+DL/9oADAMBAAIAAwAAABD3Xzzqxzzxzzz/xAAZEQEAAgMAAAAAAAAAAAAAAAABACEQETD/2gAIAQMBAT8QDdEWZQW4f//EABkRAQEBAAMAAAAAAAAAAAAAAAERABAgMf/aAAgBAgEBPxDXLye4QK9//8QAHhABAAICAQUAAAAAAAAAAAAAAQARIDFRITBBYZH/2gAIAQEAAT8Q7JlSzUJsA4IqRF0mnJk3wAfIwURGkisKVZi4CqFAjBgUXq8+s11qPKZf/9k=',
  'base64',
)

export const JPEG_GREY = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAPAA8AAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAoAEADASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAUBBP/EACIQAAMAAQQBBQEAAAAAAAAAAAABAgQDBRExURITIUFhkf/EABQBAQAAAAAAAAAAAAAAAAAAAAD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCyAc+Xlziwm16qfUgdAIlbpkuuVUyvCk68LcvetaWqlNvprpgUAAAAAAh7nTebaf0kl/C4TtzxK1GtbSTbS4pICQzE2mmnw0azqwcK8jUVUmtJP5fn8Auy+ZTa45XRoAAAAAABjiKfLmW/LRoAAAAAAB//2Q==',
  'base64',
)

export type PngShape = Readonly<{
  width: number
  height: number
  depth: number
  colour: number
  interlaced: boolean
}>

export type PngParts = Partial<
  PngShape &
    Readonly<{
      /** What the data unpack to, instead of the rows of the header. */
      raw: Buffer
      /** The whole header, instead of one that fits the shape. */
      ihdr: Buffer
      idat: readonly Buffer[]
      beforeData: readonly Buffer[]
      afterData: readonly Buffer[]
    }>
>

export const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const CHANNELS = [1, 0, 3, 1, 2, 0, 4]

export function chunk(type: string, data: Uint8Array = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))])
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** A PNG written from its parts, by default true colour, 64 x 40. */
export function png(parts: PngParts = {}): Buffer {
  const shape: PngShape = {
    width: 64,
    height: 40,
    depth: 8,
    colour: 2,
    interlaced: false,
    ...parts,
  }
  const { raw = rows(shape), ihdr = header(shape), beforeData = [], afterData = [] } = parts
  const { idat = [deflateSync(raw)] } = parts
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', ihdr),
    ...beforeData,
    ...idat.map((data) => chunk('IDAT', data)),
    ...afterData,
    chunk('IEND'),
  ])
}

export function header({ width, height, depth, colour, interlaced }: PngShape): Buffer {
  const rest = Buffer.from([depth, colour, 0, 0, interlaced ? 1 : 0])
  return Buffer.concat([uint32(width), uint32(height), rest])
}

/** Every pixel of every row, or of every row of the seven passes, under a filter byte of its own. */
export function rows({ width, height, depth, colour, interlaced }: PngShape): Buffer {
  const bits = depth * (CHANNELS[colour] ?? 0)
  const passes = interlaced
    ? [
        [0, 0, 8, 8],
        [4, 0, 8, 8],
        [0, 4, 4, 8],
        [2, 0, 4, 4],
        [0, 2, 2, 4],
        [1, 0, 2, 2],
        [0, 1, 1, 2],
      ]
    : [[0, 0, 1, 1]]
  const all: Buffer[] = []
  for (const [x = 0, y = 0, across = 1, down = 1] of passes) {
    const inRow = Array.from({ length: width }, (_, at) => at).filter(
      (at) => at >= x && (at - x) % across === 0,
    ).length
    if (inRow === 0) continue
    for (let row = y; row < height; row += down) {
      const line = Buffer.alloc(1 + Math.ceil((inRow * bits) / 8), row)
      line[0] = row % 5
      all.push(line)
    }
  }
  return Buffer.concat(all)
}

/** A segment of a JPEG put right behind its start. */
export function withSegment(jpeg: Buffer, marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff])
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

/** The sides and the number of colours a JPEG claims, changed in place. */
export function withFrame(
  jpeg: Buffer,
  change: Readonly<{ width?: number; height?: number; components?: number; precision?: number }>,
): Buffer {
  const copy = Buffer.from(jpeg)
  const frame = Math.max(copy.indexOf('ffc0', 'hex'), copy.indexOf('ffc2', 'hex'))
  if (change.precision !== undefined) copy[frame + 4] = change.precision
  if (change.height !== undefined) copy.writeUInt16BE(change.height, frame + 5)
  if (change.width !== undefined) copy.writeUInt16BE(change.width, frame + 7)
  if (change.components !== undefined) copy[frame + 9] = change.components
  return copy
}

/** EXIF with an orientation and a place, in either byte order. */
export function exif(orientation: number, order: 'II' | 'MM' = 'MM'): Buffer {
  const little = order === 'II'
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4 + 16)
  const short = (value: number, at: number): unknown =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const long = (value: number, at: number): unknown =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  tiff.write(order, 0, 'latin1')
  short(42, 2)
  long(8, 4)
  short(2, 8)
  short(0x010e, 10)
  short(2, 12)
  long(16, 14)
  long(38, 18)
  short(0x0112, 22)
  short(3, 24)
  long(1, 26)
  short(orientation, 30)
  tiff.write('24 Ho Tung Mau', 38, 'latin1')
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
}

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'

/** A drawing of 100 x 50 units. */
export function svg(inside: string, attributes = 'viewBox="0 0 100 50"'): Buffer {
  return Buffer.from(
    `<svg xmlns="${SVG}" xmlns:xlink="${XLINK}" ${attributes}>${inside}<path d="M0 0h100v50z"/></svg>`,
  )
}
