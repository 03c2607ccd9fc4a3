import { z } from 'zod'

import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { id, language, trusted } from '../protocol/fields.ts'

/** The time limits of cases, outside this program. */
export const deadlineRoutes = {
  /** Time limits for a calendar program: of one case, or of all that are one's own. */
  'deadlines.calendar': defineRoute({
    kind: 'command',
    access: 'complaint.read',
    input: z.strictObject({ complaintId: id.nullable(), language }),
    output: trusted<Readonly<{ ticket: string; fileName: string }>>(),
  }),
} as const satisfies RoutesOf<'deadlines'>
