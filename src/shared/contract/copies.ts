import { z } from 'zod'

import type { Instant } from '#core/kernel/calendar.ts'
import type { ErrorCode } from '#core/kernel/errors.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { trusted } from '../protocol/fields.ts'

/** The copies of the database: when each was made, newest first, and why the last attempt to make one failed. */
export type Snapshots = Readonly<{ moments: readonly Instant[]; problem: ErrorCode | null }>

/** The copies of the database that are kept beside it. */
export const copyRoutes = {
  /** When the copies of the database that are kept were made, newest first; none where a server keeps its own. */
  'snapshots.list': defineRoute({
    kind: 'unmanaged',
    access: 'settings.manage',
    input: z.strictObject({}),
    output: trusted<Snapshots>(),
  }),
  'snapshots.take': defineRoute({
    kind: 'unmanaged',
    access: 'settings.manage',
    input: z.strictObject({}),
    output: trusted<Snapshots>(),
  }),
} as const satisfies RoutesOf<'snapshots'>
