import { createI18n } from 'vue-i18n'

import type { Language } from '#core/taxonomies/term.ts'

type MessageTree = { [key: string]: string | MessageTree }
type MessageModule = Readonly<Record<string, MessageTree>>

/**
 * One file per feature and language, each with one export; the file's name is the namespace of its
 * keys: `case.ts` exporting `caseMessages = { title: … }` is read as `t('case.title')`.
 */
const files = {
  vi: import.meta.glob<MessageModule>('./vi/*.ts', { eager: true }),
  en: import.meta.glob<MessageModule>('./en/*.ts', { eager: true }),
}

/** All messages of one language by namespace. */
export function messagesOf(language: Language): MessageTree {
  return Object.fromEntries(
    Object.entries(files[language]).map(([path, module]) => [
      path.replace(/^.*\/|\.ts$/g, ''),
      Object.assign({}, ...Object.values(module)),
    ]),
  )
}

export const i18n = createI18n({
  legacy: false,
  locale: 'vi',
  fallbackLocale: 'vi',
  messages: { vi: messagesOf('vi'), en: messagesOf('en') },
})

/** A message outside components, in the language of the moment. */
export function translate(key: string, params: Readonly<Record<string, unknown>> = {}): string {
  return i18n.global.t(key, params)
}

/** Whether a message exists under this key. */
export function hasMessage(key: string): boolean {
  return i18n.global.te(key, 'vi')
}
