import type { Breach } from '../../breach/model.ts'
import { readPresent } from '../../breach/minutes.ts'
import { formatDate, isLocalDate } from '../../kernel/calendar.ts'
import { DATA_ITEMS } from '../../taxonomies/data-items.ts'
import { nameOf, type Language } from '../../taxonomies/term.ts'
import type { Block } from '../document.ts'
import { FACT_WORDS } from './fact-formatting.ts'
import type { LetterFacts } from './facts.ts'
import { typedFor } from './masked-text.ts'
import { momentWords } from './merge-values.ts'
import { officerOf } from './officer.ts'

type Pair = Readonly<{ label: string; value: string }>

/** Part 1 of Form 08: who gives notice, and whom the authority may ask. */
export function organisationPairs({ settings }: LetterFacts, language: Language): Block {
  const { organisation, notices } = settings
  const words = FACT_WORDS[language]
  const { registrationNumber, registeredBy, registeredOn } = notices
  return pairs([
    [words.form08.name, organisation.legalName],
    [words.form08.address, organisation.address],
    [words.form08.tradingAddress, notices.tradingAddress],
    [
      words.form08.registration,
      registrationNumber === ''
        ? ''
        : words.registration(
            registrationNumber,
            registeredBy,
            isLocalDate(registeredOn) ? formatDate(registeredOn) : registeredOn,
          ),
    ],
    [words.form08.taxCode, organisation.taxCode],
    [words.form08.phone, organisation.phone],
    [words.form08.website, organisation.website],
    [words.form08.officer, officerOf(notices)],
  ])
}

/**
 * Part 2 of Form 08, which is also what a record confirms (Decree 356/2025, Article 28.1). What was typed of
 * people is masked like everywhere else: the authority asks for categories and numbers, not for names.
 */
export function violationPairs(
  { file: { breach }, settings }: LetterFacts,
  language: Language,
): Block {
  const words = FACT_WORDS[language]
  const { maskedText } = typedFor({ settings })
  if (breach === null) return pairs([])
  const { place, happened, involved, consequence, measures } = breach
  return pairs([
    [words.form08.occurredAt, occurrenceWords(breach, language)],
    [words.form08.detectedAt, momentWords(breach.detectedAt, language)],
    [words.form08.place, maskedText(place)],
    [words.form08.happened, maskedText(happened)],
    [words.form08.involved, maskedText(involved)],
    [
      words.form08.data,
      [
        ...breach.dataItems.map((code) => nameOf(DATA_ITEMS, code, language)),
        words.quantity(maskedText(breach.dataQuantity)),
      ].join('; '),
    ],
    [words.form08.people, words.people(breach.people)],
    [words.form08.officer, officerOf(settings.notices)],
    [words.form08.consequence, maskedText(consequence)],
    [words.form08.measures, maskedText(measures)],
  ])
}

/** A place to sign for each who was there when the record was drawn up. */
export function signaturesOfRecord({ file: { breach }, settings }: LetterFacts): readonly Block[] {
  const { maskedText } = typedFor({ settings })
  const people = readPresent(breach?.minutesPresent ?? '').map(({ name, capacity }) => ({
    name: maskedText(name),
    capacity: maskedText(capacity).toLocaleUpperCase('vi'),
  }))
  return people.length === 0 ? [] : [{ type: 'signatures', people }]
}

/** When it happened, as far as that is known; the form asks for it apart from the detection (Decree 356/2025, Article 28.1). */
function occurrenceWords({ occurrence, occurredAt }: Breach, language: Language): string {
  const words = FACT_WORDS[language].occurrence
  return occurredAt === null
    ? words.unknown
    : words[occurrence === 'estimated' ? 'estimated' : 'known'](momentWords(occurredAt, language))
}

function pairs(all: readonly (readonly [label: string, value: string])[]): Block {
  const kept: readonly Pair[] = all
    .map(([label, value]) => ({ label, value }))
    .filter(({ value }) => value !== '')
  return { type: 'keyValues', pairs: kept }
}
