import { SaxesParser, type SaxesTagNS } from 'saxes'
import { DomainError } from '#core/kernel/errors.ts'
import type { CheckedLogo } from '#core/letters/logo.ts'
import { broken, checkShape, checkSize, flaw } from './checked-logo.ts'
import { checkCopies } from './svg-copies.ts'
import { checkElement, SVG_NAMESPACE, type SvgNode, unsafe, XLINK_NAMESPACE } from './svg-policy.ts'
import { svgSides } from './svg-size.ts'

const MAX_ELEMENTS = 2_000
const MAX_NESTING = 50

const SVG_TAG = /<(?:[\w.-]+:)?svg[\s/>]/u
const OTHER_UNICODE = /^(?:\u00ff\u00fe|\u00fe\u00ff|<\0|\0<)/u

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/**
 * The text of what may be an SVG, null for anything else. Only a look at it: a file that merely
 * speaks of SVG passes too, and is told apart by its root.
 *
 * @throws DomainError LOGO_SVG_ENCODING for an SVG in anything but UTF-8.
 */
export function svgText(bytes: Uint8Array): string | null {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (OTHER_UNICODE.test(raw)) {
    if (SVG_TAG.test(raw.replaceAll('\0', ''))) throw flaw('LOGO_SVG_ENCODING')
    return null
  }
  if (!SVG_TAG.test(raw) || !/^(?:\u00ef\u00bb\u00bf)?\s*</u.test(raw)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw flaw('LOGO_SVG_ENCODING')
  }
}

/**
 * A drawing written anew from what was understood of it: no comments, notes, editors' data or foreign
 * attributes are left, and no other reader of XML can see more in it than this one did.
 *
 * @throws DomainError LOGO_NOT_IMAGE (another root), LOGO_BROKEN, LOGO_UNSAFE (`reason`),
 * LOGO_SVG_TEXT, LOGO_SVG_ENCODING, LOGO_SHAPE, LOGO_TOO_LARGE.
 */
export function checkSvg(text: string): CheckedLogo {
  const root = parse(text)
  const sides = svgSides(root)
  checkShape(sides)
  checkCopies(root)
  const bytes = Buffer.from(markup(root, true))
  checkSize(bytes)
  return { mediaType: 'image/svg+xml', bytes, ...sides }
}

function parse(text: string): SvgNode {
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' })
  const open: (SvgNode | null)[] = []
  const roots: SvgNode[] = []
  let elements = 0
  let hasDoctype = false

  function begin(tag: SaxesTagNS): void {
    elements += 1
    if (elements > MAX_ELEMENTS) throw unsafe('elements')
    if (open.length >= MAX_NESTING) throw unsafe('nesting')
    if (open.length === 0) checkRoot(tag, hasDoctype)
    const parent = open.at(-1)
    const node = checkElement(tag, parent === null)
    open.push(node)
    if (node !== null) (parent?.children ?? roots).push(node)
  }

  function addText(words: string): void {
    const node = open.at(-1)
    if (node?.name === 'style') node.text.push(words)
  }

  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    if (encoding.toLowerCase() !== 'utf-8') throw flaw('LOGO_SVG_ENCODING')
  })
  parser.on('doctype', () => {
    hasDoctype = true
  })
  parser.on('processinginstruction', () => {
    throw unsafe('instruction')
  })
  parser.on('opentag', begin)
  parser.on('closetag', () => void open.pop())
  parser.on('text', addText)
  parser.on('cdata', addText)
  try {
    parser.write(text).close()
  } catch (error) {
    // The parser's own words may quote the file.
    throw error instanceof DomainError ? error : broken()
  }
  const [root] = roots
  if (root === undefined) throw broken()
  return root
}

function checkRoot({ local }: SaxesTagNS, hasDoctype: boolean): void {
  if (local !== 'svg') throw flaw('LOGO_NOT_IMAGE')
  if (hasDoctype) throw unsafe('doctype')
}

function markup({ name, attributes, children, text }: SvgNode, isRoot: boolean): string {
  const names = isRoot ? ` xmlns="${SVG_NAMESPACE}" xmlns:xlink="${XLINK_NAMESPACE}"` : ''
  const pairs = [...attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const inside = escaped(text.join('')) + children.map((child) => markup(child, false)).join('')
  const tag = `${name}${names}${pairs.join('')}`
  return inside === '' ? `<${tag}/>` : `<${tag}>${inside}</${name}>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => ESCAPES.get(character) ?? character)
}
