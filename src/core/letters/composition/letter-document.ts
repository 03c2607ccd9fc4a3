import type { Instant, LocalDate } from '../../kernel/calendar.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { maskCardNumbers, maskIdNumbers } from '../../kernel/mask.ts'
import type { Sha256 } from '../../kernel/sources.ts'
import type { Language } from '../../taxonomies/term.ts'
import type { Block, LetterDocument } from '../document.ts'
import type { Variant } from '../kind-record.ts'
import { symbolOf, traitsOf, type LetterKind } from '../kinds.ts'
import type { LetterPart, Signatory } from '../model.ts'
import { HOUSE_WORDING } from '../../phrases/house/index.ts'
import { SUBJECT_PART } from '../wording.ts'
import { fixedBlocks, isSheet, statedValues, type LetterPlan } from './letter-content.ts'
import { nameIn } from '../english-names.ts'
import { FACT_WORDS } from './fact-formatting.ts'
import type { LetterFacts } from './facts.ts'
import { longDay } from './long-day.ts'
import { withLateAnswer } from './late-answer.ts'
import { withRightsPart } from './rights-part.ts'
import { blocksOf } from './recitals.ts'
import { recipientLines, recipientName } from './recipient.ts'

/** What a letter says: its plan, the author's words, who signs, and the letter it replaces. */
export type LetterContent = LetterPlan &
  Readonly<{
    parts: readonly LetterPart[]
    signatory: Signatory
    replacesId: string | null
  }>

/** What only an issued letter has. */
export type Issued = Readonly<{
  number: string
  issuedOn: LocalDate
  issuedAt: Instant
  auditHead: string | null
}>

/** What such a letter is called in its language, as in its PDF's title and wherever one is named. */
export function titleOf(
  { kind, variant }: Readonly<{ kind: LetterKind; variant: Variant }>,
  language: Language,
): string {
  return nameOfDocument(kind, variant).title[language]
}

/** Title and type line of a letter: those of its kind, unless its variant is a document of another name. */
function nameOfDocument(kind: LetterKind, variant: Variant) {
  const wording = HOUSE_WORDING[kind]
  return wording.byVariant?.[variant] ?? wording
}

/** The whole letter as data: the author's text, the facts that are not edited, and the letterhead. */
export function buildDocument(
  content: LetterContent,
  facts: LetterFacts,
  letterId: string,
  issued: (Issued & Readonly<{ contentHash: string }>) | null,
): LetterDocument {
  const { kind, variant, language } = content
  const { organisation, letters } = facts.settings
  const { complaint } = facts.file
  return {
    kind,
    language,
    title: `${titleOf(content, language)} ${complaint.code}`,
    typeLine: nameOfDocument(kind, variant).typeLine?.[language] ?? null,
    subject: withoutSecrets(content.parts.find(({ key }) => key === SUBJECT_PART)?.text ?? ''),
    nationalHeading: letters.nationalHeading,
    issuer: {
      ...(traitsOf(content).signedFor === 'organisation'
        ? { parentName: '', name: organisation.legalName }
        : {
            parentName: organisation.legalName,
            name: nameIn(organisation.boardName, language),
          }),
      logo: facts.logo,
    },
    number: issued?.number ?? null,
    symbol: symbolOf(content),
    place: organisation.place,
    date: issued?.issuedOn ?? null,
    recipientLines: recipientLines(content, facts, language),
    parts: bodyParts(content, facts),
    signature: isSheet(kind)
      ? { authority: null, title: FACT_WORDS[language].receiver, name: facts.takenBy }
      : content.signatory,
    copies: isSheet(kind) ? [] : copyLines(recipientName(content, facts, language), language),
    footer: {
      legalName: organisation.legalName,
      address: organisation.address,
      phone: organisation.phone,
      email: organisation.email,
      website: organisation.website,
      taxCode: organisation.taxCode,
    },
    meta: {
      letterId,
      complaintCode: complaint.code,
      contentHash: issued?.contentHash ?? null,
      auditHead: issued?.auditHead ?? null,
      issuedAt: issued?.issuedAt ?? null,
    },
    draft: issued === null,
  }
}

/** SHA-256 of everything a letter says and to whom, without number, date and state: what an approval is given for. */
export function hashContent(content: LetterContent, facts: LetterFacts, sha256: Sha256): string {
  const document = buildDocument(content, facts, '', null)
  return sha256(canonicalJson({ ...document, meta: null, draft: null }))
}

/**
 * SHA-256 of the facts a letter states: those its parts were composed from, its tables, its addressee and
 * letterhead. Differs as soon as one of them does. Who signs, and how the author or the board words it, is
 * a choice, not a fact. Without parts, of the letter as it would be composed now.
 */
export function hashFacts(
  content: LetterPlan & Pick<LetterContent, 'replacesId'> & Partial<Pick<LetterContent, 'parts'>>,
  facts: LetterFacts,
  sha256: Sha256,
): string {
  const wordless = HOUSE_WORDING[content.kind].parts.map(({ key }) => ({
    key,
    heading: null,
    text: '',
    edited: false,
  }))
  const frame = buildDocument({ ...content, parts: wordless, signatory: NOBODY }, facts, '', null)
  return sha256(canonicalJson({ frame, values: statedValues(facts, content, content.parts) }))
}

const NOBODY: Signatory = { authority: '', title: '', name: '' }

/** Parts with something to say, their headings numbered in order; a sheet's are not numbered. */
function bodyParts(content: LetterContent, facts: LetterFacts): LetterDocument['parts'] {
  const replaced = replacedBlocks(content, facts)
  const written = content.parts
    .filter(({ key }) => key !== SUBJECT_PART)
    .map(({ key, heading, text }) => ({
      key,
      heading,
      blocks: [...blocksOf(key, withoutSecrets(text)), ...fixedBlocks(key, facts, content)],
    }))
  const generated = withLateAnswer(content, facts, withRightsPart(content, facts, written))
  const parts = generated.filter(({ blocks }) => blocks.length > 0)
  let number = 0
  const headed = parts.map((part) => {
    if (part.heading === null || isSheet(content.kind)) return part
    number += 1
    return { ...part, heading: `${number}. ${part.heading}` }
  })
  return replaced.length === 0
    ? headed
    : [{ key: 'replaces', heading: null, blocks: replaced }, ...headed]
}

/** Card and identity numbers never leave the house, whoever typed them. */
function withoutSecrets(text: string): string {
  return maskIdNumbers(maskCardNumbers(text))
}

/** Under `Nơi nhận`: the addressee, who stands at the head of the page, and the file. */
function copyLines(recipient: string, language: Language): readonly string[] {
  const { asAbove, filed } = FACT_WORDS[language]
  return recipient === '' ? [filed] : [asAbove, filed]
}

/** A correction names the letter it replaces, before anything else. */
function replacedBlocks(
  { replacesId, language }: LetterContent,
  { file, settings }: LetterFacts,
): readonly Block[] {
  const replaced = file.letters.find(({ id }) => id === replacesId)
  if (replaced === undefined || replaced.number === null || replaced.issuedOn === null) return []
  const text = FACT_WORDS[language].replaces(
    titleOf(replaced, language),
    replaced.number,
    longDay(replaced.issuedOn, language),
    settings.organisation.boardName,
  )
  return [{ type: 'paragraph', text }]
}
