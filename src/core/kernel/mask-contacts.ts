import { BETWEEN_DIGITS, plainDigits } from './digit-groups.ts'
import { maskAccounts } from './mask-accounts.ts'
import { maskEmail } from './mask.ts'

/**
 * The local part and domain of an address, also with the sign between them as people write it where robots read along; quoted
 * local parts do not occur in what people type.
 */
const EMAIL =
  /(?<![\p{L}\p{M}\p{N}._%+&~'-])[\p{L}\p{M}\p{N}._%+&~'-]+[ \u00A0]?(?:[@＠]|[([]\s?at\s?[)\]])[ \u00A0]?(?:[\p{L}\p{M}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{M}]{1,23}/giu
/** Whatever stands for the sign. */
const AT = /[ \u00A0]?(?:[@＠]|[([]\s?at\s?[)\]])[ \u00A0]?/iu

/** Up to two of whatever stands between the groups of a number. */
const GAP = `[${BETWEEN_DIGITS}]{0,2}`

/** A number this function has masked: passed over, so that its last digits begin no new number. */
const MASKED = String.raw`(?<!\*${GAP})\*(?:${GAP}\*){3,}(?:${GAP}\d){3}(?!\d)`

/**
 * Vietnamese numbers: 0, 84, +84 or 0084, then nine or ten digits. A word such as ĐT may stand right before;
 * any other letter makes it a code. Not a day written 02-11-2026, and after 84 not an amount of money.
 */
const VIETNAMESE = [
  // Nor the rest of a day written 22/09/2026.
  String.raw`(?<!\d|(?<!\d)\d{1,2}\/)(?:(?<!\p{L})|(?<=đt|dt|sđt|sdt|tel|phone|zalo|số|hotline|gọi))`,
  String.raw`(?!\d{1,2}(?<sep>[.\-/])\d{1,2}\k<sep>(?:19|20)\d{2}(?![.\-]?\d))`,
  String.raw`(?:(?:\+|00${GAP})?84${GAP}(?:0${GAP})?|0)`,
  String.raw`[1-9](?:${GAP}\d){8,9}(?!\d)(?![ \u00A0]?(?:đồng|vnd|vnđ|đ(?!\p{L})|₫))`,
].join('')

/** With a plus sign, a number of any other country; dots would make it an amount. */
const FOREIGN = String.raw`(?<!\d)\+[1-9](?:[ ()\-–\u00A0]{0,2}\d){7,14}(?!\d)`

const NUMBER = new RegExp(`${MASKED}|${VIETNAMESE}|${FOREIGN}`, 'giu')

/**
 * Hides telephone numbers but for their last three digits, e-mail addresses as {@link maskEmail} does, and bank accounts as
 * {@link maskAccounts} does, inside free text. Grouping stays as typed, so that the line reads as before. Ten digits that could be a
 * mobile number are hidden whatever they are: nothing tells a tax code 031… from one, and that of a person
 * is no business of a reader either. Short service numbers (1800…, 1900…) stay. Masking twice changes
 * nothing more.
 */
export function maskContacts(text: string): string {
  return maskAccounts(text)
    .replace(EMAIL, (address) => maskEmail(address.replace(AT, '@')))
    .replace(NUMBER, (run) => (run.startsWith('*') ? run : hideButLastThree(run)))
}

/** Whether a text holds a telephone number, e-mail address or bank account that masking would hide. */
export function hasContacts(text: string): boolean {
  return maskContacts(text) !== plainDigits(text)
}

function hideButLastThree(run: string): string {
  let left = run.replace(/\D/gu, '').length
  return run.replace(/\d/gu, (digit) => {
    left -= 1
    return left < 3 ? digit : '*'
  })
}
