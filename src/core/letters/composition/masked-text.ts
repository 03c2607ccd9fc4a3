import { maskCardNumbers, maskIdNumbers } from '../../kernel/mask.ts'
import type { Settings } from '../../settings/model.ts'
import { maskOthersContacts, ownContacts } from '../exposed-contacts.ts'

/** How what people typed is put into a letter. */
export type Typed = Readonly<{
  /** Text a person wrote, with every number and address masked that has no business in a letter. */
  maskedText: (text: string) => string
  /** Masked text as whole sentences: the last one ends, whether or not its writer ended it. */
  passage: (text: string) => string
  /** Masked text as the end of a sentence that brings its own stop. */
  inSentence: (text: string) => string
}>

/** The same for letters of a board, whose own contacts stay as they are. */
export function typedFor({
  settings,
}: Readonly<{ settings: Pick<Settings, 'organisation' | 'notices'> }>): Typed {
  const own = ownContacts(settings)
  const maskedText = (text: string): string =>
    maskOthersContacts(maskIdNumbers(maskCardNumbers(text.trim())), own)
  return {
    maskedText,
    passage: (text) => {
      const masked = maskedText(text).replace(/[\s,;:]+$/u, '')
      return masked === '' || /[.!?…][)”’"']?$/u.test(masked) ? masked : `${masked}.`
    },
    inSentence: (text) =>
      maskedText(text)
        .replace(/\s+/gu, ' ')
        .replace(/[\s.,;:!?…]+$/u, ''),
  }
}
