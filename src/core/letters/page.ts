import { assertNever } from '../kernel/errors.ts'
import { formatDateLong } from '../kernel/calendar.ts'
import type { Block, LetterDocument, LetterFooter } from './document.ts'
import { LETTER_WORDS, type LetterWords } from './words.ts'

/** The lines of the page that are made from the document's facts rather than written by somebody. */
export type PageLines = Readonly<{
  words: LetterWords
  numberLine: string
  placeAndDate: string
  footerLines: readonly string[]
}>

/** Room to write in by hand; no-break, so that it neither collapses nor ends up at a line's end. */
const BLANK = '\u00a0'.repeat(7)

/** Everything printed besides the document's own strings, in the letter's language. */
export function pageLines(document: LetterDocument): PageLines {
  const words = LETTER_WORDS[document.language]
  return {
    words,
    numberLine: `${words.numberLabel} ${document.number ?? `${BLANK}/${document.symbol}`}`,
    placeAndDate: placeAndDate(document),
    footerLines: footerLines(document.footer, words),
  }
}

/**
 * Every piece of text the PDF must contain, in reading order, so that a test (or an archivist) can
 * compare it with what comes out of the file. Footer, page numbers and the draft mark repeat from
 * page to page and are not part of it.
 */
export function documentText(document: LetterDocument): readonly string[] {
  const { words, numberLine, placeAndDate: place } = pageLines(document)
  return [
    document.issuer.parentName,
    document.issuer.name,
    ...(document.nationalHeading ? [words.country, words.motto] : []),
    numberLine,
    place,
    document.typeLine ?? '',
    document.subject,
    ...(document.recipientLines.length > 0 ? [words.recipientLabel] : []),
    ...document.recipientLines,
    ...document.parts.flatMap((part) => [part.heading ?? '', ...part.blocks.flatMap(blockText)]),
    ...(document.copies.length > 0 ? [words.copiesLabel, ...document.copies] : []),
    document.signature.authority ?? '',
    document.signature.title,
    document.signature.name,
  ].filter((text) => text !== '')
}

function blockText(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items
    case 'table':
      return [...block.columns.map((column) => column.heading), ...block.rows.flat()]
    case 'keyValues':
      return block.pairs.flatMap((pair) => [pair.label, pair.value])
    default:
      return assertNever(block)
  }
}

function placeAndDate({ place, date, language }: LetterDocument): string {
  if (date !== null) return `${place}, ${formatDateLong(date, language)}`
  return language === 'vi'
    ? `${place}, ngày${BLANK}tháng${BLANK}năm${BLANK}`
    : `${place}, ${BLANK}${BLANK}${BLANK}`
}

function footerLines(footer: LetterFooter, words: LetterWords): readonly string[] {
  const labelled = (label: string, value: string): string => (value === '' ? '' : `${label} ${value}`)
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
