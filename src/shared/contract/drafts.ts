import { z } from 'zod'

import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { LIMITS, trusted } from '../protocol/fields.ts'

const form = z.string().regex(/^[a-z0-9:-]{1,80}$/)

/** Unfinished forms survive a reload and a crash, inside the encrypted store. */
export const draftRoutes = {
  'drafts.load': defineRoute({
    kind: 'query',
    access: 'signed-in',
    input: z.strictObject({ form }),
    output: trusted<Readonly<{ body: string | null }>>(),
  }),
  'drafts.save': defineRoute({
    kind: 'unmanaged',
    access: 'signed-in',
    input: z.strictObject({ form, body: z.string().max(LIMITS.draft) }),
    output: trusted<Readonly<{ saved: true }>>(),
  }),
  'drafts.remove': defineRoute({
    kind: 'unmanaged',
    access: 'signed-in',
    input: z.strictObject({ form }),
    output: trusted<Readonly<{ removed: true }>>(),
  }),
} as const satisfies RoutesOf<'drafts'>
