import fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { CheckedLogo } from '#core/letters/logo.ts'
import { checkLogo } from '#main/reader/logo/check-logo.ts'
import { flawOf, printed } from './logo-trials.ts'
import {
  exif,
  JPEG_BASELINE,
  JPEG_GREY,
  JPEG_PROGRESSIVE,
  withFrame,
  withSegment,
} from './logo-samples.ts'
import { realTypesetter } from '#test/main/letters/pdf-tools.ts'

vi.setConfig({ testTimeout: 180_000 })

const typesetter = realTypesetter()

afterAll(() => typesetter.close())

describe('a JPEG', () => {
  it.each([
    ['baseline', JPEG_BASELINE],
    ['progressive', JPEG_PROGRESSIVE],
    ['grey', JPEG_GREY],
  ])('is taken as it is and can be printed: %s', async (_name, file) => {
    const logo = await printed(file, typesetter)
    expect(logo).toMatchObject({ mediaType: 'image/jpeg', width: 64, height: 40 })
    expect(Buffer.compare(logo.bytes, file)).toBe(0)
  })

  it('loses its place, comments, profiles, thumbnails and what stands behind its end', async () => {
    const thumbnail = Buffer.concat([Buffer.from('JFXX\0\x13'), Buffer.alloc(30, 7)])
    const asides = [
      [0xe1, exif(1)],
      [0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x/>')],
      [0xe2, Buffer.from('ICC_PROFILE\0')],
      [0xe0, thumbnail],
      [0xed, Buffer.from('Photoshop 3.0\0')],
      [0xfe, Buffer.from('24 Ho Tung Mau')],
    ] as const
    const file = asides.reduce<Buffer>(
      (jpeg, [marker, body]) => withSegment(jpeg, marker, body),
      JPEG_BASELINE,
    )
    const logo = await printed(Buffer.concat([file, JPEG_GREY]), typesetter)
    expect(Buffer.compare(logo.bytes, JPEG_BASELINE)).toBe(0)
  })

  it('keeps how its colours are coded, and its JFIF segment without a thumbnail', async () => {
    const adobe = Buffer.from('Adobe\0\x64\0\0\0\0\x01', 'latin1')
    const jfif = Buffer.from(JPEG_BASELINE.subarray(6, 20))
    jfif.fill(1, 12)
    const bare = Buffer.concat([JPEG_BASELINE.subarray(0, 2), JPEG_BASELINE.subarray(20)])
    const withThumbnail = withSegment(bare, 0xe0, Buffer.concat([jfif, Buffer.alloc(3)]))
    const logo = await printed(withSegment(withThumbnail, 0xee, adobe), typesetter)
    expect(Buffer.compare(logo.bytes, withSegment(JPEG_BASELINE, 0xee, adobe))).toBe(0)
  })

  it.each(['II', 'MM'] as const)('stays turned as it was held (%s)', async (order) => {
    const logo = await printed(withSegment(JPEG_BASELINE, 0xe1, exif(6, order)), typesetter)
    expect(logo).toMatchObject({ width: 40, height: 64 })
    const again = await checkLogo(logo.bytes)
    expect(again).toEqual(logo)
    expect(Buffer.from(logo.bytes).includes('Tung Mau')).toBe(false)
    expect(logo.bytes.length - JPEG_BASELINE.length).toBeLessThan(40)
  })

  it.each([0, 9, 0xffff])(
    'is upright when its orientation is nonsense: %i',
    async (orientation) => {
      const logo = await checkLogo(withSegment(JPEG_BASELINE, 0xe1, exif(orientation)))
      expect(Buffer.compare(logo.bytes, JPEG_BASELINE)).toBe(0)
    },
  )

  it('is never misread by what its EXIF says of itself', async () => {
    const whole = exif(6)
    const file = (body: Uint8Array): Promise<CheckedLogo> =>
      checkLogo(withSegment(JPEG_BASELINE, 0xe1, body))
    for (let end = 0; end < whole.length; end += 1) await file(whole.subarray(0, end))
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
        const other = Buffer.from(whole)
        other[at] = value
        expect((await file(other)).mediaType).toBe('image/jpeg')
      }),
    )
  })

  it('is broken wherever it was cut off', async () => {
    for (const file of [JPEG_BASELINE, JPEG_PROGRESSIVE]) {
      for (let end = 3; end < file.length; end += 1) {
        expect(await flawOf(file.subarray(0, end)), `${end} bytes`).toBe('LOGO_BROKEN')
      }
    }
  })

  const scan = JPEG_GREY.subarray(JPEG_GREY.indexOf('ffda', 'hex'), -2)
  const withScanLength = (length: number): Buffer => {
    const copy = Buffer.from(JPEG_GREY)
    copy.writeUInt16BE(length, copy.indexOf('ffda', 'hex') + 2)
    return copy
  }
  const scans = (count: number): Buffer =>
    Buffer.concat([
      JPEG_GREY.subarray(0, -2),
      ...Array<Buffer>(count - 1).fill(scan),
      JPEG_GREY.subarray(-2),
    ])
  it.each([
    ['four colours', withFrame(JPEG_BASELINE, { components: 4 }), 'LOGO_CMYK'],
    ['two colours', withFrame(JPEG_BASELINE, { components: 2 }), 'LOGO_BROKEN'],
    ['12 bits', withFrame(JPEG_BASELINE, { precision: 12 }), 'LOGO_BROKEN'],
    ['no height', withFrame(JPEG_BASELINE, { height: 0 }), 'LOGO_BROKEN'],
    [
      '65,535 pixels a side',
      withFrame(JPEG_BASELINE, { width: 65_535, height: 65_535 }),
      'LOGO_TOO_MANY_PIXELS',
    ],
    ['50 pixels', withFrame(JPEG_BASELINE, { width: 50 }), 'LOGO_TOO_SMALL'],
    ['nine to one', withFrame(JPEG_BASELINE, { width: 361 }), 'LOGO_SHAPE'],
    [
      'two frames',
      withSegment(
        JPEG_BASELINE,
        0xc0,
        JPEG_BASELINE.subarray(
          JPEG_BASELINE.indexOf('ffc0', 'hex') + 4,
          JPEG_BASELINE.indexOf('ffc0', 'hex') + 19,
        ),
      ),
      'LOGO_BROKEN',
    ],
    ['arithmetic coding', withSegment(JPEG_BASELINE, 0xcc, Buffer.alloc(2)), 'LOGO_BROKEN'],
    [
      'a restart outside a scan',
      Buffer.concat([
        JPEG_BASELINE.subarray(0, 2),
        Buffer.from([0xff, 0xd0]),
        JPEG_BASELINE.subarray(2),
      ]),
      'LOGO_BROKEN',
    ],
    [
      'no scan',
      Buffer.concat([
        JPEG_GREY.subarray(0, JPEG_GREY.indexOf('ffda', 'hex')),
        JPEG_GREY.subarray(-2),
      ]),
      'LOGO_BROKEN',
    ],
    [
      'a segment of no length',
      Buffer.concat([
        JPEG_BASELINE.subarray(0, 2),
        Buffer.from([0xff, 0xe5, 0, 1]),
        JPEG_BASELINE.subarray(2),
      ]),
      'LOGO_BROKEN',
    ],
    ['a scan of no length', withScanLength(0), 'LOGO_BROKEN'],
    [
      'a scan before its frame',
      Buffer.concat([JPEG_GREY.subarray(0, 2), scan, JPEG_GREY.subarray(2)]),
      'LOGO_BROKEN',
    ],
    [
      'restarts in a scan',
      Buffer.concat([JPEG_GREY.subarray(0, -9), Buffer.from([0xff, 0xd7]), JPEG_GREY.subarray(-9)]),
      'none',
    ],
    [
      'fill bytes behind a scan',
      Buffer.concat([JPEG_GREY.subarray(0, -2), Buffer.from([0xff, 0xff]), JPEG_GREY.subarray(-2)]),
      'none',
    ],
    ['a hundred scans', scans(100), 'none'],
    ['more scans than a person can have asked for', scans(101), 'LOGO_BROKEN'],
    [
      'fill bytes before a marker',
      Buffer.concat([
        JPEG_BASELINE.subarray(0, 2),
        Buffer.from([0xff, 0xff]),
        JPEG_BASELINE.subarray(2),
      ]),
      'none',
    ],
  ])('with %s: %#', async (_name, file, flaw) => {
    expect(await flawOf(file)).toBe(flaw)
  })
})
