import { createI18n } from 'vue-i18n'

import type { Language } from '#core/taxonomies/term.ts'
import { messagesOf, type Translate } from '#renderer/i18n/index.ts'

/** A text of the window by its key; `n` also chooses between one and many. */
export type Words = Translate

/**
 * The window's own texts, read from its own message files: a test asks for what a person reads, and a
 * reworded button is found under its new words. Throws for a key that does not exist.
 */
export function wordsIn(language: Language): Words {
  const messages = { [language]: messagesOf(language) }
  const i18n = createI18n({ legacy: false, locale: language, messages })
  return (
    key: string,
    params: Readonly<Record<string, string | number>> = {},
    plural?: number,
  ): string => {
    if (!i18n.global.te(key)) throw new Error(`The window has no text "${key}" in "${language}".`)
    const { n = plural } = params
    return typeof n === 'number' ? i18n.global.t(key, params, n) : i18n.global.t(key, params)
  }
}
