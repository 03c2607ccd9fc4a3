import type { LocalDate } from '../kernel/calendar.ts'
import { cleanLine, fold } from '../kernel/text.ts'
import type { Language } from '../taxonomies/term.ts'
import type { LetterDocument } from './document.ts'
import type { DispatchChannel } from './model.ts'

/** What keeps a line of a list from being used. */
export const LINE_PROBLEMS = [
  'NAME_MISSING',
  'NO_WAY_TO_REACH',
  'EMAIL_WRONG',
  'LINE_TOO_LONG',
  'LINE_REPEATED',
] as const
export type LineProblem = (typeof LINE_PROBLEMS)[number]

/** One line of the list a letter goes to: somebody to be told, or what could not be read, as it was typed. */
export type Addressee = Readonly<{
  id: string
  complaintId: string
  letterId: string
  /** Its place in the list, from 1. */
  place: number
  /** The line it stood in, from 1, in the text it was read from. */
  lineNumber: number
  /** Null for one that can be used. */
  problem: LineProblem | null
  /** As it was typed where it cannot be used; else empty. */
  line: string
  name: string
  address: string
  email: string
  /** How and on which day their own copy left; null while it has not. */
  channel: DispatchChannel | null
  sentOn: LocalDate | null
}>

/** A line as it was read, not stored yet. */
export type ReadLine = Pick<
  Addressee,
  'lineNumber' | 'problem' | 'line' | 'name' | 'address' | 'email'
>

/** As many as one list may have. */
export const MAX_ADDRESSEES = 20_000
/** As many characters as are read at a time: 5,000 lines of 200. */
export const MAX_LIST_TEXT = 1_000_000
const MAX_NAME = 200
const MAX_ADDRESS = 500
/** Lines saved together: what everybody waits for is a few hundredths of a second. */
const LINES_AT_A_TIME = 500
/** Longer than any name, address and e-mail together; of what is longer so much is kept. */
const MAX_LINE = 2_000

const HEADS = ['ho ten', 'ho va ten', 'ten', 'ten khach hang', 'khach hang', 'name', 'full name']
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/u

/**
 * Reads a list as it is pasted from a sheet or a file: a line each, name first, then address and e-mail in any order,
 * divided by tabs, semicolons or commas, quoted or not. Nothing is lost: a line that cannot be used comes back with what is
 * wrong with it. A first line of column names and empty lines are no lines of anybody. `known` are the keys of those the list
 * has already; `firstLine` is where a portion of a longer text begins in it, from 1.
 */
export function readAddressees(
  text: string,
  known: ReadonlySet<string> = new Set(),
  firstLine = 1,
): readonly ReadLine[] {
  const seen = new Set(known)
  const lines: ReadLine[] = []
  let first = firstLine === 1
  for (const [at, raw] of linesOf(text).entries()) {
    const fields = fieldsOf(raw)
    if (fields.every((field) => field === '')) continue
    const isHead = first && HEADS.includes(fold(fields[0] ?? ''))
    first = false
    if (isHead) continue
    const line = readLine(raw, fields, firstLine + at)
    const key = addresseeKey(line)
    const repeated = line.problem === null && seen.has(key)
    if (line.problem === null) seen.add(key)
    lines.push(repeated ? unusable(raw, firstLine + at, 'LINE_REPEATED') : line)
  }
  return lines
}

/** Part of a list, and the line of the whole text it begins at, from 1. */
export type ListPortion = Readonly<{ text: string; firstLine: number }>

/** A list cut for saving, so that others' work gets in between; what holds nobody's line is left out. */
export function portionsOfList(text: string, size = LINES_AT_A_TIME): readonly ListPortion[] {
  const lines = linesOf(text)
  const starts = Array.from({ length: Math.ceil(lines.length / size) }, (_, at) => at * size)
  return starts.flatMap((start) => {
    const portion = lines.slice(start, start + size)
    const isEmpty = portion.every((line) => fieldsOf(line).every((field) => field === ''))
    return isEmpty ? [] : [{ text: portion.join('\n'), firstLine: start + 1 }]
  })
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/u)
}

/** By what somebody is the same as somebody else on a list. */
export function addresseeKey({
  name,
  address,
  email,
}: Pick<Addressee, 'name' | 'address' | 'email'>): string {
  return [name, address, email].map(fold).join('\n')
}

function readLine(raw: string, fields: readonly string[], lineNumber: number): ReadLine {
  if (raw.length > MAX_LINE) return unusable(raw, lineNumber, 'LINE_TOO_LONG')
  const [name = '', ...rest] = fields
  const mails = rest.filter((field) => field.includes('@'))
  const address = rest.filter((field) => field !== '' && !field.includes('@')).join(', ')
  const [email = ''] = mails
  if (!/\p{L}/u.test(name) || name.includes('@')) {
    return unusable(raw, lineNumber, 'NAME_MISSING')
  }
  if (mails.length > 1 || (email !== '' && (!EMAIL.test(email) || email.length > 254))) {
    return unusable(raw, lineNumber, 'EMAIL_WRONG')
  }
  if (address === '' && email === '') return unusable(raw, lineNumber, 'NO_WAY_TO_REACH')
  if (name.length > MAX_NAME || address.length > MAX_ADDRESS) {
    return unusable(raw, lineNumber, 'LINE_TOO_LONG')
  }
  return { lineNumber, problem: null, line: '', name, address, email }
}

function unusable(raw: string, lineNumber: number, problem: LineProblem): ReadLine {
  const line = cleanLine(raw.replaceAll('\t', '; ').slice(0, MAX_LINE))
  return { lineNumber, problem, line, name: '', address: '', email: '' }
}

/** The fields of a line: divided by tabs where it has any, else by semicolons, else by commas. */
function fieldsOf(raw: string): readonly string[] {
  if (raw.length > MAX_LINE) return [cleanLine(raw.slice(0, MAX_LINE))]
  const by = raw.includes('\t') ? '\t' : raw.includes(';') ? ';' : ','
  const fields: string[] = []
  let field = ''
  let quoted = false
  for (const sign of raw) {
    if (sign === '"') quoted = !quoted
    else if (sign === by && !quoted) {
      fields.push(cleanLine(field))
      field = ''
    } else field += sign
  }
  return [...fields, cleanLine(field)]
}

/** How far a list is. */
export type AddresseeTally = Readonly<{
  /** Those who can be told. */
  usable: number
  sent: number
  /** Lines that cannot be used and were neither put right nor left out. */
  unusable: number
  /** The day the last one so far was sent. */
  lastSentOn: LocalDate | null
  lastChannel: DispatchChannel | null
}>

/** A page of a letter's list, and how far the whole list is. */
export type AddresseePage = Readonly<{
  items: readonly Addressee[]
  tally: AddresseeTally
}>

/** What reading a list came to. */
export type Added = Readonly<{ added: number; unusable: number; removed: number }>

/** Whether everybody on a list was told, and no line of it waits to be put right. */
export function isWholeListSent({ usable, sent, unusable }: AddresseeTally): boolean {
  return usable > 0 && sent === usable && unusable === 0
}

/** A name that says by itself how it is addressed, or is no person's. */
const TITLED = /^(?:ông|bà|anh|chị|cô|chú|em|cháu|công ty|cty|hộ|doanh nghiệp|cửa hàng|tổ chức)\s/iu

/**
 * The copy of an issued letter for one of its list: the very letter, number, day and check code, with their own name and
 * address at its head. `lines` are the lines of the address, as letters word them.
 */
export function copyForAddressee(
  document: LetterDocument,
  { name }: Pick<Addressee, 'name'>,
  lines: readonly string[],
): LetterDocument {
  const addressed = addressedAs(name, document.language)
  // Letters issued before “Như trên” stood there name all of the list under `Nơi nhận`; a copy names one.
  const all = `- ${document.recipientLines[0] ?? ''};`
  return {
    ...document,
    recipientLines: [addressed, ...lines],
    copies: document.copies.map((line) => (line === all ? `- ${addressed};` : line)),
  }
}

function addressedAs(name: string, language: Language): string {
  return language === 'vi' && !TITLED.test(name) ? `Ông/Bà ${name}` : name
}
