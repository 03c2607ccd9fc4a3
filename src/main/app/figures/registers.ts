import { coversOf } from '#core/case/command/covers.ts'
import { readable, type Cell } from '#core/figures/cell.ts'
import type { RegisterNames } from '#core/figures/register-columns.ts'
import {
  footLines,
  headLines,
  registerCells,
  registerDocument,
  registerHeads,
  showLine,
  type RegisterHead,
} from '#core/figures/register-table.ts'
import { REGISTER_WORDS } from '#core/figures/register-words.ts'
import {
  MAX_PRINTED,
  type Lines,
  type Register,
  type RegisterCursor,
  type RegisterPage,
  type RegisterQuestion,
} from '#core/figures/registers.ts'
import { vietnamDate } from '#core/kernel/calendar.ts'
import { DomainError, invalid } from '#core/kernel/errors.ts'
import type { QueryContext } from '#core/ports/context.ts'
import type { Language } from '#core/taxonomies/term.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import {
  inTransaction,
  reading,
  requireActor,
  type BoardCall,
  type Call,
} from '../../dispatch/route.ts'
import { downloadTicket } from '../../dispatch/file-tickets.ts'
import { sheetFile } from '../../exports/sheet-stream.ts'
import { TABLE_MEDIA_TYPES } from '../../exports/table-file.ts'
import { namesInFigures } from './names.ts'

/** How many lines are read at a time while a register becomes a file. */
const PER_PAGE = 500

type Asked = Readonly<{ register: Register; from: string; to: string; language: Language }>

/** A page of a register. Raises `INVALID_INPUT` for a period that ends before it begins. */
export async function pageOfRegister(
  context: QueryContext,
  { register, language, ...question }: ParsedInputOf<'figures.register'>,
): Promise<RegisterPage> {
  requirePeriod(question)
  const names = await registerNames(context, language)
  const { limit } = question
  const rows = await linesOf(context, register, { ...question, limit: limit + 1 }, names)
  const last = rows[limit - 1]
  return {
    heads: registerHeads(register, language),
    rows: rows
      .slice(0, limit)
      .map(({ at: _at, cells, ...row }) => ({ ...row, cells: cells.map(readable) })),
    next: rows.length > limit && last !== undefined ? { at: last.at, id: last.id } : null,
  }
}

/**
 * A whole register as a file, on record with its length. It is read in pages, each a reading of its own, so that whoever
 * works meanwhile is served. Raises `TOO_LARGE` for more lines than fit a paper.
 */
export async function exportRegister(
  call: Call,
  asked: ParsedInputOf<'figures.exportRegister'>,
): Promise<OutputOf<'figures.exportRegister'>> {
  requirePeriod(asked)
  const inner = await requireActor(call, 'register.export')
  const { register, from, to, format, language } = asked
  const head: RegisterHead = {
    ...{ register, from, to, language },
    by: inner.actor.fullName,
    at: call.services.clock.now(),
    lost: await reading(inner, ({ repositories }) => repositories.losses.numbers()),
  }
  const { bytes, lines } =
    format === 'xlsx' ? await workbook(inner, asked, head) : await paper(inner, asked, head)
  await inTransaction(call, 'register.export', (context) => {
    context.audit({
      ...{ action: 'figures.registerExported', complaintId: null },
      ...{ entity: 'figures', entityId: '' },
      changes: Object.entries({ register, from, to, format, lines }).map(([field, value]) => ({
        ...{ field, from: null, to: value },
      })),
    })
    return Promise.resolve()
  })
  const name = `${REGISTER_WORDS[language].name[register]} ${from} ${to}.${format}`
  const mediaType = format === 'xlsx' ? TABLE_MEDIA_TYPES.xlsx : 'application/pdf'
  return { ticket: downloadTicket(inner, { name, mediaType, bytes }), fileName: name, lines }
}

type Made = Readonly<{ bytes: Uint8Array; lines: number }>

async function workbook(call: BoardCall, asked: Asked, head: RegisterHead): Promise<Made> {
  const { register, language } = asked
  let lines = 0
  async function* counted(): AsyncGenerator<readonly Row[]> {
    for await (const page of pagesOf(call, asked)) {
      lines += page.length
      yield page
    }
  }
  const name = REGISTER_WORDS[language].name[register]
  const bytes = await sheetFile({
    name,
    above: [name, ...headLines(head)],
    heads: registerHeads(register, language),
    pages: counted(),
    below: () => footLines(head, lines),
  })
  return { bytes, lines }
}

async function paper(call: BoardCall, asked: Asked, head: RegisterHead): Promise<Made> {
  const rows: Row[] = []
  for await (const page of pagesOf(call, asked)) {
    rows.push(...page)
    if (rows.length > MAX_PRINTED) {
      throw new DomainError('TOO_LARGE', [
        { path: '', code: 'REGISTER_TOO_LONG', params: { most: MAX_PRINTED } },
      ])
    }
  }
  const { settings } = await reading(call, ({ repositories }) => namesInFigures(repositories))
  const document = registerDocument(head, rows, settings.organisation)
  const { bytes } = await call.services.typesetter.typeset(document)
  return { bytes, lines: rows.length }
}

type Row = readonly Cell[]

/** A register page by page, each read by itself in the name of whoever asked. */
async function* pagesOf(call: BoardCall, asked: Asked): AsyncGenerator<readonly Row[]> {
  const { register, from, to, language } = asked
  const names = await reading(call, (context) => registerNames(context, language))
  let after: RegisterCursor | null = null
  do {
    const question: RegisterQuestion = { from, to, after, limit: PER_PAGE }
    const page = await reading(call, (context) => linesOf(context, register, question, names))
    yield page.map(({ cells }) => cells)
    after = page.length < PER_PAGE ? null : (page.at(-1) ?? null)
  } while (after !== null)
}

type ReadLine = Readonly<{ id: string; at: string; complaintId: string; cells: Row }>

async function linesOf(
  context: QueryContext,
  register: Register,
  question: RegisterQuestion,
  names: RegisterNames,
): Promise<readonly ReadLine[]> {
  const { lines } = context.repositories.figures
  switch (register) {
    case 'complaints':
      return shownLines(context, register, await lines.complaints(question), names)
    case 'rights':
      return shownLines(context, register, await lines.rights(question), names)
    case 'violations':
      return shownLines(context, register, await lines.violations(question), names)
    case 'letters':
      return shownLines(context, register, await lines.letters(question), names)
  }
}

async function shownLines<Each extends Register>(
  context: QueryContext,
  register: Each,
  lines: readonly Lines[Each][],
  names: RegisterNames,
): Promise<readonly ReadLine[]> {
  const cover = await coversOf(
    context,
    lines.map(({ complaintId }) => complaintId),
  )
  return lines.map((line) => {
    const cells = registerCells(register, showLine(line, cover(line.complaintId)), names)
    const { id, at, complaintId } = line
    return { id, at, complaintId, cells }
  })
}

async function registerNames(context: QueryContext, language: Language): Promise<RegisterNames> {
  const today = vietnamDate(context.clock.now())
  return { ...(await namesInFigures(context.repositories)), language, today }
}

function requirePeriod({ from, to }: Readonly<{ from: string; to: string }>): void {
  if (to < from) throw invalid('to', 'PERIOD_BACKWARDS')
}
