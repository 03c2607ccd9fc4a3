import type { AuditAction } from '#core/audit/actions.ts'
import { MOST_EXPORTED, type ExportRow } from '#core/figures/list-export.ts'
import type { PeriodFigures } from '#core/figures/model.ts'
import { periodFigures } from '#core/figures/period.ts'
import { reportDocument } from '#core/figures/report.ts'
import { figureTables, listTable, type Names } from '#core/figures/tables.ts'
import { FIGURE_WORDS } from '#core/figures/words.ts'
import type { ListCursor, ListQuestion } from '#core/complaints/model.ts'
import { vietnamDate, type LocalDate } from '#core/kernel/calendar.ts'
import type { CommandContext, QueryContext } from '#core/ports/context.ts'
import { DomainError, invalid } from '#core/kernel/errors.ts'
import { can } from '#core/people/permissions.ts'
import type { Repositories } from '#core/ports/repositories.ts'
import type { Settings } from '#core/settings/model.ts'
import { loadSettings } from '#core/ports/load-settings.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import { TABLE_MEDIA_TYPES, tableFile } from '../exports/table-file.ts'
import { downloadTicket } from './file-handlers.ts'
import type { BoardCall } from './route.ts'

const PER_PAGE = 500
/** Hour clocks on the first page; more than these is a flood, not a list. */
const MOST_HOUR_CLOCKS = 20

/** A list as a file, with who took it out on record. Raises `TOO_LARGE` for more rows than a file may hold. */
export async function exportList(
  context: CommandContext,
  input: ParsedInputOf<'complaints.exportList'>,
  call: BoardCall,
): Promise<OutputOf<'complaints.exportList'>> {
  const { columns, format, language } = input
  const rows = await rowsOf(context, input)
  const names = await namesOf(context.repositories)
  const table = listTable(rows, columns, names, language)
  const bytes = await tableFile([table], format)
  context.audit({
    action: 'complaint.listExported',
    complaintId: null,
    entity: 'complaint',
    entityId: '',
    changes: [
      { field: 'count', from: null, to: rows.length },
      { field: 'format', from: null, to: format },
    ],
  })
  const day = vietnamDate(context.clock.now())
  const name = `${FIGURE_WORDS[language].list} ${day}.${format}`
  const ticket = downloadTicket(call, { name, mediaType: TABLE_MEDIA_TYPES[format], bytes })
  return { ticket, fileName: name, rows: rows.length }
}

async function rowsOf(
  { repositories, clock, actor }: CommandContext,
  { filter, order, ids }: ParsedInputOf<'complaints.exportList'>,
): Promise<readonly ExportRow[]> {
  const chosen = ids === null ? null : new Set(ids)
  const now = clock.now()
  const readsNotes = can(actor.role, 'firm.read')
  const rows: ExportRow[] = []
  let after: ListCursor | null = null
  do {
    const question: ListQuestion = { filter, order, after, limit: PER_PAGE, readsNotes }
    const page = await repositories.complaints.page(question, now)
    rows.push(...page.items.filter(({ id }) => chosen === null || chosen.has(id)))
    if (rows.length > MOST_EXPORTED) {
      throw new DomainError('TOO_LARGE', [
        { path: '', code: 'LIST_TOO_LONG', params: { most: MOST_EXPORTED } },
      ])
    }
    after = page.next
  } while (after !== null && (chosen === null || rows.length < chosen.size))
  return rows
}

/** The figures of a period. Raises `INVALID_INPUT` for one that ends before it begins. */
export async function figuresOfPeriod(
  { repositories, clock }: Pick<QueryContext, 'repositories' | 'clock'>,
  { from, to }: Readonly<{ from: LocalDate; to: LocalDate }>,
): Promise<PeriodFigures> {
  if (to < from) throw invalid('to', 'PERIOD_BACKWARDS')
  const counts = await repositories.figures.period(from, to, clock.now())
  return periodFigures(from, to, counts)
}

export async function figuresOfToday({ repositories, clock }: QueryContext) {
  return {
    loads: await repositories.figures.loads(clock.now()),
    hourClocks: await repositories.figures.hourClocks(MOST_HOUR_CLOCKS),
  }
}

export async function exportFigures(
  context: CommandContext,
  { format, language, ...period }: ParsedInputOf<'figures.export'>,
  call: BoardCall,
): Promise<OutputOf<'figures.export'>> {
  const figures = await figuresOfPeriod(context, period)
  const tables = figureTables(figures, await namesOf(context.repositories), language)
  const bytes = await tableFile(tables, format)
  recordFigures(context, 'figures.exported', period)
  const name = `${periodName(period, language)}.${format}`
  const mediaType = TABLE_MEDIA_TYPES[format]
  return { ticket: downloadTicket(call, { name, mediaType, bytes }), fileName: name }
}

export async function reportFigures(
  context: CommandContext,
  { language, ...period }: ParsedInputOf<'figures.report'>,
  call: BoardCall,
): Promise<OutputOf<'figures.report'>> {
  const figures = await figuresOfPeriod(context, period)
  const names = await namesOf(context.repositories)
  const logo = await context.repositories.settings.logo()
  const at = context.clock.now()
  const document = reportDocument(figures, names, { language, at, logo })
  const { bytes } = await call.services.typesetter.typeset(document)
  recordFigures(context, 'figures.reported', period)
  const name = `${periodName(period, language)}.pdf`
  const file = { name, mediaType: 'application/pdf', bytes }
  return { ticket: downloadTicket(call, file), fileName: name }
}

async function namesOf(
  repositories: Repositories,
): Promise<Names & Readonly<{ settings: Settings }>> {
  return {
    people: await repositories.people.all(),
    firms: await repositories.firms.all(),
    settings: await loadSettings(repositories),
  }
}

function periodName(
  { from, to }: Readonly<{ from: LocalDate; to: LocalDate }>,
  language: 'vi' | 'en',
): string {
  return `${FIGURE_WORDS[language].report.title} ${from} ${to}`
}

function recordFigures(
  context: CommandContext,
  action: AuditAction,
  { from, to }: Readonly<{ from: LocalDate; to: LocalDate }>,
): void {
  context.audit({
    action,
    complaintId: null,
    entity: 'figures',
    entityId: '',
    changes: [
      { field: 'from', from: null, to: from },
      { field: 'to', from: null, to },
    ],
  })
}
