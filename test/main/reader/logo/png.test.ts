import { deflateSync } from 'node:zlib'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { flawOf, packedZeros, printed } from './logo-trials.ts'
import { chunk, header, png, rows, SIGNATURE, uint32 } from './logo-samples.ts'
import { realTypesetter } from '#test/main/letters/pdf-tools.ts'

vi.setConfig({ testTimeout: 180_000 })

const typesetter = realTypesetter()

afterAll(() => typesetter.close())

describe('a PNG', () => {
  const palette = chunk('PLTE', Buffer.alloc(3 * 4, 0x80))
  const shapes = [
    ['true colour', {}],
    ['true colour with alpha, 16 bits', { colour: 6, depth: 16 }],
    ['grey, one bit, an odd width', { colour: 0, depth: 1, width: 61 }],
    ['grey with alpha', { colour: 4 }],
    ['interlaced', { interlaced: true }],
    ['interlaced, one pixel wide passes', { interlaced: true, width: 8, height: 61 }],
    ['palette', { colour: 3, depth: 2, beforeData: [palette] }],
    [
      'palette with transparency',
      { colour: 3, depth: 2, beforeData: [palette, chunk('tRNS', Buffer.alloc(4))] },
    ],
    ['one colour transparent', { beforeData: [chunk('tRNS', Buffer.alloc(6))] }],
  ] as const

  it.each(shapes)('is taken as it is and can be printed: %s', async (_name, parts) => {
    const file = png(parts)
    const logo = await printed(file, typesetter)
    const sides = { width: 64, height: 40, ...parts }
    expect(logo).toMatchObject({ mediaType: 'image/png' })
    expect([logo.width, logo.height]).toEqual([sides.width, sides.height])
    expect(Buffer.compare(logo.bytes, file)).toBe(0)
  })

  it('keeps how its colours are meant and loses everything else, also behind its end', async () => {
    const notes = [chunk('gAMA', uint32(45_455)), chunk('sRGB', Buffer.from([0]))]
    const asides = [
      chunk('tEXt', Buffer.from('Author\0Nguyen Van A')),
      chunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), deflateSync(Buffer.alloc(50_000_000))])),
      chunk('acTL', Buffer.alloc(8)),
      chunk('gAMA', Buffer.alloc(5)),
      chunk('gAMA', uint32(1)),
      chunk('eXIf', Buffer.from('Nguyen Van A')),
    ]
    const file = png({
      beforeData: [...notes, ...asides],
      afterData: [chunk('tIME', Buffer.alloc(7)), chunk('cHRM', Buffer.alloc(32))],
    })
    const logo = await printed(Buffer.concat([file, Buffer.from('<script>')]), typesetter)
    expect(Buffer.compare(logo.bytes, png({ beforeData: notes }))).toBe(0)
  })

  it('is broken wherever it was cut off', async () => {
    const file = png({ beforeData: [chunk('gAMA', uint32(45_455))] })
    for (let end = 0; end < file.length; end += 10) {
      expect(await flawOf(file.subarray(0, end)), `${end} bytes`).toBe(
        end < SIGNATURE.length ? 'LOGO_NOT_IMAGE' : 'LOGO_BROKEN',
      )
    }
    expect(await flawOf(file.subarray(0, -1))).toBe('LOGO_BROKEN')
  })

  it('is broken when any one byte behind the signature is another', async () => {
    const file = png()
    for (let at = SIGNATURE.length; at < file.length; at += 1) {
      const other = Buffer.from(file)
      other[at] = (other[at] ?? 0) ^ 0x20
      expect(await flawOf(other), `byte ${at}`).toBe('LOGO_BROKEN')
    }
  })

  const key = chunk('tRNS', Buffer.alloc(6))
  const shape = { width: 64, height: 40, depth: 8, colour: 2, interlaced: false }
  const headerWith = (at: number, value: number): Buffer => {
    const bytes = header(shape)
    bytes[at] = value
    return bytes
  }
  const packed = deflateSync(rows(shape))
  it.each([
    ['no data', { idat: [] }],
    ['another packing', { ihdr: headerWith(10, 1) }],
    ['another way to filter', { ihdr: headerWith(11, 1) }],
    ['another way to interlace', { ihdr: headerWith(12, 2) }],
    ['a header too long', { ihdr: Buffer.alloc(14, headerWith(12, 0)) }],
    ['an end that is not empty', { afterData: [chunk('IEND', Buffer.alloc(1))] }],
    ['transparency twice', { beforeData: [key, key] }],
    ['transparency behind the data', { afterData: [key] }],
    ['data that are not packed', { idat: [Buffer.from('not packed')] }],
    ['a row too few', { raw: Buffer.alloc(39 * 193) }],
    ['a byte too few', { raw: Buffer.alloc(40 * 193 - 1) }],
    ['a byte too many', { raw: Buffer.alloc(40 * 193 + 1) }],
    ['an unknown filter', { raw: Buffer.alloc(40 * 193, 5) }],
    ['something behind the packed data', { idat: [packed, Buffer.from('hidden')] }],
    [
      'data in two places',
      {
        idat: [packed.subarray(0, 9)],
        afterData: [chunk('tIME', Buffer.alloc(7)), chunk('IDAT', packed.subarray(9))],
      },
    ],
    [
      'a second header',
      {
        beforeData: [chunk('IHDR', header(shape))],
      },
    ],
    ['an unknown part it cannot do without', { beforeData: [chunk('EVIL')] }],
    ['a name that is none', { beforeData: [chunk('a\0Bc')] }],
    ['no palette', { colour: 3 }],
    ['a palette of no whole colours', { colour: 3, beforeData: [chunk('PLTE', Buffer.alloc(4))] }],
    [
      'a palette larger than its pixels can name',
      { colour: 3, depth: 1, beforeData: [chunk('PLTE', Buffer.alloc(9))] },
    ],
    ['a palette where there is none', { colour: 0, beforeData: [palette] }],
    ['two palettes', { colour: 3, beforeData: [palette, palette] }],
    ['a palette behind the data', { colour: 3, afterData: [palette] }],
    [
      'transparency before the palette',
      { colour: 3, beforeData: [chunk('tRNS', Buffer.alloc(1)), palette] },
    ],
    [
      'more transparency than colours',
      { colour: 3, beforeData: [palette, chunk('tRNS', Buffer.alloc(5))] },
    ],
    ['transparency beside alpha', { colour: 6, beforeData: [chunk('tRNS', Buffer.alloc(6))] }],
    ['a depth its colours cannot have', { depth: 4 }],
    ['unknown colours', { colour: 5 }],
    ['no width', { width: 0 }],
  ] as const)('is broken with %s', async (_name, parts) => {
    expect(await flawOf(png(parts))).toBe('LOGO_BROKEN')
  })

  it('may bring its data in pieces', async () => {
    const idat = [packed.subarray(0, 3), Buffer.alloc(0), packed.subarray(3)]
    expect(await flawOf(png({ idat }))).toBe('none')
  })

  it.each([
    [
      'a header of 30,000 x 30,000',
      { width: 30_000, height: 30_000, raw: Buffer.alloc(10) },
      'LOGO_TOO_MANY_PIXELS',
    ],
    [
      'sides the format cannot have',
      { width: 0xffffffff, height: 0xffffffff, raw: Buffer.alloc(1) },
      'LOGO_TOO_MANY_PIXELS',
    ],
    [
      'one side over 4,000',
      { width: 4001, height: 1000, raw: Buffer.alloc(1) },
      'LOGO_TOO_MANY_PIXELS',
    ],
    [
      'more than 8 megapixels',
      { width: 2829, height: 2829, raw: Buffer.alloc(1) },
      'LOGO_TOO_MANY_PIXELS',
    ],
    ['exactly 8 megapixels in black', { width: 4000, height: 2000, colour: 0, depth: 1 }, 'none'],
    ['59 pixels', { width: 59, height: 59 }, 'LOGO_TOO_SMALL'],
    ['60 pixels', { width: 60, height: 59 }, 'none'],
    ['eight to one', { width: 80, height: 10 }, 'none'],
    ['more than eight to one', { width: 81, height: 10 }, 'LOGO_SHAPE'],
    ['more than one to eight', { width: 10, height: 81 }, 'LOGO_SHAPE'],
  ] as const)('has bounds: %s', async (_name, parts, flaw) => {
    expect(await flawOf(png(parts))).toBe(flaw)
  })

  it.each([
    ['a small picture', { width: 64, height: 40 }, 8],
    ['a large one', { width: 4000, height: 2000, colour: 6, depth: 16 }, 70],
  ] as const)(
    'that unpacks to more than %s takes no more memory than that',
    async (_name, shape, megabytes) => {
      const file = png({ ...shape, idat: [await packedZeros(250)] })
      expect(file.length).toBeLessThan(300 * 1024)
      const before = process.memoryUsage().arrayBuffers
      const after: number[] = []
      const watch = setInterval(() => after.push(process.memoryUsage().arrayBuffers))
      expect(await flawOf(file)).toBe('LOGO_BROKEN')
      clearInterval(watch)
      after.push(process.memoryUsage().arrayBuffers)
      expect(Math.max(...after) - before).toBeLessThan(megabytes * 1_000_000)
    },
  )

  it('of a thousand megabytes in one is too large as a file', async () => {
    expect(await flawOf(png({ idat: [await packedZeros(1000)] }))).toBe('LOGO_TOO_LARGE')
  })
})
