import { formatDateLong } from '../kernel/calendar.ts'
import { assertNever } from '../kernel/errors.ts'
import { checkCode } from './check-code.ts'
import type { Block, LetterDocument, LetterFooter, LetterMeta } from './document.ts'
import { LETTER_WORDS, type LetterWords } from './page-labels.ts'

/** The lines of the page as printed, made from the document's facts and the fixed words. */
export type PageLines = Readonly<{
  words: LetterWords
  parentName: string
  issuerName: string
  numberLine: string
  placeAndDate: string
  typeLine: string
  recipientLines: readonly string[]
  authority: string
  acting: string
  signerTitle: string
  footerLines: readonly string[]
}>

/** Room to write in by hand; no-break, so that it neither collapses nor ends up at a line's end. */
const BLANK = '\u00a0'.repeat(7)

/** Everything printed that is not the document's own running text, in the letter's language. */
export function pageLines(document: LetterDocument): PageLines {
  const { language, issuer, signature } = document
  const words = LETTER_WORDS[language]
  return {
    words,
    parentName: issuer.parentName.toLocaleUpperCase(language),
    issuerName: issuer.name.toLocaleUpperCase(language),
    numberLine: `${words.numberLabel} ${document.number ?? `${BLANK}/${document.symbol}`}`,
    placeAndDate: placeAndDate(document),
    typeLine: (document.typeLine ?? '').toLocaleUpperCase(language),
    recipientLines: document.recipientLines.filter((line) => line !== ''),
    authority: (signature.authority ?? '').toLocaleUpperCase(language),
    acting: (signature.acting ?? '').toLocaleUpperCase(language),
    signerTitle: signature.title.toLocaleUpperCase(language),
    footerLines: [...footerLines(document.footer, words), ...checkLines(document.meta, words)],
  }
}

/**
 * Every piece of text the PDF must contain, in reading order, so that a test (or an archivist) can
 * compare it with what comes out of the file. Heads of a table that breaks, footer, page numbers and
 * the draft mark repeat from page to page and are not part of it.
 */
export function documentText(document: LetterDocument): readonly string[] {
  const lines = pageLines(document)
  const { words } = lines
  return [
    lines.parentName,
    lines.issuerName,
    ...(document.nationalHeading ? [words.country, words.motto] : []),
    lines.numberLine,
    lines.placeAndDate,
    lines.typeLine,
    document.subject,
    ...(lines.recipientLines.length > 0 ? [words.recipientLabel, ...lines.recipientLines] : []),
    ...document.parts.flatMap((part) => [part.heading ?? '', ...part.blocks.flatMap(blockText)]),
    ...(document.copies.length > 0 ? [words.copiesLabel, ...document.copies] : []),
    lines.authority,
    lines.acting,
    lines.signerTitle,
    document.signature.name,
  ]
    .map(printable)
    .filter((text) => text !== '')
}

/** What Word and Zalo put before the items of a list: of a symbol font, or an arrow or tick at the beginning of a line. */
const SYMBOL_BULLET = /[\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf06e]/gu
const DRAWN_BULLET = /(?<=^[ \u00a0]*)[➢➤►▶✓✔✦❖◆●☑]/gmu

/**
 * A string fit for paper: its bullets as bullets, NFC, well-formed, and without what has no place on a page (control
 * characters, direction overrides, joiners, variation selectors). Line feeds stay.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(/(?!\n)\p{Cc}|\p{Cf}|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, '')
    .normalize('NFC')
    .replace(SYMBOL_BULLET, '•')
    .replace(DRAWN_BULLET, '•')
}

function blockText(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items.map((item) => `- ${item}`)
    case 'table':
      return [...block.columns.map((column) => column.heading), ...block.rows.flat()]
    case 'keyValues':
      return block.pairs.flatMap((pair) => [pair.label, pair.value])
    case 'signatures':
      return block.people.flatMap((person) => [person.capacity, person.name])
    default:
      return assertNever(block)
  }
}

function placeAndDate({ place, date, language }: LetterDocument): string {
  if (date !== null) return `${place}, ${formatDateLong(date, language)}`
  return language === 'vi'
    ? `${place}, ngày${BLANK}tháng${BLANK}năm${BLANK}`
    : `${place},${BLANK}${BLANK}${BLANK}`
}

/** By which a paper copy of an issued letter is checked against the program. */
function checkLines({ contentHash, auditHead }: LetterMeta, words: LetterWords): readonly string[] {
  if (contentHash === null) return []
  const [sequence = '', hash = ''] = auditHead?.split(':') ?? []
  const head = hash === '' ? '' : ` · ${words.auditLabel} ${sequence}-${hash.slice(0, 8)}`
  return [`${words.checkLabel} ${checkCode(contentHash)}${head}`]
}

function footerLines(footer: LetterFooter, words: LetterWords): readonly string[] {
  const labelled = (label: string, value: string): string =>
    value === '' ? '' : `${label} ${value}`
  const reach = [
    labelled(words.phoneLabel, footer.phone),
    labelled(words.emailLabel, footer.email),
    labelled(words.websiteLabel, footer.website),
    labelled(words.taxCodeLabel, footer.taxCode),
  ]
  return [
    footer.legalName,
    labelled(words.addressLabel, footer.address),
    reach.filter((each) => each !== '').join(' · '),
  ].filter((line) => line !== '')
}
