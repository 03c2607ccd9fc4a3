import { z } from 'zod'

import type { AuditHead, JournalEvent } from '#core/audit/model.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { id, pageSize, trusted } from '../protocol/fields.ts'

/** What everybody did, and whether the record of it is whole. */
export const auditRoutes = {
  'audit.list': defineRoute({
    kind: 'query',
    access: 'audit.read',
    input: z.strictObject({
      personId: id.nullable(),
      before: z.int().positive().nullable(),
      limit: pageSize,
    }),
    output: trusted<readonly JournalEvent[]>(),
  }),
  /** Recomputes the whole chain. `brokenAt` is the first sequence that does not fit. */
  'audit.verify': defineRoute({
    kind: 'unmanaged',
    access: 'audit.read',
    input: z.strictObject({}),
    output:
      trusted<Readonly<{ events: number; brokenAt: number | null; head: AuditHead | null }>>(),
  }),
} as const satisfies RoutesOf<'audit'>
