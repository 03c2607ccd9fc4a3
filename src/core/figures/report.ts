import { formatDate, vietnamDate, type Instant } from '../kernel/calendar.ts'
import { nameIn, signatureIn } from '../letters/english-names.ts'
import type { Block, LetterDocument, Logo } from '../letters/document.ts'
import type { Settings } from '../settings/model.ts'
import type { Language } from '../taxonomies/term.ts'
import { readable, type Cell } from './cell.ts'
import type { PeriodFigures } from './model.ts'
import { figureTables, type FigureTable, type Names } from './tables.ts'
import { FIGURE_WORDS } from './words.ts'

/** The report of the board over a period, on its own paper: the number is put in by hand when it is signed. */
export function reportDocument(
  figures: PeriodFigures,
  names: Names & Readonly<{ settings: Settings }>,
  options: Readonly<{ language: Language; at: Instant; logo: Logo | null }>,
): LetterDocument {
  const { language, at, logo } = options
  const { organisation, letters } = names.settings
  const words = FIGURE_WORDS[language].report
  const from = formatDate(figures.from)
  const to = formatDate(figures.to)
  const board = nameIn(organisation.boardName, language)
  const paragraph = (text: string): Block => ({ type: 'paragraph', text })
  return {
    kind: 'BC',
    language,
    title: `${words.title} ${from} – ${to}`,
    typeLine: words.typeLine,
    subject: words.subject(from, to),
    nationalHeading: letters.nationalHeading,
    issuer: { parentName: organisation.legalName, name: board, logo },
    number: null,
    symbol: 'BC-BQT',
    place: organisation.place,
    date: vietnamDate(at),
    recipientLines: [],
    parts: [
      {
        key: 'opening',
        heading: null,
        blocks: [paragraph(words.opening(board, from, to))],
      },
      ...figureTables(figures, names, language).map((table, at) => ({
        key: `table-${at}`,
        heading: `${at + 1}. ${table.name}`,
        blocks: [tableBlock(table, language)],
      })),
      { key: 'note', heading: null, blocks: [paragraph(words.note), paragraph(words.close)] },
    ],
    signature: {
      authority: signatureIn(letters.authority, language),
      acting: signatureIn(letters.acting ?? '', language),
      title: signatureIn(letters.signatoryTitle, language),
      name: letters.signatoryName,
    },
    copies: [words.copies],
    footer: {
      legalName: organisation.legalName,
      address: organisation.address,
      phone: organisation.phone,
      email: organisation.email,
      website: organisation.website,
      taxCode: organisation.taxCode,
    },
    meta: {
      letterId: '',
      complaintCode: '',
      contentHash: null,
      auditHead: null,
      issuedAt: at,
    },
    draft: false,
  }
}

/** How figures are grouped on paper: a sum of money is not to be counted digit by digit. */
const NUMBERS_IN: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' }

function tableBlock({ heads, rows }: FigureTable, language: Language): Block {
  const text = (cell: Cell): string =>
    typeof cell === 'number' ? cell.toLocaleString(NUMBERS_IN[language]) : String(readable(cell))
  return {
    type: 'table',
    columns: heads.map((heading, at) => ({ heading, width: at === 0 ? 12 : 5 })),
    rows: rows.map((row) => row.map(text)),
  }
}
