import { RULE } from '../../deadlines/rule-table.ts'
import { formatDate } from '../../kernel/calendar.ts'
import { maskEmail, maskPhone } from '../../kernel/mask.ts'
import { formatPhone } from '../../kernel/phone.ts'
import { upperFirst } from '../../kernel/text.ts'
import type { RemediationStep } from '../../remediation/model.ts'
import { REMEDIES } from '../../taxonomies/remedies.ts'
import { nameOf, type Language } from '../../taxonomies/term.ts'
import type { Block } from '../document.ts'
import type { Variant } from '../kind-record.ts'
import { fulfilledBy, LETTERS, type LetterKind } from '../kinds.ts'
import type { LetterPart } from '../model.ts'
import type { Particulars } from '../particulars.ts'
import { HOUSE_WORDING } from '../../phrases/house/index.ts'
import { phraseFor } from '../../phrases/lookup.ts'
import { fieldsOfPhrase, fillPhrase } from '../../phrases/template.ts'
import { isMailPart } from '../wording.ts'
import { FACT_WORDS } from './fact-formatting.ts'
import type { LetterFacts } from './facts.ts'
import { typedFor, type Typed } from './masked-text.ts'
import { mergeValues, type FactValues } from './merge-values.ts'
import { statedSteps } from './steps-in-letter.ts'
import { organisationPairs, signaturesOfRecord, violationPairs } from './violation.ts'

/** The part that the measures of the case follow as a table. */
const REMEDY_PART = 'remedy'

/** What decides which letter is composed: its kind, wording and language, and what its author said. */
export type LetterPlan = Readonly<{
  kind: LetterKind
  variant: Variant
  language: Language
  particulars: Particulars
}>

/**
 * The parts of a letter as the facts and the house phrases have them, the subject first. A fact not on
 * record yet leaves its line out; issuing is refused elsewhere until nothing is missing (`readiness.ts`).
 */
export function composeParts(facts: LetterFacts, plan: LetterPlan): readonly LetterPart[] {
  const { kind, language } = plan
  const values = mergeValues(facts, plan)
  const variant = variantFor(facts, plan)
  return HOUSE_WORDING[kind].parts
    .filter(({ key, only }) => !isMailPart(key) && (only?.includes(variant) ?? true))
    .map(({ key, heading }) => {
      const phrase = phraseOf(facts, plan, key)
      return {
        key,
        heading: heading?.[language] ?? null,
        text: fillPhrase(phrase, values),
        edited: false,
        fields: fieldsOfPhrase(phrase),
      }
    })
}

/**
 * The variant and the value of every merge field these parts were composed from: what the board words
 * otherwise meanwhile is no fact of theirs. Without parts, those of the letter as it would be composed now.
 */
export function statedValues(
  facts: LetterFacts,
  plan: LetterPlan,
  parts: readonly LetterPart[] = composeParts(facts, plan),
): Readonly<Record<string, string>> {
  const values: Readonly<Record<string, string>> = mergeValues(facts, plan)
  const named = parts.flatMap(
    ({ key, fields }) => fields ?? fieldsOfPhrase(phraseOf(facts, plan, key)),
  )
  const stated = new Map(named.map((name) => [name, values[name] ?? '']))
  return Object.fromEntries(stated.set('variant', variantFor(facts, plan)))
}

/** The e-mail that carries an issued letter, from its house phrase. */
export function composeMail(
  facts: LetterFacts,
  plan: LetterPlan,
  issued: Pick<FactValues, 'letterTitle' | 'letterNumber' | 'letterDay'>,
): Readonly<{ subject: string; text: string }> {
  const values = { ...mergeValues(facts, plan), ...issued }
  const fill = (part: string): string => fillPhrase(phraseOf(facts, plan, part), values)
  return { subject: fill('mailSubject').replace(/\s+/gu, ' '), text: fill('mailBody').trim() }
}

/** The phrase such a letter has in a part, as the board words it now. */
function phraseOf(facts: LetterFacts, plan: LetterPlan, part: string): string {
  const { kind, language } = plan
  const slot = { kind, variant: variantFor(facts, plan), part }
  return phraseFor(facts.phrases, slot, language)
}

/** The wording a letter gets: that of the outcome on record where it decides, else the one its author chose. */
export function variantFor(
  { file }: LetterFacts,
  { kind, variant }: Readonly<{ kind: LetterKind; variant: Variant }>,
): Variant {
  return LETTERS[kind].variantBy === 'outcome' ? (file.complaint.outcome ?? '') : variant
}

/** Facts that follow the text of a part as a table or as pairs, and are not edited. */
export function fixedBlocks(part: string, facts: LetterFacts, plan: LetterPlan): readonly Block[] {
  if (part === REMEDY_PART) return remedyTable(facts, plan)
  if (part === 'receipt' && isSheet(plan.kind)) return [sheetPairs(facts, plan)]
  if (part === 'organisation') return [organisationPairs(facts, plan.language)]
  if (part === 'violation') return [violationPairs(facts, plan.language)]
  if (part === 'confirmation' && isSheet(plan.kind)) return signatureOfComplainant(facts, plan)
  if (part === 'close' && isRecord(plan)) return signaturesOfRecord(facts)
  return []
}

const COMPLAINANT = { vi: 'NGƯỜI KHIẾU NẠI', en: 'COMPLAINANT' } as const

/** Who was there to hear it read back signs that it is right; nobody can on the telephone. */
function signatureOfComplainant(
  { file: { complaint } }: LetterFacts,
  { language }: LetterPlan,
): readonly Block[] {
  if (complaint.channel !== 'in-person') return []
  const { fullName: name } = complaint.complainant
  return [{ type: 'signatures', people: [{ name, capacity: COMPLAINANT[language] }] }]
}

/** Whether it is the record of a violation (biên bản), which all who were there sign. */
function isRecord(plan: LetterPlan): boolean {
  return fulfilledBy(plan).includes(RULE.breachRecord)
}

/** Whether such a letter lists what was or is to be done, each with its day. */
export function listsMeasures(kind: LetterKind): boolean {
  return HOUSE_WORDING[kind].parts.some(({ key }) => key === REMEDY_PART)
}

function remedyTable(
  { file, settings }: LetterFacts,
  { kind, language }: LetterPlan,
): readonly Block[] {
  const words = FACT_WORDS[language]
  const steps = statedSteps(kind, file.steps)
  if (steps.length === 0) return []
  const { maskedText } = typedFor({ settings })
  return [
    {
      type: 'table',
      columns: [
        { heading: words.remedyTable.measure, width: 13 },
        { heading: words.remedyTable.status, width: 7 },
      ],
      rows: steps.map((step) => [
        measureOf(step, maskedText, language),
        step.state === 'done' && step.doneOn !== null
          ? words.done(formatDate(step.doneOn))
          : step.dueOn === null
            ? ''
            : words.planned(formatDate(step.dueOn)),
      ]),
    },
  ]
}

/** What is done, in the words of its kind and its author, and what is paid. */
function measureOf(
  { type, description, compensation }: RemediationStep,
  maskedText: Typed['maskedText'],
  language: Language,
): string {
  const told = [nameOf(REMEDIES, type, language), maskedText(description)]
  const measure = told.filter((text) => text !== '').join(': ')
  if (compensation === null) return measure
  const { amount, decidedOn } = compensation
  return `${measure} (${FACT_WORDS[language].paid(amount, formatDate(decidedOn))})`
}

/** What the intake sheet says about call and caller. An empty line is left out, not printed blank. */
function sheetPairs(facts: LetterFacts, plan: LetterPlan): Block {
  const { complainant } = facts.file.complaint
  const words = FACT_WORDS[plan.language].sheet
  const values = mergeValues(facts, plan)
  const pair = (label: string, value: string) => ({ label, value })
  return {
    type: 'keyValues',
    pairs: [
      pair(words.code, values.code),
      pair(words.received, values.receivedAt),
      pair(words.channel, FACT_WORDS[plan.language].channelName[facts.file.complaint.channel]),
      pair(words.takenBy, values.takenBy),
      pair(words.name, complainant.fullName),
      pair(
        words.phone,
        complainant.phones.map((phone) => maskPhone(formatPhone(phone.e164))).join('; '),
      ),
      pair(words.email, maskEmail(complainant.email ?? '')),
      pair(words.address, complainant.address ?? ''),
      pair(words.account, complainant.memberAccount ?? ''),
      pair(words.actingFor, values.actingFor),
      pair(words.site, values.site),
      pair(words.subject, values.subject),
      pair(words.dataItems, upperFirst(values.dataItems)),
      pair(words.dueOn, values.dueOn),
    ].filter(({ value }) => value !== ''),
  }
}

/** Whether the kind's page is a sheet of the house, with the clerk's name below instead of the board's. */
export function isSheet(kind: LetterKind): boolean {
  return LETTERS[kind].form === 'sheet'
}
