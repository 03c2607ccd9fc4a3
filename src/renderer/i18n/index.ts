import type { Ref } from 'vue'
import { createI18n } from 'vue-i18n'

import type { Language } from '#core/taxonomies/term.ts'

import { en } from './en/index.ts'
import type { MessageKey, Translate } from './message-key.ts'
import { vi } from './vi/index.ts'

export type { MessageKey, MessageUnder, Translate } from './message-key.ts'

type MessageTree = { readonly [key: string]: string | MessageTree }

/** All messages of one language by namespace. */
export function messagesOf(language: Language): MessageTree {
  return { vi, en }[language]
}

export const i18n = createI18n({
  legacy: false,
  locale: 'vi',
  fallbackLocale: 'vi',
  messages: { vi: messagesOf('vi'), en: messagesOf('en') },
})

/** A message outside components, in the language of the moment. */
export const translate: Translate = (
  key: string,
  params: Readonly<Record<string, string | number>> = {},
  plural?: number,
): string =>
  plural === undefined ? i18n.global.t(key, params) : i18n.global.t(key, params, plural)

/** What a component speaks with. */
export type Speech = Readonly<{
  t: Translate
  n: (value: number) => string
  locale: Readonly<Ref<string>>
}>

/**
 * What the library's own `useI18n` gives, but for its `t`, which takes any string: this one takes the keys there
 * are. What is drawn with it follows the language of the moment.
 */
export function useI18n(): Speech {
  const { n, locale } = i18n.global
  return { t: translate, n, locale }
}

/**
 * Whether a message exists under a key put together from what is open: a code of the record, the name of a part of a
 * letter. `t` takes such a key after this question only, so there is always something else to say.
 */
export function hasMessage(key: string): key is MessageKey {
  return i18n.global.te(key, 'vi')
}

/** The message under a key put together from what is open; where there is none, what is to be shown instead. */
export function messageOr(
  key: string,
  fallback: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return hasMessage(key) ? translate(key, params) : fallback
}
