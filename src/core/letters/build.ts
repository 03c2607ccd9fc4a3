import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Instant, LocalDate } from '../kernel/calendar.ts'
import type { Sha256 } from '../ports.ts'
import { textToBlocks, type LetterDocument } from './document.ts'
import {
  composeResultParts,
  recipientLines,
  recipientName,
  remedyTable,
  type LetterFacts,
} from './compose-result.ts'
import type { LetterPart, Signatory } from './model.ts'
import { RESULT_WORDING } from './wording.ts'
import type { Language } from '../taxonomies/term.ts'

/** The symbol of the board's notices in `01/TB-BQT`. Numbers run per symbol and year, from 1 each January. */
export const NOTICE_SYMBOL = 'TB-BQT'

/** The name of the gapless series letters of a year take their numbers from. */
export function letterSeries(symbol: string, year: number): string {
  return `letter:${symbol}:${year}`
}

/** `01/TB-BQT`: below ten with a leading zero (Decree 30/2020, Appendix I). */
export function letterNumber(number: number, symbol: string): string {
  return `${String(number).padStart(2, '0')}/${symbol}`
}

export type LetterContent = Readonly<{
  language: Language
  parts: readonly LetterPart[]
  signatory: Signatory
}>

/** What only an issued letter has. */
export type Issued = Readonly<{
  number: string
  issuedOn: LocalDate
  issuedAt: Instant
  auditHead: string | null
}>

/** The whole letter as data: the author's text, the facts that are not edited, and the letterhead. */
export function buildDocument(
  content: LetterContent,
  facts: LetterFacts,
  letterId: string,
  issued: (Issued & Readonly<{ contentHash: string }>) | null,
): LetterDocument {
  const { language, signatory } = content
  const words = RESULT_WORDING[language]
  const { organisation, letters } = facts.settings
  const { complaint } = facts.file
  return {
    kind: 'L4',
    language,
    title: `${words.title} ${complaint.code}`,
    typeLine: words.typeLine,
    subject: words.subject(complaint.code),
    nationalHeading: letters.nationalHeading,
    issuer: { parentName: organisation.legalName, name: organisation.boardName, logo: null },
    number: issued?.number ?? null,
    symbol: NOTICE_SYMBOL,
    place: organisation.place,
    date: issued?.issuedOn ?? null,
    recipientLines: recipientLines(facts, language),
    parts: content.parts.map((part) => ({
      key: part.key,
      heading: part.heading,
      blocks: [
        ...textToBlocks(part.text),
        ...(part.key === 'remedy' ? remedyTable(facts, language) : []),
      ],
    })),
    signature: signatory,
    copies: words.copies(recipientName(facts, language)),
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
 * SHA-256 of the letter as the facts alone would have it: differs as soon as a stated fact does. Who signs
 * is the author's choice like the text of a part, not a fact.
 */
export function hashFacts(language: Language, facts: LetterFacts, sha256: Sha256): string {
  const parts = composeResultParts(facts, language)
  return hashContent({ language, parts, signatory: NOBODY }, facts, sha256)
}

const NOBODY: Signatory = { authority: '', title: '', name: '' }
