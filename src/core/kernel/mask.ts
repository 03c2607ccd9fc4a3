import { BETWEEN_DIGITS, plainDigits } from './digit-groups.ts'

/** Shows only that there is a number and which: `*******088`. Short numbers keep nothing. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/gu, '')
  return digits.length <= 3
    ? '*'.repeat(digits.length)
    : '*'.repeat(digits.length - 3) + digits.slice(-3)
}

/** `n***@example.com`. The stars are always three, so that the length tells nothing. Text without `@` is hidden whole. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  if (at < 0) return email === '' ? '' : '***'
  const [first = ''] = email
  return `${at === 0 ? '' : first}***${email.slice(at)}`
}

/**
 * The shapes in which card numbers are written, each looked for by itself and from every digit on: what
 * stands beside a card (a year, a telephone number, the three digits on its back) does not hide it.
 */
const GAP = `[${BETWEEN_DIGITS}]{1,3}`
const CARD_SHAPES = [
  String.raw`\d{13,19}`,
  String.raw`\d{4}(?:${GAP}\d{4}){3}${GAP}\d{3}`,
  String.raw`\d{4}(?:${GAP}\d{4}){2}${GAP}\d{1,4}`,
  String.raw`\d{4}${GAP}\d{6}${GAP}\d{4,5}`,
].map((shape) => new RegExp(String.raw`(?<!\d)(?=(${shape})(?!\d))`, 'gu'))

/**
 * Hides payment card numbers in free text but for the last four digits. Only 13 to 19 digits that pass the
 * Luhn check count as a card, so order codes and telephone numbers stay readable; grouping stays as typed.
 */
export function maskCardNumbers(text: string): string {
  return CARD_SHAPES.reduce((masked, shape) => {
    const hidden = new Set(
      [...masked.matchAll(shape)].flatMap(({ index, 1: run = '' }) =>
        passesLuhn(run.replace(/\D/gu, '')) ? placesOfDigits(run, 4).map((at) => index + at) : [],
      ),
    )
    return masked.replace(/\d/gu, (digit, at: number) => (hidden.has(at) ? '*' : digit))
  }, plainDigits(text))
}

/** Where the digits of a run stand, but for the last few. */
function placesOfDigits(run: string, keep: number): readonly number[] {
  return [...run.matchAll(/\d/gu)].map(({ index }) => index).slice(0, -keep)
}

/** Not 84 2… to 84 9…: those twelve digits are a telephone number with its country code. */
const ID_GAP = String.raw`[\s.\p{Pd}−]{0,2}`
const CITIZEN_NUMBER = new RegExp(
  String.raw`(?<![\d+])(?!84${ID_GAP}[2-9])(?:\d{3}(?:${ID_GAP}\d{3}){3}|\d{4}(?:${ID_GAP}\d{4}){2})(?!\d)`,
  'gu',
)
const OLD_IDENTITY_NUMBER = new RegExp(
  String.raw`(?<=(?:cmnd|cmt|cmtnd|cccd|chứng minh|căn cước)[^\d\n]{0,40})\d{3}(?:${ID_GAP}\d{3}){2}(?!\d)`,
  'giu',
)

/**
 * Hides identity numbers in free text but for the last three digits: 12 digits of a citizen (CCCD), and 9
 * digits of the old card (CMND) where a word such as CMND or CCCD stands before them on the same line.
 */
export function maskIdNumbers(text: string): string {
  return plainDigits(text)
    .normalize('NFC')
    .replace(CITIZEN_NUMBER, (run) => hideDigits(run, 3))
    .replace(OLD_IDENTITY_NUMBER, (run) => hideDigits(run, 3))
}

function hideDigits(run: string, keep: number): string {
  let left = run.replace(/\D/gu, '').length
  return run.replace(/\d/gu, (digit) => {
    left -= 1
    return left < keep ? digit : '*'
  })
}

/** The check digit of payment cards (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const value = index % 2 === 0 ? Number(digit) : Number(digit) * 2
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0
}
