import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max'
import { cleanLine } from './text.ts'

export type PhoneType = 'mobile' | 'fixed' | 'toll-free' | 'premium' | 'other'

/**
 * `PRE_2017_FORM`: written as an area code abolished in 2017, yet also readable as a mobile: ask the caller. `UNKNOWN_RANGE`: shaped
 * as a number, of a range the shipped table does not know: networks open ranges years before tables have them.
 */
export type PhoneWarning = 'PRE_2017_FORM' | 'UNKNOWN_RANGE'

export type PhoneProblem = 'PHONE_EMPTY' | 'PHONE_INVALID' | 'PHONE_OLD_MOBILE'

export type ParsedPhone = Readonly<
  | {
      ok: true
      /** The one stored form: `+842838494088`. */
      e164: string
      /** Printed as the country writes it: `028 3849 4088`. */
      national: string
      type: PhoneType
      /** ISO 3166 code, empty for numbers of no country such as +800. */
      country: string
      warnings: readonly PhoneWarning[]
    }
  | { ok: false; code: PhoneProblem }
>

const ALLOWED = /^\+?[\d\s().\-–/]+(?:(?:ext|x|#|máy lẻ|nhánh)\.?\s*\d{1,6})?$/iu
/** Dashes and dots as telephones and word processors write them. */
const DASH = /[\p{Pd}−·•∙‧⋅]/gu

/** An extension behind a number, as the library does not read it: it is kept in what was told. */
const EXTENSION =
  /^(?<number>[^\p{L}#]*\d)[\s,;]*(?:(?:máy lẻ|nhánh|số nội bộ|nội bộ)[\s.:]*\d{1,6}|\(\s*\d{1,5}\s*\)|\/\s*\d{1,5})$/iu

/** A Vietnamese mobile, or a landline with its area code. */
const VIETNAMESE_SHAPE = /^(?:[35789]\d{8}|2\d{9})$/u

const NATIONAL_PREFIX = /^(?:\+84|84|0084)?0?/u

/** The 11-digit mobiles that became 10-digit ones in September and October 2018. */
const OLD_MOBILE = /^(?:12\d|16[2-9]|18[68]|199)\d{7}$/u

/**
 * Area codes in use until 2017 that are beginnings of valid mobile numbers today. Only these mislead: the
 * others (04, 0511, …) do not parse at all. Source: the Ministry's renumbering of 11 February to 17 June 2017.
 */
const OLD_AREA_CODE = /^(?:8|30|31|33|36|37|38|39|52|55|56|58|59|70|76|77|79)$/u

/**
 * Reads a telephone number as people in Vietnam write it: `028 38 49 40 88`, `+84…`, `84…`, `0084…`, with
 * spaces, dots, dashes or brackets of any kind, an extension behind it; foreign numbers with `+`. Never guesses: text around the
 * number and two numbers in one field are refused. One no network is known to assign is kept with a warning where it has the
 * shape of one. The 11-digit mobiles abolished in 2018 have a code of their own, since the caller can translate them.
 */
export function parsePhone(text: string): ParsedPhone {
  const whole = cleanLine(text.normalize('NFKC')).replace(DASH, '-')
  if (whole === '') return { ok: false, code: 'PHONE_EMPTY' }
  const parsed = parseWritten(whole)
  const number = parsed.ok ? undefined : EXTENSION.exec(whole)?.groups?.['number']
  if (number === undefined) return parsed
  const without = parseWritten(number)
  return without.ok ? without : parsed
}

function parseWritten(written: string): ParsedPhone {
  // The library reads letters as keypad digits and gives up on `(+84)`, so both are settled before it.
  const plain = written.replace(/^\(\s*\+\s*(\d+)\s*\)/u, '+$1 ')
  if (!ALLOWED.test(plain)) return { ok: false, code: 'PHONE_INVALID' }
  if (OLD_MOBILE.test(significantDigits(plain))) return { ok: false, code: 'PHONE_OLD_MOBILE' }
  const number = parsePhoneNumberFromString(plain, { defaultCountry: 'VN', extract: false })
  if (number === undefined || !(number.isValid() || hasShape(number))) {
    return { ok: false, code: 'PHONE_INVALID' }
  }
  const isOld = number.country === 'VN' && isPre2017Form(plain)
  return {
    ok: true,
    e164: number.number,
    national: number.formatNational(),
    type: typeOf(number),
    country: number.country ?? '',
    warnings: [
      ...(isOld ? (['PRE_2017_FORM'] as const) : []),
      ...(number.isValid() ? [] : (['UNKNOWN_RANGE'] as const)),
    ],
  }
}

/** Whether it could be a number, of a range nobody told the table of. */
function hasShape(number: PhoneNumber): boolean {
  return number.countryCallingCode === '84'
    ? VIETNAMESE_SHAPE.test(number.nationalNumber)
    : number.isPossible()
}

/** How a stored number is printed: `0912 345 678` in the country, `+1 650 253 0000` outside it. */
export function formatPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164)
  if (!number) return e164
  return number.country === 'VN' ? number.formatNational() : number.formatInternational()
}

/**
 * The spellings, digits only, in which people type a stored number: with the country code (`842838494088`),
 * with the trunk zero (`02838494088`) and bare (`2838494088`); of a landline the number without its area code
 * too (`38494088`), whole and in the groups it is told in (`3849 4088`, `38 49 40 88`): so callers give it to
 * somebody in the same city. The search index stores all of them.
 */
export function phoneSearchForms(e164: string): string[] {
  const digits = e164.replace(/\D/gu, '')
  if (!e164.startsWith('+84')) return digits === '' ? [] : [digits]
  const national = digits.slice(2)
  // 1800 and 1900 numbers are dialled without the trunk zero.
  if (/^1[89]00/u.test(national)) return [digits, national]
  return [digits, `0${national}`, national, ...localForms(national)]
}

/** A landline as it is told within its area: Hà Nội and Hồ Chí Minh City have an area code of two digits, all others of three. */
function localForms(national: string): readonly string[] {
  if (!national.startsWith('2')) return []
  const local = national.slice(/^2[48]/u.test(national) ? 2 : 3)
  if (local.length < 7) return []
  const cuts = local.length === 8 ? [4] : [3, 4]
  const halves = cuts.map((at) => `${local.slice(0, at)} ${local.slice(at)}`)
  return [local, ...halves, local.replace(/(\d{2})(?=\d{2})/gu, '$1 ')]
}

function typeOf(number: PhoneNumber): PhoneType {
  switch (number.getType()) {
    case 'MOBILE':
      return 'mobile'
    case 'FIXED_LINE':
      return 'fixed'
    case 'TOLL_FREE':
      return 'toll-free'
    case 'PREMIUM_RATE':
      return 'premium'
    default:
      return 'other'
  }
}

/** Digits after the country code and trunk zero, when written with one of them; otherwise nothing. */
function significantDigits(plain: string): string {
  const digits = plain.replace(/[^\d+]/gu, '')
  const prefix = NATIONAL_PREFIX.exec(digits)?.[0] ?? ''
  return prefix === '' ? '' : digits.slice(prefix.length)
}

/**
 * Written with an area code of before 2017? The grouping tells: `08 38494088`, `(031) 3842 123` and
 * `031 3842123` set the area code apart, where a mobile is written `0838 494 088` or `083 849 4088`.
 */
function isPre2017Form(plain: string): boolean {
  const local = plain.replace(/^(?:\+|00)\s*84[\s.\-–]*|^84[\s.\-–]+/u, '0')
  const groups = local.match(/\d+/gu) ?? []
  const [first = '', second = '', ...rest] = groups
  const area = first.replace(/^0+/u, '')
  if (!OLD_AREA_CODE.test(area)) return false
  const subscriber = [second, ...rest].join('')
  if (subscriber.length !== (area === '8' ? 8 : 7)) return false
  return area === '8' || /^\(/u.test(local) || second.length !== 3
}
