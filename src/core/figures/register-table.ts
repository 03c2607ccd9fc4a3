import type { LostNumber } from '../audit/numbers.ts'
import { withTexts, type Cover } from '../complaints/cover.ts'
import { COVERED } from '../kernel/cover-names.ts'
import {
  formatDate,
  vietnamDate,
  vietnamTime,
  type Instant,
  type LocalDate,
} from '../kernel/calendar.ts'
import { seriesNameOf } from '../kernel/series.ts'
import type { Block, LetterDocument } from '../letters/document.ts'
import type { Organisation } from '../settings/model.ts'
import type { Language } from '../taxonomies/term.ts'
import { readable, type Cell } from './cell.ts'
import { REGISTER_COLUMNS, type RegisterNames, type ShownLine } from './register-columns.ts'
import { REGISTER_WORDS } from './register-words.ts'
import type { Lines, Register, RegisterLine } from './registers.ts'

/** A line as somebody is shown it: names and texts covered where the case is. */
export function showLine<Line extends RegisterLine>(line: Line, cover: Cover): ShownLine<Line> {
  const { identity, covers, text } = cover
  const shown = withTexts(line, text)
  const complainantName = covers('identity') ? COVERED : line.complainantName
  // Whom somebody wrote to is of the letter.
  const named = 'recipientName' in shown && shown.recipientName !== '' && covers('letter')
  return { ...shown, complainantName, ...(named ? { recipientName: COVERED } : {}), identity }
}

/** The heads of a register's columns. */
export function registerHeads(register: Register, language: Language): readonly string[] {
  return REGISTER_COLUMNS[register].map(({ head }) => head[language])
}

/** The cells of a line. */
export function registerCells<Each extends Register>(
  register: Each,
  line: ShownLine<Lines[Each]>,
  names: RegisterNames,
): readonly Cell[] {
  return REGISTER_COLUMNS[register].map(({ cell }) => cell(line, names))
}

/** Numbers of this register that were given out and lost: a register says what it goes without. */
function lostOf(register: Register, numbers: readonly LostNumber[]): readonly LostNumber[] {
  const series = { complaints: 'complaint', letters: 'letter', rights: null, violations: null }
  return numbers.filter((lost) => seriesNameOf(lost.series)?.of === series[register])
}

/** What a register says of itself on whatever it leaves as: its name, its period, who made it and when. */
export type RegisterHead = Readonly<{
  register: Register
  from: LocalDate
  to: LocalDate
  by: string
  at: Instant
  lost: readonly LostNumber[]
  language: Language
}>

/** The lines above a register, without its name. */
export function headLines({ from, to, by, at, language }: RegisterHead): readonly string[] {
  const words = REGISTER_WORDS[language]
  return [
    words.period(formatDate(from), formatDate(to)),
    words.made(by, formatDate(vietnamDate(at)), vietnamTime(at)),
  ]
}

/** The lines below a register: how many it has, and what it goes without. */
export function footLines(
  { register, lost, language }: RegisterHead,
  lines: number,
): readonly string[] {
  const words = REGISTER_WORDS[language]
  return [
    lines === 0 ? words.none : words.count(lines),
    ...lostOf(register, lost).map(
      ({ written, lostAt }) =>
        `${written}: ${words.lostNumber} (${formatDate(vietnamDate(lostAt))})`,
    ),
  ]
}

/** A register as the paper an inspector is handed: lying, with its head, and the pages counted. */
export function registerDocument(
  head: RegisterHead,
  rows: readonly (readonly Cell[])[],
  organisation: Organisation,
): LetterDocument {
  const { register, language, at } = head
  const { legalName, boardName, address, phone, email, website, taxCode } = organisation
  const words = REGISTER_WORDS[language]
  const title = words.name[register]
  const table: Block = {
    type: 'table',
    columns: REGISTER_COLUMNS[register].map(({ head: heading, width }) => ({
      heading: heading[language],
      width,
    })),
    rows: rows.map((row) => row.map((cell) => String(readable(cell)))),
  }
  const paragraphs = (texts: readonly string[]): readonly Block[] =>
    texts.map((text) => ({ type: 'paragraph', text }))
  return {
    ...{ kind: 'SO', language, title, typeLine: title, subject: '' },
    ...{ nationalHeading: false, number: null, symbol: '', place: organisation.place },
    issuer: { parentName: legalName, name: boardName, logo: null },
    date: vietnamDate(at),
    recipientLines: [],
    parts: [
      { key: 'head', heading: null, blocks: paragraphs(headLines(head)) },
      { key: 'table', heading: null, blocks: rows.length === 0 ? [] : [table] },
      { key: 'foot', heading: null, blocks: paragraphs(footLines(head, rows.length)) },
    ],
    signature: { authority: null, title: '', name: '' },
    copies: [],
    footer: { legalName, address, phone, email, website, taxCode },
    meta: {
      ...{ letterId: '', complaintCode: '', contentHash: null, auditHead: null },
      issuedAt: at,
    },
    draft: false,
  }
}
