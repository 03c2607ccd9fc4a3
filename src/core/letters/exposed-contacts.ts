import { BETWEEN_DIGITS, plainDigits } from '../kernel/digit-groups.ts'
import { maskContacts } from '../kernel/mask-contacts.ts'
import type { Settings } from '../settings/model.ts'

/** How people group a number. */
const GAPS = `[${BETWEEN_DIGITS}]{0,3}`

/** Whatever stands for the sign of an address. */
const AT = String.raw`[ \u00A0]?(?:[@＠]|[(\[]\s?at\s?[)\]])[ \u00A0]?`

/** In place of a contact of the board's while others are looked for: no character of any text. */
const HELD = '\uFFFF'

/** How the board and its protection officer are reached: what letters are to say in clear. */
export type Own = Readonly<{ phones: readonly string[]; emails: readonly string[] }>

/** The board's own contacts, as the settings have them. */
export function ownContacts({
  organisation,
  notices,
}: Pick<Settings, 'organisation' | 'notices'>): Own {
  return {
    phones: [organisation.phone, notices.officerPhone],
    emails: [organisation.email, notices.officerEmail],
  }
}

/**
 * Hides what {@link maskContacts} hides, but for the board's own contacts, however they are spelt. By this what people typed
 * is masked for print, and by this the author of a letter is warned.
 */
export function maskOthersContacts(text: string, own: Own): string {
  const plain = plainDigits(text).replaceAll(HELD, '')
  const patterns = [...own.emails.map(ownEmail), ...own.phones.map(ownPhone)].filter(
    (source) => source !== null,
  )
  if (patterns.length === 0) return maskContacts(plain)
  const any = new RegExp(patterns.join('|'), 'giu')
  const held = plain.match(any) ?? []
  let at = 0
  return maskContacts(plain.replace(any, HELD)).replaceAll(HELD, () => held[at++] ?? '')
}

/**
 * Whether a text would print a telephone number, e-mail address or bank account in clear that is not the board's own.
 * What is composed from facts is masked; what somebody types is not.
 */
export function exposesContacts(text: string, own: Own): boolean {
  return maskOthersContacts(text, own) !== plainDigits(text)
}

function ownEmail(email: string): string | null {
  const exact = email
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
    .replace('@', AT)
  return exact === '' ? null : String.raw`(?<![\p{L}\p{N}._%+-])${exact}(?![\p{L}\p{N}-])`
}

/** The same number however it is grouped, with the country's code or without. */
function ownPhone(phone: string): string | null {
  const digits = phone.replace(/\D/gu, '').replace(/^(?:0084|84|0)/u, '')
  if (digits.length < 4) return null
  const rest = [...digits].join(GAPS)
  return String.raw`(?<!\d)(?:\(?(?:\+|00)?84${GAPS}(?:0${GAPS})?|0${GAPS})?${rest}(?!\d)`
}
