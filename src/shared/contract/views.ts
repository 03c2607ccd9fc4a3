import { z } from 'zod'

import type { SavedView } from '#core/views/model.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { id, line, trusted, version } from '../protocol/fields.ts'

/** The lists of complaints people keep by a name. */
export const viewRoutes = {
  'views.list': defineRoute({
    kind: 'query',
    access: 'complaint.read',
    input: z.strictObject({}),
    output: trusted<readonly SavedView[]>(),
  }),
  'views.save': defineRoute({
    kind: 'command',
    access: 'view.keep',
    input: z.strictObject({
      id: id.nullable(),
      version: z.int().min(0),
      name: line(80),
      query: z.string().max(4_000),
      shared: z.boolean(),
    }),
    output: trusted<SavedView>(),
  }),
  'views.remove': defineRoute({
    kind: 'command',
    access: 'view.keep',
    input: z.strictObject({ id, version }),
    output: trusted<null>(),
  }),
} as const satisfies RoutesOf<'views'>
