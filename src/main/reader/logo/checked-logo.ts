import { type DomainError, type Issue, invalid } from '#core/kernel/errors.ts'
import { MAX_LOGO_BYTES, type LogoFlaw } from '#core/letters/logo.ts'

/** The sides a picture has on the page. */
export type Sides = Readonly<{ width: number; height: number }>

const MAX_SIDE = 4000
const MAX_MEGAPIXELS = 8
const MIN_LONGER_SIDE = 60
const MAX_TIMES = 8

export function flaw(code: LogoFlaw, params?: Issue['params']): DomainError {
  return invalid('logo', code, params)
}

export function broken(): DomainError {
  return flaw('LOGO_BROKEN')
}

/**
 * Refuses what a header claims before anything is unpacked on its word.
 *
 * @throws DomainError LOGO_BROKEN (no area), LOGO_TOO_MANY_PIXELS, LOGO_TOO_SMALL, LOGO_SHAPE.
 */
export function checkPixels({ width, height }: Sides): void {
  if (width < 1 || height < 1) throw broken()
  if (Math.max(width, height) > MAX_SIDE || width * height > MAX_MEGAPIXELS * 1_000_000) {
    throw flaw('LOGO_TOO_MANY_PIXELS', { pixels: MAX_SIDE, megapixels: MAX_MEGAPIXELS })
  }
  if (Math.max(width, height) < MIN_LONGER_SIDE) {
    throw flaw('LOGO_TOO_SMALL', { pixels: MIN_LONGER_SIDE })
  }
  checkShape({ width, height })
}

/** @throws DomainError LOGO_SHAPE: the letterhead has no place for a picture so long. */
export function checkShape({ width, height }: Sides): void {
  if (Math.max(width, height) > MAX_TIMES * Math.min(width, height)) {
    throw flaw('LOGO_SHAPE', { times: MAX_TIMES })
  }
}

/** @throws DomainError LOGO_TOO_LARGE above 300 KB. */
export function checkSize(bytes: Uint8Array): void {
  if (bytes.length > MAX_LOGO_BYTES) {
    throw flaw('LOGO_TOO_LARGE', { kilobytes: MAX_LOGO_BYTES / 1024 })
  }
}
