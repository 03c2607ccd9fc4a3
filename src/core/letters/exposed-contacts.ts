import { hasContacts } from '../kernel/mask-contacts.ts'

/** How people group a number. */
const GAPS = String.raw`[\s.()\-–]*`

type Own = Readonly<{ phone: string; email: string }>

/**
 * Whether a text would print a telephone number or e-mail address in clear that is not the board's own.
 * What is composed from facts is masked; what somebody types is not.
 */
export function exposesContacts(text: string, own: Own): boolean {
  const others = [ownEmail(own.email), ownPhone(own.phone)].reduce(
    (left, pattern) => (pattern === null ? left : left.replace(pattern, '·')),
    text,
  )
  return hasContacts(others)
}

function ownEmail(email: string): RegExp | null {
  const exact = email.trim().replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
  return exact === ''
    ? null
    : new RegExp(String.raw`(?<![\p{L}\p{N}._%+-])${exact}(?![\p{L}\p{N}-])`, 'giu')
}

/** The same number however it is grouped, with the country's code or without. */
function ownPhone(phone: string): RegExp | null {
  const digits = phone.replace(/\D/gu, '').replace(/^(?:0084|84|0)/u, '')
  if (digits.length < 4) return null
  const rest = [...digits].join(GAPS)
  return new RegExp(String.raw`(?<!\d)(?:(?:\+|00)?84${GAPS}(?:0${GAPS})?|0)?${rest}(?!\d)`, 'gu')
}
