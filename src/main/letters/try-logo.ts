import { DomainError, invalid } from '#core/kernel/errors.ts'
import type { CheckedLogo } from '#core/letters/logo.ts'
import type { Typesetter } from '#core/ports/tools.ts'
import { TRIAL_LETTER } from './trial-letter.ts'

/**
 * Prints a trial letter with the logo, in the thread that prints the real ones: within its limits of
 * time and memory.
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
    throw invalid('logo', 'LOGO_BROKEN')
  }
}
