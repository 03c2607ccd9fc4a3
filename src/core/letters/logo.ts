import type { LogoMediaType } from './document.ts'

/**
 * A picture that is what its media type says, and nothing besides: `bytes` are not the bytes that were
 * handed in but a file written anew from the parts that make up the picture. Sides are in pixels, or
 * in user units for SVG, as the picture stands on the page.
 */
export type CheckedLogo = Readonly<{
  mediaType: LogoMediaType
  bytes: Uint8Array
  width: number
  height: number
}>

/** The largest file a logo may be, in bytes, as it came and as it is kept. */
export const MAX_LOGO_BYTES = 300 * 1024

/** What can be wrong with a logo; the code of the issue under the path `logo`. */
export const LOGO_FLAWS = [
  'LOGO_NOT_IMAGE',
  'LOGO_TOO_LARGE',
  'LOGO_TOO_MANY_PIXELS',
  'LOGO_TOO_SMALL',
  'LOGO_SHAPE',
  'LOGO_BROKEN',
  'LOGO_CMYK',
  'LOGO_UNSAFE',
  'LOGO_SVG_TEXT',
  'LOGO_SVG_ENCODING',
] as const

export type LogoFlaw = (typeof LOGO_FLAWS)[number]
