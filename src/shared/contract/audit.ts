import { z } from 'zod'

import type { Loss } from '#core/audit/loss.ts'
import type { AuditHead, JournalEvent } from '#core/audit/model.ts'
import type { LostNumber } from '#core/audit/numbers.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { id, pageSize, trusted, version } from '../protocol/fields.ts'

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
  /**
   * Recomputes the whole chain. `brokenAt` is the first sequence that does not fit, `missingAt` the first whose values are
   * gone although no decision of two persons names it; `erased` counts those that one names.
   */
  'audit.verify': defineRoute({
    kind: 'unmanaged',
    access: 'audit.read',
    input: z.strictObject({}),
    output: trusted<
      Readonly<{
        events: number
        brokenAt: number | null
        head: AuditHead | null
        erased: number
        missingAt: number | null
      }>
    >(),
  }),
  /** What turned out to be missing and nobody has taken note of yet. */
  'audit.losses': defineRoute({
    kind: 'query',
    access: 'signed-in',
    input: z.strictObject({}),
    output: trusted<readonly Loss[]>(),
  }),
  'audit.acknowledgeLoss': defineRoute({
    kind: 'command',
    access: 'board.administer',
    input: z.strictObject({ id, version }),
    output: trusted<Loss>(),
  }),
  /** Codes and letter numbers that were given out and are on record nowhere any more, by series. */
  'audit.lostNumbers': defineRoute({
    kind: 'query',
    access: 'complaint.read',
    input: z.strictObject({}),
    output: trusted<readonly LostNumber[]>(),
  }),
} as const satisfies RoutesOf<'audit'>
