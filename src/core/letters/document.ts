import type { Instant, LocalDate } from '../kernel/calendar.ts'
import type { Language } from '../taxonomies/term.ts'
import type { LetterKind } from './kinds.ts'

/** The letters of the desk, by the codes under which the board keeps them; BC is its report, SO a register of it, HS a case. */
export type DocumentKind = LetterKind | 'BC' | 'SO' | 'HS'

/** A column of a table; `width` is its share of the line against the other columns' widths. */
export type TableColumn = Readonly<{ heading: string; width: number }>

/** What a part is made of. Every string is plain text: no mark-up of any kind is read in it. */
export type Block = Readonly<
  /** `italic` for a rule cited before the text. */
  | { type: 'paragraph'; text: string; italic?: true }
  | { type: 'list'; items: readonly string[] }
  | { type: 'table'; columns: readonly TableColumn[]; rows: readonly (readonly string[])[] }
  /** A place to sign for each, the part over the room and the name under it. */
  | { type: 'signatures'; people: readonly Readonly<{ name: string; capacity: string }>[] }
  | { type: 'keyValues'; pairs: readonly Readonly<{ label: string; value: string }>[] }
>

/** A titled piece of the body, the unit in which an author edits. `key` is stable across languages. */
export type DocumentPart = Readonly<{
  key: string
  heading: string | null
  blocks: readonly Block[]
}>

export type LogoMediaType = 'image/png' | 'image/jpeg' | 'image/svg+xml'

/** A picture for the letterhead, already checked and limited in size; `base64` holds its bytes. */
export type Logo = Readonly<{ mediaType: LogoMediaType; base64: string }>

/** The legal entity above, the board below, as printed in the upper left corner. */
export type LetterIssuer = Readonly<{ parentName: string; name: string; logo: Logo | null }>

/**
 * `TM. BAN QUẢN TRỊ WEBSITE` over `TRƯỞNG BAN` over the name, with `KT. TRƯỞNG BAN` between them where a deputy signs;
 * `authority` is null when one signs for oneself.
 */
export type LetterSignature = Readonly<{
  authority: string | null
  acting?: string | undefined
  title: string
  name: string
}>

/** How the company can be reached, in small type at the foot of the first page; an empty field is left out. */
export type LetterFooter = Readonly<{
  legalName: string
  address: string
  phone: string
  email: string
  website: string
  taxCode: string
}>

/** What a copy is checked against. Goes into the file's metadata, not onto the page. */
export type LetterMeta = Readonly<{
  letterId: string
  complaintCode: string
  contentHash: string | null
  auditHead: string | null
  issuedAt: Instant | null
}>

/**
 * A letter as data, complete: the same document always gives the same PDF bytes.
 *
 * `typeLine` (`THÔNG BÁO`) makes it a typed document, whose subject stands bold below that line;
 * null makes it a công văn, whose subject (`V/v …`) stands under the number (Decree 30/2020,
 * Appendix I). `number` is printed as given (`01/TB-BQT`); while it is null the place before
 * `symbol` (`TB-BQT`) stays blank, because a number is never invented. A null `date` likewise.
 */
export type LetterDocument = Readonly<{
  kind: DocumentKind
  language: Language
  /** The title of the PDF: what a reader's window and a screen reader announce. */
  title: string
  typeLine: string | null
  subject: string
  nationalHeading: boolean
  issuer: LetterIssuer
  number: string | null
  symbol: string
  place: string
  date: LocalDate | null
  /** The addressee first, then what is known of them, one line each. Empty for a sheet. */
  recipientLines: readonly string[]
  parts: readonly DocumentPart[]
  signature: LetterSignature
  /** The lines under `Nơi nhận:`, each with its own closing `;` or `.`. */
  copies: readonly string[]
  footer: LetterFooter
  meta: LetterMeta
  /** Marks every page `DỰ THẢO`. */
  draft: boolean
}>

/** A character the letter typeface lacks, printed as an empty box, and how often the letter uses it. */
export type MissingGlyph = Readonly<{ codePoint: number; count: number }>

/**
 * Reads plain text as an author types it: a line is a paragraph, lines that start with `- ` form a
 * list, blank lines only separate. Nothing but the list mark is ever interpreted.
 */
export function textToBlocks(text: string): readonly Block[] {
  const blocks: Block[] = []
  let items: string[] = []
  const closeList = (): void => {
    if (items.length > 0) blocks.push({ type: 'list', items })
    items = []
  }
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/u).map((each) => each.trim())) {
    const item = /^- +(.*)$/u.exec(line)?.[1]
    if (item !== undefined) {
      items.push(item)
      continue
    }
    if (line === '') continue
    closeList()
    blocks.push({ type: 'paragraph', text: line })
  }
  closeList()
  return blocks
}
