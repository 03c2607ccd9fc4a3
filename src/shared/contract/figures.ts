import { z } from 'zod'

import { MOST_WAITING, type PendingReminders } from '#core/reminders/reminders.ts'
import { EXPORT_FORMATS } from '#core/figures/list-export.ts'
import type { PeriodFigures, TodayFigures } from '#core/figures/model.ts'
import { defineRoute } from '../protocol/define.ts'
import { id, instant, localDate, trusted } from '../protocol/fields.ts'

const period = { from: localDate, to: localDate }
const language = z.enum(['vi', 'en'])
const file = trusted<Readonly<{ ticket: string; fileName: string }>>()

/** What the board sees of all its complaints, and what recalls a clock to mind. */
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
    access: 'figures.read',
    input: z.strictObject({ ...period, format: z.enum(EXPORT_FORMATS), language }),
    output: file,
  }),
  /** The same as the board's report, typeset, to be numbered and signed by hand. */
  'figures.report': defineRoute({
    kind: 'command',
    access: 'figures.read',
    input: z.strictObject({ ...period, language }),
    output: file,
  }),
  /** What somebody is to be reminded of: clocks of their own cases, of nobody's, and of violations. */
  'reminders.pending': defineRoute({
    kind: 'query',
    access: 'signed-in',
    input: z.strictObject({}),
    output: trusted<PendingReminders>(),
  }),
  /** That they were told, on whatever machine, and what of it they have not put away. */
  'reminders.markTold': defineRoute({
    kind: 'free',
    access: 'signed-in',
    input: z.strictObject({
      until: instant,
      waiting: z.array(z.string().max(80)).max(MOST_WAITING),
    }),
    output: trusted<Readonly<{ told: true }>>(),
  }),
  /** Time limits for a calendar program: of one case, or of all that are one's own. */
  'deadlines.calendar': defineRoute({
    kind: 'command',
    access: 'complaint.read',
    input: z.strictObject({ complaintId: id.nullable(), language }),
    output: file,
  }),
} as const
