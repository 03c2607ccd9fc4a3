import { expect, it } from 'vitest'

import { DOSSIER_TERMS } from '#core/case/dossier-words.ts'
import type { Bilingual } from '#core/taxonomies/term.ts'
import { contactsMessages as englishContacts } from '#renderer/i18n/en/contacts.ts'
import { termsMessages as english } from '#renderer/i18n/en/terms.ts'
import { contactsMessages as contacts } from '#renderer/i18n/vi/contacts.ts'
import { termsMessages as vietnamese } from '#renderer/i18n/vi/terms.ts'

type Words = Readonly<Record<string, string>>

const inLanguage = (terms: Readonly<Record<string, Bilingual>>, language: 'vi' | 'en'): Words =>
  Object.fromEntries(Object.entries(terms).map(([code, words]) => [code, words[language]]))

/** One word for one thing: who prints what they see finds it called as they saw it. */
it.each<[keyof typeof DOSSIER_TERMS, Words, Words]>([
  ['finding', vietnamese.finding, english.finding],
  ['cause', vietnamese.causeState, english.causeState],
  ['step', vietnamese.stepState, english.stepState],
  ['letter', vietnamese.letterState, english.letterState],
  ['entry', contacts.kind, englishContacts.kind],
  ['direction', contacts.direction, englishContacts.direction],
])('a printed case calls a %s as the screen does', (term, vi, en) => {
  expect(inLanguage(DOSSIER_TERMS[term], 'vi')).toEqual(vi)
  expect(inLanguage(DOSSIER_TERMS[term], 'en')).toEqual(en)
})
