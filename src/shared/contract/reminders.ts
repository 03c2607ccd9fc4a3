import { z } from 'zod'

import { MAX_WAITING, type PendingReminders } from '#core/reminders/reminders.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { instant, trusted } from '../protocol/fields.ts'

/** What recalls a clock to mind. */
export const reminderRoutes = {
  /** What somebody is to be reminded of: clocks of their own cases, of nobody's, and of violations. */
  'reminders.pending': defineRoute({
    kind: 'query',
    access: 'signed-in',
    input: z.strictObject({}),
    output: trusted<PendingReminders>(),
  }),
  /** That they were told, on whatever machine, and what of it they have not put away. */
  'reminders.markSeen': defineRoute({
    kind: 'unmanaged',
    access: 'signed-in',
    input: z.strictObject({
      until: instant,
      waiting: z.array(z.string().max(80)).max(MAX_WAITING),
    }),
    output: trusted<Readonly<{ told: true }>>(),
  }),
} as const satisfies RoutesOf<'reminders'>
