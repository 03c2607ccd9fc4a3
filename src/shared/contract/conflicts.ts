import { z } from 'zod'

import type { Conflict } from '#core/conflicts/model.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { id, text, trusted, version } from '../protocol/fields.ts'

/** Firms a case concerns. A member needs a second person: see `approvals.requestNaming`. */
export const conflictRoutes = {
  'conflicts.nameFirm': defineRoute({
    kind: 'command',
    access: 'conflict.ofFirm',
    input: z.strictObject({ complaintId: id, firmId: id, reason: text(2_000) }),
    output: trusted<Conflict>(),
  }),
  'conflicts.liftFirm': defineRoute({
    kind: 'command',
    access: 'conflict.ofFirm',
    input: z.strictObject({ complaintId: id, id, version, reason: text(2_000) }),
    output: trusted<Conflict>(),
  }),
} as const satisfies RoutesOf<'conflicts'>
