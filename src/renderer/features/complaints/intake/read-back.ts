import type { Channel, Salutation } from '#core/complaints/model.ts'
import {
  formatDate,
  vietnamDate,
  vietnamTime,
  type Instant,
  type LocalDate,
} from '#core/kernel/calendar.ts'
import { formatPhone, parsePhone } from '#core/kernel/phone.ts'
import { cleanLine, lowerFirst } from '#core/kernel/text.ts'
import type { Right } from '#core/rights/model.ts'
import { nameOfRight, procedureOf } from '#core/rights/words.ts'
import { DATA_ITEMS } from '#core/taxonomies/data-items.ts'
import { nameOf, type Language } from '#core/taxonomies/term.ts'
import type { MessageUnder, Translate } from '#renderer/i18n/index.ts'
import { weekdayInSentence } from '#renderer/words/weekday.ts'

/** What the paragraph is made of; anything not told yet is left out of it. */
export type ReadBackFacts = Readonly<{
  channel: Channel
  receivedAt: Instant | null
  salutation: Salutation
  fullName: string
  actingFor: string
  memberAccount: string
  siteName: string
  subject: string
  narrative: string
  dataItems: readonly string[]
  wanted: string
  /** The rights asked for, each with the end of its own duty; null where no rule is in force. */
  rights: readonly Readonly<{ kind: Right; viaProcessor: boolean; due: LocalDate | null }>[]
  /** Who handles what is asked for. */
  board: string
  phones: readonly string[]
  email: string
  address: string
  answerBy: LocalDate | null
}>

export type Words = Readonly<{
  language: Language
  t: Translate
}>

/** The sentences a clerk reads aloud to the caller, in the order of the call. Empty while nothing is told. */
export function readBack(facts: ReadBackFacts, words: Words): readonly string[] {
  const told = [
    ...opening(facts, words),
    ...matter(facts, words),
    ...wish(facts, words),
    ...asked(facts, words),
    ...reach(facts, words),
  ]
  if (told.length === 0) return []
  return [
    ...told,
    ...promise(facts, words),
    words.t('intake.readBack.closing', { you: you(facts, words) }),
  ]
}

function opening(facts: ReadBackFacts, words: Words): readonly string[] {
  const name = cleanLine(facts.fullName)
  if (name === '') return []
  const who = `${words.t(`terms.salutation.${facts.salutation}`)} ${name}`
  const { receivedAt } = facts
  return [
    receivedAt === null
      ? words.t('intake.readBack.who', { who })
      : words.t(`intake.readBack.channel.${facts.channel}`, {
          who,
          time: vietnamTime(receivedAt),
          date: formatDate(vietnamDate(receivedAt)),
        }),
    ...sentence(words, 'actingFor', facts.actingFor),
    ...sentence(words, 'account', facts.memberAccount),
  ]
}

function matter(facts: ReadBackFacts, words: Words): readonly string[] {
  const subject = inner(facts.subject)
  const site = facts.siteName
  const items = facts.dataItems.map((code) => lowerFirst(nameOf(DATA_ITEMS, code, words.language)))
  return [
    ...(subject === ''
      ? []
      : [
          site === ''
            ? words.t('intake.readBack.subject', { subject })
            : words.t('intake.readBack.subjectOfSite', { subject, site }),
        ]),
    ...sentence(words, 'narrative', facts.narrative),
    ...(items.length === 0
      ? []
      : [words.t('intake.readBack.items', { items: listed(items, 'conjunction', words) })]),
  ]
}

function wish(facts: ReadBackFacts, words: Words): readonly string[] {
  const wanted = inner(facts.wanted)
  if (wanted === '') return []
  return [words.t('intake.readBack.wanted', { wanted: lowerFirst(wanted), you: you(facts, words) })]
}

/** Each right with its procedure, who handles it and its day: what the reply to it says (Decree 356/2025, Article 5). */
function asked(facts: ReadBackFacts, words: Words): readonly string[] {
  const { language, t } = words
  return facts.rights.map((right) => {
    const said = {
      you: you(facts, words),
      right: lowerFirst(nameOfRight(right.kind, language)),
      procedure: lowerFirst(procedureOf(right, language)),
      board: facts.board,
    }
    if (right.due === null) return t('intake.readBack.rightUndated', said)
    const weekday = weekdayInSentence(right.due, t, language)
    return t('intake.readBack.right', { ...said, weekday, date: formatDate(right.due) })
  })
}

function reach(facts: ReadBackFacts, words: Words): readonly string[] {
  const email = cleanLine(facts.email)
  const address = inner(facts.address)
  const ways = [
    ...facts.phones.flatMap((told) => {
      const phone = parsePhone(told)
      return phone.ok
        ? [words.t('intake.readBack.byPhone', { phone: formatPhone(phone.e164) })]
        : []
    }),
    ...(email === '' ? [] : [words.t('intake.readBack.byEmail', { email })]),
    ...(address === '' ? [] : [words.t('intake.readBack.byPost', { address })]),
  ]
  if (ways.length === 0) return []
  return [
    words.t('intake.readBack.reach', {
      you: you(facts, words),
      ways: listed(ways, 'disjunction', words),
    }),
  ]
}

function promise(facts: ReadBackFacts, words: Words): readonly string[] {
  const { answerBy } = facts
  if (answerBy === null) return []
  const weekday = weekdayInSentence(answerBy, words.t, words.language)
  return [
    words.t('intake.readBack.answer', {
      you: you(facts, words),
      weekday,
      date: formatDate(answerBy),
    }),
  ]
}

function sentence(
  words: Words,
  key: Extract<MessageUnder<'intake.readBack'>, 'actingFor' | 'account' | 'narrative'>,
  text: string,
): readonly string[] {
  const value = inner(text)
  return value === '' ? [] : [words.t(`intake.readBack.${key}`, { text: value })]
}

function you(facts: ReadBackFacts, words: Words): string {
  return words.t(`intake.readBack.you.${facts.salutation}`)
}

/** What was typed, as the middle of a sentence: one line, without the stop the sentence brings itself. */
function inner(text: string): string {
  return cleanLine(text).replace(/[\s.;,!?]+$/u, '')
}

function listed(
  items: readonly string[],
  type: 'conjunction' | 'disjunction',
  words: Words,
): string {
  return new Intl.ListFormat(words.language, { type }).format(items)
}
