import { afterAll, describe, expect, it, vi } from 'vitest'
import { flawOf, printed } from './logo-trials.ts'
import { svg } from './logo-samples.ts'
import { realTypesetter } from '#test/main/letters/pdf-tools.ts'

vi.setConfig({ testTimeout: 180_000 })

const typesetter = realTypesetter()

afterAll(() => typesetter.close())

describe('an SVG', () => {
  const text = async (file: Buffer): Promise<string> =>
    Buffer.from((await printed(file, typesetter)).bytes).toString()

  it.each([
    ['a view box', 'viewBox="0 0 100 50"', 100, 50],
    ['commas in it', 'viewBox="-5,-5,10.5,1e1"', 10.5, 10],
    ['width and height', 'width="80" height="40px"', 80, 40],
    ['lengths', 'width="1in" height="25.4mm"', 96, 96],
    ['a length and a view box', 'width="2cm" viewBox="0 0 10 20"', 192 / 2.54, 20],
    ['shares of the view box', 'width="100%" height="50%" viewBox="0 0 10 20"', 10, 10],
    ['a width left open', 'width="auto" height="12pt" viewBox="0 0 20 10"', 20, 16],
  ])('has the sides of %s', async (_name, attributes, width, height) => {
    const logo = await printed(svg('', attributes), typesetter)
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
