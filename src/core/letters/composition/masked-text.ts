import { maskContacts } from '../../kernel/mask-contacts.ts'
import { maskCardNumbers, maskIdNumbers } from '../../kernel/mask.ts'

/** Text a person wrote, with every number and address masked that has no business in a letter. */
export function maskedText(text: string): string {
  return maskContacts(maskIdNumbers(maskCardNumbers(text.trim())))
}

/** Masked text as whole sentences: the last one ends, whether or not its writer ended it. */
export function passage(text: string): string {
  const masked = maskedText(text).replace(/[\s,;:]+$/u, '')
  return masked === '' || /[.!?…][)”’"']?$/u.test(masked) ? masked : `${masked}.`
}

/** Masked text as the end of a sentence that brings its own stop. */
export function inSentence(text: string): string {
  return maskedText(text)
    .replace(/\s+/gu, ' ')
    .replace(/[\s.,;:!?…]+$/u, '')
}
