import type { CheckedLogo } from '#core/letters/logo.ts'
import { checkSize, flaw } from './checked-logo.ts'
import { checkJpeg, isJpeg } from './jpeg.ts'
import { checkPng, isPng } from './png.ts'
import { checkSvg, svgText } from './svg.ts'

/**
 * Tells from the content alone whether a file is a logo that every letter may carry, and writes it
 * anew with nothing in it but the picture.
 *
 * @throws DomainError INVALID_INPUT with one issue under `logo`: LOGO_NOT_IMAGE, LOGO_TOO_LARGE
 * (`kilobytes`), LOGO_TOO_MANY_PIXELS (`pixels`, `megapixels`), LOGO_TOO_SMALL (`pixels`), LOGO_SHAPE
 * (`times`), LOGO_BROKEN, LOGO_CMYK, LOGO_UNSAFE (`reason`), LOGO_SVG_TEXT or LOGO_SVG_ENCODING.
 */
export async function checkLogo(bytes: Uint8Array): Promise<CheckedLogo> {
  checkSize(bytes)
  if (isPng(bytes)) return checkPng(bytes)
  if (isJpeg(bytes)) return checkJpeg(bytes)
  const text = svgText(bytes)
  if (text !== null) return checkSvg(text)
  throw flaw('LOGO_NOT_IMAGE')
}
