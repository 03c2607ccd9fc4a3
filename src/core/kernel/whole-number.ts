/** Digits, or digits in thousands that stand apart by one and the same sign. */
const WHOLE = /^(?:\d+|\d{1,3}(?<apart>[ .,])\d{3}(?:\k<apart>\d{3})*)$/u

/**
 * A whole number as a person types it (`1500000`, `1.500.000`, `1,500,000`, `1 500 000`); null for all else. A point or
 * comma that parts no thousands is refused, never left out: `1,5` is not fifteen, and may be meant as a million and a half.
 */
export function readWholeNumber(typed: string): number | null {
  const text = typed.trim().replace(/[\u{a0}\u{202f}]/gu, ' ')
  const number = WHOLE.test(text) ? Number(text.replace(/\D/gu, '')) : null
  return number !== null && Number.isSafeInteger(number) ? number : null
}
