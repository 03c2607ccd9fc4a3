import { z } from 'zod'

import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { id, LIMITS, trusted } from '../protocol/fields.ts'

const form = z.string().regex(/^[a-z0-9:-]{1,160}$/)

/** How many forms a page asks for at once. */
export const MAX_FORMS = 200

/** Unfinished forms survive a reload and a crash, inside the encrypted store; and what became of a command whose answer was lost. */
export const draftRoutes = {
  'drafts.load': defineRoute({
    kind: 'query',
    access: 'signed-in',
    input: z.strictObject({ forms: z.array(form).min(1).max(MAX_FORMS) }),
    output: trusted<Readonly<{ bodies: Readonly<Record<string, string>> }>>(),
  }),
  'drafts.outcome': defineRoute({
    kind: 'query',
    access: 'signed-in',
    input: z.strictObject({ commandId: id }),
    output: trusted<Readonly<{ madeId: string | null }>>(),
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
