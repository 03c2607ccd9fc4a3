import { DomainError } from '#core/kernel/errors.ts'
import type { Typesetter } from '#core/ports/tools.ts'
import { type CheckedLogo, checkSize, flaw } from './logo/checked-logo.ts'
import { checkJpeg, isJpeg } from './logo/jpeg.ts'
import { checkPng, isPng } from './logo/png.ts'
import { checkSvg, svgText } from './logo/svg.ts'
import { TRIAL_LETTER } from './trial-letter.ts'

export type { CheckedLogo } from './logo/checked-logo.ts'

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

/**
 * Prints a trial letter with the logo, in the thread that prints the real ones: within its limits of
 * time and memory, and nowhere near the core.
 *
 * @throws DomainError INVALID_INPUT with LOGO_BROKEN when no letter comes of it; TYPESETTING_FAILED
 * with CLOSED when the typesetter was closed meanwhile, which is not the logo's fault.
 */
export async function tryLogo(
  { mediaType, bytes }: CheckedLogo,
  typesetter: Pick<Typesetter, 'typeset'>,
): Promise<void> {
  const logo = { mediaType, base64: Buffer.from(bytes).toString('base64') }
  try {
    await typesetter.typeset({ ...TRIAL_LETTER, issuer: { ...TRIAL_LETTER.issuer, logo } })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'TYPESETTING_FAILED') throw error
    if (error.issues.some(({ code }) => code === 'CLOSED')) throw error
    throw flaw('LOGO_BROKEN')
  }
}
