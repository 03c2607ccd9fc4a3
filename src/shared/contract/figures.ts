import { z } from 'zod'

import { EXPORT_FORMATS } from '#core/figures/list-export.ts'
import type { PeriodFigures, TodayFigures } from '#core/figures/model.ts'
import { REGISTERS, REGISTER_FORMATS, type RegisterPage } from '#core/figures/registers.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { id, language, localDate, pageSize, trusted } from '../protocol/fields.ts'

const period = { from: localDate, to: localDate }
const file = trusted<Readonly<{ ticket: string; fileName: string }>>()

/** What the board sees of all its complaints. */
export const figureRoutes = {
  'figures.today': defineRoute({
    kind: 'query',
    access: 'figures.read',
    input: z.strictObject({}),
    output: trusted<TodayFigures>(),
  }),
  'figures.period': defineRoute({
    kind: 'query',
    access: 'figures.read',
    input: z.strictObject(period),
    output: trusted<PeriodFigures>(),
  }),
  /** The figures of a period as a file of tables. */
  'figures.export': defineRoute({
    kind: 'command',
    access: 'figures.export',
    input: z.strictObject({ ...period, format: z.enum(EXPORT_FORMATS), language }),
    output: file,
  }),
  /** The same as the board's report, typeset, to be numbered and signed by hand. */
  'figures.report': defineRoute({
    kind: 'command',
    access: 'figures.export',
    input: z.strictObject({ ...period, language }),
    output: file,
  }),
  /** A page of one of the registers over all cases, as whoever asks is shown them. */
  'figures.register': defineRoute({
    kind: 'query',
    access: 'figures.read',
    input: z.strictObject({
      ...period,
      register: z.enum(REGISTERS),
      language,
      after: z.strictObject({ at: z.string().max(24), id }).nullable(),
      limit: pageSize,
    }),
    output: trusted<RegisterPage>(),
  }),
  /** A whole register as a workbook, or as the paper an inspector is handed. Read in slices: nobody waits for it. */
  'figures.exportRegister': defineRoute({
    kind: 'unmanaged',
    access: 'register.export',
    input: z.strictObject({
      ...period,
      register: z.enum(REGISTERS),
      format: z.enum(REGISTER_FORMATS),
      language,
    }),
    output: trusted<Readonly<{ ticket: string; fileName: string; lines: number }>>(),
  }),
} as const satisfies RoutesOf<'figures'>
