import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { createI18n } from 'vue-i18n'

import type { Language } from '#core/taxonomies/term.ts'

/** A text of the window by its key; `n` also chooses between one and many. */
export type Words = (key: string, params?: Readonly<Record<string, string | number>>) => string

type MessageTree = { [key: string]: string | MessageTree }

const FOLDER = join(import.meta.dirname, '../../../src/renderer/i18n')

/**
 * The window's own texts, read from its own message files: a test asks for what a person reads, and a
 * reworded button is found under its new words. Throws for a key that does not exist.
 */
export async function loadWords(language: Language): Promise<Words> {
  const messages: MessageTree = {}
  for (const file of await readdir(join(FOLDER, language))) {
    const module = (await import(
      /* @vite-ignore */ pathToFileURL(join(FOLDER, language, file)).href
    )) as Record<string, MessageTree>
    messages[basename(file, '.ts')] = Object.assign({}, ...Object.values(module)) as MessageTree
  }
  const i18n = createI18n({ legacy: false, locale: language, messages: { [language]: messages } })
  return (key, params = {}) => {
    if (!i18n.global.te(key)) throw new Error(`The window has no text "${key}" in "${language}".`)
    const { n } = params
    return typeof n === 'number' ? i18n.global.t(key, params, n) : i18n.global.t(key, params)
  }
}
