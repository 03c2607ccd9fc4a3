import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createDeflate, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { DomainError } from '#core/kernel/errors.ts'
import { type CheckedLogo, checkLogo, tryLogo } from '#main/letters/logo-check.ts'
import {
  chunk,
  exif,
  header,
  JPEG_BASELINE,
  JPEG_GREY,
  JPEG_PROGRESSIVE,
  png,
  rows,
  SIGNATURE,
  svg,
  uint32,
  withFrame,
  withSegment,
} from './logo-samples.ts'
import { realTypesetter } from './pdf-tools.ts'

vi.setConfig({ testTimeout: 180_000 })

const typesetter = realTypesetter()

afterAll(() => typesetter.close())

/** `LOGO_…`, with the reason behind it where there is one. */
async function flawOf(bytes: Uint8Array): Promise<string> {
  try {
    await checkLogo(bytes)
    return 'none'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const [issue] = error.issues
    expect(error.issues).toHaveLength(1)
    expect(error.code).toBe('INVALID_INPUT')
    expect(issue?.path).toBe('logo')
    return [issue?.code, issue?.params?.['reason']].filter((each) => each !== undefined).join(' ')
  }
}

/** Zeros by the megabyte, packed without ever holding them all. */
async function packedZeros(megabytes: number): Promise<Buffer> {
  const megabyte = Buffer.alloc(1_000_000)
  const zeros = Readable.from(Array<Buffer>(megabytes).fill(megabyte))
  return buffer(zeros.pipe(createDeflate({ level: 9 })))
}

async function printed(bytes: Uint8Array): Promise<CheckedLogo> {
  const logo = await checkLogo(bytes)
  await tryLogo(logo, typesetter)
  return logo
}

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
    const logo = await printed(file)
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
    const logo = await printed(Buffer.concat([file, Buffer.from('<script>')]))
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

describe('a JPEG', () => {
  it.each([
    ['baseline', JPEG_BASELINE],
    ['progressive', JPEG_PROGRESSIVE],
    ['grey', JPEG_GREY],
  ])('is taken as it is and can be printed: %s', async (_name, file) => {
    const logo = await printed(file)
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
    const logo = await printed(Buffer.concat([file, JPEG_GREY]))
    expect(Buffer.compare(logo.bytes, JPEG_BASELINE)).toBe(0)
  })

  it('keeps how its colours are coded, and its JFIF segment without a thumbnail', async () => {
    const adobe = Buffer.from('Adobe\0\x64\0\0\0\0\x01', 'latin1')
    const jfif = Buffer.from(JPEG_BASELINE.subarray(6, 20))
    jfif.fill(1, 12)
    const bare = Buffer.concat([JPEG_BASELINE.subarray(0, 2), JPEG_BASELINE.subarray(20)])
    const withThumbnail = withSegment(bare, 0xe0, Buffer.concat([jfif, Buffer.alloc(3)]))
    const logo = await printed(withSegment(withThumbnail, 0xee, adobe))
    expect(Buffer.compare(logo.bytes, withSegment(JPEG_BASELINE, 0xee, adobe))).toBe(0)
  })

  it.each(['II', 'MM'] as const)('stays turned as it was held (%s)', async (order) => {
    const logo = await printed(withSegment(JPEG_BASELINE, 0xe1, exif(6, order)))
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

describe('an SVG', () => {
  const text = async (file: Buffer): Promise<string> =>
    Buffer.from((await printed(file)).bytes).toString()

  it.each([
    ['a view box', 'viewBox="0 0 100 50"', 100, 50],
    ['commas in it', 'viewBox="-5,-5,10.5,1e1"', 10.5, 10],
    ['width and height', 'width="80" height="40px"', 80, 40],
    ['lengths', 'width="1in" height="25.4mm"', 96, 96],
    ['a length and a view box', 'width="2cm" viewBox="0 0 10 20"', 192 / 2.54, 20],
    ['shares of the view box', 'width="100%" height="50%" viewBox="0 0 10 20"', 10, 10],
    ['a width left open', 'width="auto" height="12pt" viewBox="0 0 20 10"', 20, 16],
  ])('has the sides of %s', async (_name, attributes, width, height) => {
    const logo = await printed(svg('', attributes))
    expect(logo.mediaType).toBe('image/svg+xml')
    expect(logo.width).toBeCloseTo(width)
    expect(logo.height).toBeCloseTo(height)
  })

  it.each([
    ['no measure', '', 'LOGO_BROKEN'],
    ['a share of nothing', 'width="100%" height="100%"', 'LOGO_BROKEN'],
    ['one side', 'width="10"', 'LOGO_BROKEN'],
    ['an empty box', 'viewBox="0 0 0 0"', 'LOGO_BROKEN'],
    ['half a box', 'viewBox="0 0 10"', 'LOGO_BROKEN'],
    ['a box of words', 'viewBox="0 0 a b"', 'LOGO_BROKEN'],
    ['a box without end', 'viewBox="0 0 1e300 1e300"', 'LOGO_BROKEN'],
    ['a negative side', 'width="-10" height="10"', 'LOGO_BROKEN'],
    ['a side measured by its type', 'width="10em" height="10em"', 'LOGO_BROKEN'],
    ['nine to one', 'viewBox="0 0 90 10"', 'LOGO_SHAPE'],
  ])('cannot have %s', async (_name, attributes, flaw) => {
    expect(await flawOf(svg('', attributes))).toBe(flaw)
  })

  it('comes out as the drawing alone', async () => {
    const editor = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <!-- drawn by Nguyen Van A -->
      <s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
        xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:rdf="urn:rdf"
        viewBox="0 0 10 10" inkscape:docname="/home/nva/logo.svg" xml:space="preserve" data-name="nva">
        <s:title>Nguyen <s:g/>Van A</s:title>
        <s:metadata><rdf:RDF rdf:about="https://example.com" only_selected="true"><rdf:li>nva</rdf:li></rdf:RDF></s:metadata>
        <inkscape:grid originx="0"><s:path d="M1 1"/></inkscape:grid>
        <s:filter id="unused"><s:feGaussianBlur/></s:filter>
        <s:a xlink:href=" #top "><s:g id="top" style="fill:&quot;&lt;&amp;" filter="none">words<s:rect width='5' height='5'/></s:g></s:a>
      </s:svg>`
    expect(await text(Buffer.from(editor))).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">' +
        '<a xlink:href="#top"><g id="top" style="fill:&quot;&lt;&amp;" filter="none">' +
        '<rect width="5" height="5"/></g></a></svg>',
    )
  })

  it('keeps its own style sheets, gradients, clips and copies', async () => {
    const inside =
      '<defs><style>.a,.b{fill:url(#g)}/* c */.c{clip-path:url( "#k" )}</style>' +
      '<linearGradient id="g"><stop stop-color="#f00"/></linearGradient>' +
      '<clipPath id="k"><circle r="9"/></clipPath></defs>' +
      '<rect class="a c" width="9" height="9" id="r"/><use href="#r"/><use xlink:href="#r" fill="url(#g) none"/>'
    expect(await text(svg(inside))).toContain('.c{clip-path:url( &quot;#k&quot; )}')
    expect(await flawOf(svg('<style><![CDATA[ .a{fill:red} ]]>/* @ </style>'))).toBe('none')
    expect(await text(svg('<style><![CDATA[.a{}]]></style>'))).toContain('<style>.a{}</style>')
  })

  it('may begin with a mark of its encoding', async () => {
    expect(await flawOf(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), svg('')]))).toBe('none')
    expect(await flawOf(Buffer.concat([Buffer.from('\n  '), svg('')]))).toBe('none')
  })

  const declared = (encoding: string): Buffer =>
    Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>`), svg('')])
  const utf16 = Buffer.from(svg('').toString(), 'utf16le')
  it.each([
    ['UTF-16', utf16],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-16, the other way round', Buffer.from(utf16).swap16()],
    ['what is not UTF-8', Buffer.from(svg('<g id="é"/>').toString(), 'latin1')],
    ['another declared encoding', declared('iso-8859-1')],
  ])('is read in UTF-8 only: %s', async (_name, file) => {
    expect(await flawOf(file)).toBe('LOGO_SVG_ENCODING')
    expect(await flawOf(declared('utf-8'))).toBe('none')
  })

  const bomb = (levels: number, copies: number): string =>
    Array.from(
      { length: levels },
      (_, level) => `<g id="g${level + 1}">${`<use href="#g${level}"/>`.repeat(copies)}</g>`,
    ).join('')
  const nestedBy = (attribute: string, tag: string): string =>
    Array.from(
      { length: 12 },
      (_, level) =>
        `<${tag} id="m${level + 1}">${`<rect ${attribute}="url(#m${level})"/>`.repeat(9)}</${tag}>`,
    ).join('')

  it.each([
    ['a script', '<script>alert(1)</script>', 'script'],
    ['a script of another tongue', '<script xmlns="http://www.w3.org/1999/xhtml"/>', 'script'],
    ['a script among notes', '<metadata><script/></metadata>', 'script'],
    [
      'a page',
      '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
      'script',
    ],
    ['a frame', '<iframe xmlns="http://www.w3.org/1999/xhtml" src="//e.com"/>', 'script'],
    ['onload', '<g onload="alert(1)"/>', 'event'],
    ['ONCLICK', '<rect ONCLICK="alert(1)"/>', 'event'],
    ['an event among notes', '<title onclick="1"/>', 'event'],
    ['a link to a file', '<use xlink:href="file:///etc/passwd"/>', 'link'],
    ['a link to a file, in references', '<use href="&#x66;ile:///etc/passwd#a"/>', 'link'],
    ['a link to a page', '<a href="https://example.com"><path d="M0 0"/></a>', 'link'],
    ['a link to a program', '<a href="javascript:alert(1)"/>', 'link'],
    ['data', '<use href="data:image/svg+xml;base64,PHN2Zy8+#a"/>', 'link'],
    ['a link to another drawing', '<linearGradient href="other.svg#g"/>', 'link'],
    ['a link to nothing', '<use href=""/>', 'link'],
    ['a link of another vocabulary', '<x xmlns="urn:x" href="https://example.com"/>', 'link'],
    ['an image', '<image href="#a"/>', 'image'],
    ['an image with data', '<image xlink:href="data:image/png;base64,AAAA"/>', 'link'],
    ['an image made by a filter', '<filter><feImage href="#a"/></filter>', 'image'],
    ['a paint from elsewhere', '<rect fill="url(https://example.com/a#b)"/>', 'link'],
    ['a paint from a file', '<rect fill="URL( file.svg#b )"/>', 'link'],
    ['a style from elsewhere', '<rect style="fill:url(//example.com/a)"/>', 'link'],
    ['a style hidden by a comment', '<rect style="fill:url(/**///example.com/a)"/>', 'link'],
    ['a style spelt in code', '<rect style="fill:\\75rl(//example.com/a)"/>', 'style'],
    ['an imported sheet', '<style>@import "https://example.com/a.css";</style>', 'style'],
    ['a sheet that loads', '<style>.a{fill:url(https://example.com/a)}</style>', 'style'],
    ['a sheet that loads a font', '<style>@font-face{font-family:a}</style>', 'style'],
    ['a sheet spelt in code', '<style>.a{fill:\\75rl(#a)}</style>', 'style'],
    ['a sheet whose reach cannot be told', '<style>g rect{fill:url(#a)}</style>', 'style'],
    ['a sheet in a sheet', '<style>.a{.b{fill:url(#a)}}</style>', 'style'],
    ['an animation', '<rect><animate attributeName="x"/></rect>', 'animation'],
    ['an animation of its link', '<use><set attributeName="href" to="x"/></use>', 'animation'],
    ['a filter', '<rect filter="url(#f)"/>', 'effect'],
    ['a filter in a style', '<rect style="fill:red; filter : blur(5px)"/>', 'effect'],
    ['a filter in a sheet', '<style>.a{filter:url(#f)}</style>', 'style'],
    ['marks along a line', '<path marker-mid="url(#m)" d="M0 0"/>', 'effect'],
    ['what SVG does not have', '<blink/>', 'element'],
    ['a capital letter', '<SCRIPT/>', 'element'],
    ['an instruction', '<?xml-stylesheet href="https://example.com/a.css"?>', 'instruction'],
    ['too many parts', '<g/>'.repeat(2000), 'elements'],
    ['too many notes', `<metadata>${'<g xmlns="urn:x"/>'.repeat(2000)}</metadata>`, 'elements'],
    ['too deep a nest', '<g>'.repeat(50) + '</g>'.repeat(50), 'nesting'],
    ['copies of copies', bomb(9, 10), 'copies'],
    ['clips of clips', nestedBy('clip-path', 'clipPath'), 'copies'],
    ['masks of masks', nestedBy('mask', 'mask'), 'copies'],
    ['patterns of patterns', nestedBy('fill', 'pattern'), 'copies'],
    [
      'copies of copies by class',
      bomb(9, 10).replaceAll(/href="#(g\d)"/gu, 'class="$1"') +
        `<style>${Array.from({ length: 9 }, (_, at) => `.g${at}{mask:url(#g${at})}`).join('')}</style>`,
      'copies',
    ],
    ['a copy of itself', '<g id="a"><use href="#a"/></g>', 'copies'],
    ['a chain too long', bomb(60, 1), 'copies'],
    [
      'a copy of many parts',
      `<g id="a">${'<path/>'.repeat(200)}</g>${'<use href="#a"/>'.repeat(100)}`,
      'copies',
    ],
  ])('is refused for %s', async (_name, inside, reason) => {
    expect(await flawOf(svg(inside))).toBe(`LOGO_UNSAFE ${reason}`)
  })

  it.each([
    ['copies within bounds', bomb(3, 10) + '<path id="g0" d="M0 0h1"/>'],
    [
      'a gradient that everything uses',
      `<linearGradient id="a">${'<stop/>'.repeat(50)}</linearGradient>${'<path fill="url(#a)"/>'.repeat(1500)}`,
    ],
    ['a link to a part that is not there', '<use href="#nowhere"/>'],
    ['a note that speaks of links', '<desc>url(https://example.com)</desc>'],
    ['effects that are none', '<g filter="none" style="marker-start: none;filter:none"/>'],
    ['the deepest nest', '<g>'.repeat(49) + '</g>'.repeat(49)],
  ])('may have %s', async (_name, inside) => {
    expect(await flawOf(svg(inside))).toBe('none')
  })

  const entities = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
  )
  const laughs = `<!DOCTYPE svg [<!ENTITY e0 "ha">${entities.join('')}]>`
  it.each([
    ['a billion laughs', laughs + svg('<desc>&e9;</desc>').toString(), 'LOGO_UNSAFE doctype'],
    [
      'a document type',
      `<!DOCTYPE svg PUBLIC "a" "http://example.com/a.dtd">${svg('').toString()}`,
      'LOGO_UNSAFE doctype',
    ],
    ['an entity nobody declared', svg('<g id="&a;"/>').toString(), 'LOGO_BROKEN'],
    ['a tag left open', svg('<g>').toString(), 'LOGO_BROKEN'],
    ['an end cut off', svg('').toString().slice(0, -1), 'LOGO_BROKEN'],
    ['a prefix of no vocabulary', svg('<x:y/>').toString(), 'LOGO_BROKEN'],
    ['the same attribute twice', svg('<g id="a" id="b"/>').toString(), 'LOGO_BROKEN'],
    ['two roots', svg('').toString().repeat(2), 'LOGO_BROKEN'],
    ['no vocabulary', '<svg viewBox="0 0 9 9"><path/></svg>', 'LOGO_BROKEN'],
    ['text', svg('<text>Ledu.vn</text>').toString(), 'LOGO_SVG_TEXT'],
    ['text out of sight', svg('<defs><tspan/></defs>').toString(), 'LOGO_SVG_TEXT'],
    [
      'another root',
      `<html xmlns="http://www.w3.org/1999/xhtml">${svg('').toString()}</html>`,
      'LOGO_NOT_IMAGE',
    ],
    ['an old page', `<!DOCTYPE html><html>${svg('').toString()}</html>`, 'LOGO_NOT_IMAGE'],
  ])('is refused for %s: %#', async (_name, file, flaw) => {
    expect(await flawOf(Buffer.from(file))).toBe(flaw)
  })

  it('is read in a time that grows with its length, whatever it is made of', async () => {
    const long = (piece: string): string => piece.repeat(Math.floor(290_000 / piece.length))
    for (const piece of ['/*', 'url(', 'url ', '(#a', ' ', '{', '}', ';filter', '.a,']) {
      await flawOf(svg(`<g style="${long(piece)}"/>`))
      await flawOf(svg(`<style>${long(piece)}</style>`))
    }
    const longPath = `<path id="g0" d="${long(' ').slice(40_000)}"/>`
    expect(await flawOf(svg(longPath + bomb(3, 10) + '<use href="#g3"/>'.repeat(6)))).toBe('none')
    await flawOf(Buffer.from(long('<')))
    await flawOf(Buffer.from(`<!DOCTYPE ${long('[')}<svg `))
  })
})

describe('what is no logo', () => {
  it.each([
    ['nothing', ''],
    ['a text', 'Công ty TNHH <svg'],
    ['a PDF', '%PDF-1.7\n'],
    ['a GIF', 'GIF89a\x40\0\x28\0'],
    ['a WEBP', 'RIFF\x24\0\0\0WEBPVP8 '],
    ['a page', '<html><body/></html>'],
    ['a packed SVG', '\x1f\x8b\x08\0'],
  ])('is refused: %s', async (_name, file) => {
    expect(await flawOf(Buffer.from(file, 'latin1'))).toBe('LOGO_NOT_IMAGE')
  })

  it('may have 300 KB, and says so', async () => {
    const filled = (length: number): Buffer => {
      const file = png()
      return Buffer.concat([file, Buffer.alloc(length - file.length)])
    }
    expect(await flawOf(filled(300 * 1024))).toBe('none')
    await expect(checkLogo(filled(300 * 1024 + 1))).rejects.toMatchObject({
      issues: [{ path: 'logo', code: 'LOGO_TOO_LARGE', params: { kilobytes: 300 } }],
    })
    const growing = svg(`<g id='${'"'.repeat(100_000)}'/>`)
    expect(await flawOf(growing)).toBe('LOGO_TOO_LARGE')
  })

  it('gives an answer to any bytes whatsoever', async () => {
    const starts = [SIGNATURE, JPEG_PROGRESSIVE, JPEG_BASELINE.subarray(0, 200), svg('<g id="a"/>')]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(Buffer.alloc(0), ...starts, png(), svg('').subarray(0, 60)),
        fc.array(fc.tuple(fc.nat(800), fc.nat(255)), { maxLength: 6 }),
        fc.uint8Array({ maxLength: 80 }),
        async (start, changes, tail) => {
          const file = Buffer.concat([start, tail])
          for (const [at, value] of changes) if (at < file.length) file[at] = value
          expect(await flawOf(file)).toMatch(/^(?:none|LOGO_\w+(?: \w+)?)$/u)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('what was checked once is found the same again', async () => {
    for (const file of [png({ afterData: [chunk('tEXt')] }), JPEG_PROGRESSIVE, svg('<title/>')]) {
      const logo = await checkLogo(file)
      expect(await checkLogo(logo.bytes)).toEqual(logo)
    }
  })
})

describe('a logo tried in a letter', () => {
  const jpegWithNoPicture = Buffer.concat([
    JPEG_BASELINE.subarray(0, JPEG_BASELINE.indexOf('ffc4', 'hex')),
    JPEG_BASELINE.subarray(JPEG_BASELINE.indexOf('ffda', 'hex')),
  ])

  it('is broken when it cannot be printed', async () => {
    const logo = await checkLogo(jpegWithNoPicture)
    await expect(tryLogo(logo, typesetter)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'logo', code: 'LOGO_BROKEN' }],
    })
    await printed(png())
  })

  it('is not blamed for what is not its fault', async () => {
    const logo = await checkLogo(png())
    const closed = realTypesetter()
    await closed.close()
    await expect(tryLogo(logo, closed)).rejects.toMatchObject({ code: 'TYPESETTING_FAILED' })
    const typeset = (): Promise<never> => Promise.reject(new Error('disk'))
    await expect(tryLogo(logo, { typeset })).rejects.toThrow('disk')
  })
})
