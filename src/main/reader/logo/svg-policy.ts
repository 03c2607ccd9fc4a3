import type { SaxesTagNS } from 'saxes'
import type { DomainError } from '#core/kernel/errors.ts'
import { flaw } from './checked-logo.ts'
import { localTarget, referencesOf, usesEffect } from './svg-references.ts'

/** What a checked drawing is made of: plain names, no prefixes; `style` elements alone have text. */
export type SvgNode = Readonly<{
  name: string
  attributes: ReadonlyMap<string, string>
  children: SvgNode[]
  text: string[]
}>

/** Why an SVG is refused: the parameter `reason` of LOGO_UNSAFE. */
export type UnsafeReason =
  | 'script'
  | 'event'
  | 'link'
  | 'image'
  | 'doctype'
  | 'instruction'
  | 'animation'
  | 'style'
  | 'effect'
  | 'element'
  | 'elements'
  | 'nesting'
  | 'copies'

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg'
export const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink'

const DRAWING = new Set([
  ...['svg', 'g', 'a', 'defs', 'symbol', 'use', 'switch', 'style', 'clipPath', 'mask', 'pattern'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['linearGradient', 'radialGradient', 'stop'],
])
/** Left out with all they hold: notes, and effects that stand ready but are used nowhere. */
const ASIDES = new Set(['title', 'desc', 'metadata', 'view', 'filter', 'marker'])
const SCRIPTS = new Set([
  ...['script', 'handler', 'listener', 'foreignObject', 'iframe', 'object', 'embed'],
  ...['audio', 'video', 'canvas'],
])
const IMAGES = new Set(['image', 'feImage'])
const ANIMATIONS = new Set([
  ...['animate', 'animateColor', 'animateMotion', 'animateTransform', 'set', 'mpath', 'discard'],
])
const TEXTS = new Set(['text', 'tspan', 'textPath', 'tref', 'altGlyph', 'font'])

export function unsafe(reason: UnsafeReason): DomainError {
  return flaw('LOGO_UNSAFE', { reason })
}

/**
 * The element as it stays in the drawing, or null when it is left out with all it holds: what other
 * vocabularies than SVG say (editors, licences) is nothing to print.
 *
 * Typst loads what a drawing links to, and usvg multiplies what it refers to (typst pull request 6794,
 * resvg issue 186): so only places in the same file may be named at all.
 *
 * @throws DomainError LOGO_UNSAFE, LOGO_SVG_TEXT (the typesetter has no fonts for it).
 */
export function checkElement(tag: SaxesTagNS, insideAside: boolean): SvgNode | null {
  const attributes = Object.values(tag.attributes)
  for (const { local, value } of attributes) {
    if (local === 'href' && localTarget(value) === null) throw unsafe('link')
  }
  if (SCRIPTS.has(tag.local)) throw unsafe('script')
  if (tag.uri !== SVG_NAMESPACE) return null
  refuseByName(tag.local)
  const kept = new Map<string, string>()
  for (const { uri, local, value } of attributes) {
    if (uri === '') checkAttribute(local, value)
    if (uri === XLINK_NAMESPACE && local === 'href') kept.set('xlink:href', value.trim())
    if (uri === '' && !/^(?:data|aria)-/u.test(local)) kept.set(local, value)
  }
  if (insideAside || ASIDES.has(tag.local)) return null
  if (!DRAWING.has(tag.local)) throw unsafe('element')
  return { name: tag.local, attributes: kept, children: [], text: [] }
}

function refuseByName(name: string): void {
  if (IMAGES.has(name)) throw unsafe('image')
  if (ANIMATIONS.has(name)) throw unsafe('animation')
  if (TEXTS.has(name)) throw flaw('LOGO_SVG_TEXT')
}

function checkAttribute(name: string, value: string): void {
  if (/^on/iu.test(name)) throw unsafe('event')
  // Style sheets can spell any word with a backslash.
  if (value.includes('\\')) throw unsafe('style')
  if (referencesOf(value) === null) throw unsafe('link')
  if (usesEffect(name === 'style' ? value : `${name}:${value}`)) throw unsafe('effect')
}
