/** `Nguyễn Lan <lan@example.com>`, as a mail program copies it. */
const NAMED = /^[^<>]*<(?<address>[^<>]+)>$/u
const LINK = /^mailto:/iu
const AFTER = /[\s,;.>]+$/u

/** RFC 5321, 4.5.3.1. */
const MAX_LOCAL = 64
const MAX_DOMAIN = 253

/**
 * Dots anywhere: Japanese telephone companies gave out addresses with two in a row and one at the end. Nothing an encoded word of a
 * mail header (RFC 2047) is made of.
 */
const LOCAL = /^[\w.'+%&~-]+$/u
const LABEL = /^(?!-)[\p{L}\p{M}\p{N}-]{1,63}(?<!-)$/u
const TOP_LABEL = /^(?:\p{L}[\p{L}\p{M}]+|xn--[\da-z-]+)$/iu

/**
 * Reads an e-mail address as people give it: alone, with a name before it, as a link, with a comma behind it, on a domain in
 * any script. Null where there is none, or more than one. Quoted local parts do not occur in what people type.
 */
export function readEmail(told: string): string | null {
  const line = told
    .normalize('NFKC')
    .trim()
    .replace(AFTER, (end) => (end.includes('>') ? '>' : ''))
  const address = (NAMED.exec(line)?.groups?.['address'] ?? line).trim().replace(LINK, '')
  const at = address.lastIndexOf('@')
  const local = address.slice(0, Math.max(at, 0))
  const domain = address.slice(at + 1)
  const labels = domain.split('.')
  const isRead =
    LOCAL.test(local) &&
    local.length <= MAX_LOCAL &&
    domain.length <= MAX_DOMAIN &&
    labels.length > 1 &&
    labels.every((label) => LABEL.test(label)) &&
    TOP_LABEL.test(labels.at(-1) ?? '')
  return isRead ? address : null
}
