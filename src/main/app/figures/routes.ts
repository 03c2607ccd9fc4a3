import type { AuditAction } from '#core/audit/actions.ts'
import { eachCovered } from '#core/case/command/covers.ts'
import { withTexts } from '#core/complaints/cover.ts'
import type { PeriodFigures, TodayFigures } from '#core/figures/model.ts'
import { periodFigures } from '#core/figures/period.ts'
import { reportDocument } from '#core/figures/report.ts'
import { figureTables } from '#core/figures/tables.ts'
import { FIGURE_WORDS } from '#core/figures/words.ts'
import type { LocalDate } from '#core/kernel/calendar.ts'
import { invalid } from '#core/kernel/errors.ts'
import type { CommandContext, QueryContext } from '#core/ports/context.ts'
import type { Language } from '#core/taxonomies/term.ts'
import { figureRoutes as routes } from '#shared/contract/figures.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import { TABLE_MEDIA_TYPES, tableFile } from '../../exports/table-file.ts'
import { downloadTicket } from '../../dispatch/file-tickets.ts'
import { command, query, unmanaged, type BoardCall, type HandlersOf } from '../../dispatch/route.ts'
import { namesInFigures } from './names.ts'
import { exportRegister, pageOfRegister } from './registers.ts'

/** Hour clocks on the first page; more than these is a flood, not a list. */
const MAX_HOUR_CLOCKS = 20

export const figureHandlers = {
  'figures.today': query(routes['figures.today'], figuresOfToday),
  'figures.period': query(routes['figures.period'], figuresOfPeriod),
  'figures.export': command(routes['figures.export'], exportFigures),
  'figures.report': command(routes['figures.report'], reportFigures),
  'figures.register': query(routes['figures.register'], pageOfRegister),
  'figures.exportRegister': unmanaged(routes['figures.exportRegister'], exportRegister),
} satisfies HandlersOf<typeof routes>

/** The figures of a period. Raises `INVALID_INPUT` for one that ends before it begins. */
async function figuresOfPeriod(
  { repositories, clock }: Pick<QueryContext, 'repositories' | 'clock'>,
  { from, to }: Readonly<{ from: LocalDate; to: LocalDate }>,
): Promise<PeriodFigures> {
  if (to < from) throw invalid('to', 'PERIOD_BACKWARDS')
  const counts = await repositories.figures.period(from, to, clock.now())
  return periodFigures(from, to, counts)
}

async function figuresOfToday(context: QueryContext): Promise<TodayFigures> {
  const { figures } = context.repositories
  const clocks = await figures.hourClocks(MAX_HOUR_CLOCKS)
  return {
    loads: await figures.loads(context.clock.now()),
    hourClocks: await eachCovered(context, clocks, (each, { text }) => withTexts(each, text)),
  }
}

async function exportFigures(
  context: CommandContext,
  { format, language, ...period }: ParsedInputOf<'figures.export'>,
  call: BoardCall,
): Promise<OutputOf<'figures.export'>> {
  const figures = await figuresOfPeriod(context, period)
  const tables = figureTables(figures, await namesInFigures(context.repositories), language)
  const bytes = await tableFile(tables, format)
  recordFigures(context, 'figures.exported', period)
  const name = `${periodName(period, language)}.${format}`
  const mediaType = TABLE_MEDIA_TYPES[format]
  return { ticket: downloadTicket(call, { name, mediaType, bytes }), fileName: name }
}

async function reportFigures(
  context: CommandContext,
  { language, ...period }: ParsedInputOf<'figures.report'>,
  call: BoardCall,
): Promise<OutputOf<'figures.report'>> {
  const figures = await figuresOfPeriod(context, period)
  const names = await namesInFigures(context.repositories)
  const logo = await context.repositories.settings.logo()
  const at = context.clock.now()
  const document = reportDocument(figures, names, { language, at, logo })
  const { bytes } = await call.services.typesetter.typeset(document)
  recordFigures(context, 'figures.reported', period)
  const name = `${periodName(period, language)}.pdf`
  const file = { name, mediaType: 'application/pdf', bytes }
  return { ticket: downloadTicket(call, file), fileName: name }
}

function periodName(
  { from, to }: Readonly<{ from: LocalDate; to: LocalDate }>,
  language: Language,
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
