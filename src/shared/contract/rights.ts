import { z } from 'zod'

import { RIGHT_STATES, RIGHTS, type RightRequest } from '#core/rights/model.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { id, instant, localDate, optionalText, trusted, version } from '../protocol/fields.ts'

const right = trusted<RightRequest>()

/** Rights a data subject asked for within a complaint (Law 91/2025, Article 4.1). */
export const rightRoutes = {
  'rights.add': defineRoute({
    kind: 'command',
    access: 'right.mark',
    input: z.strictObject({
      complaintId: id,
      kind: z.enum(RIGHTS),
      viaProcessor: z.boolean(),
      askedAt: instant,
    }),
    output: right,
  }),
  'rights.edit': defineRoute({
    kind: 'command',
    access: 'right.mark',
    input: z.strictObject({ id, version, viaProcessor: z.boolean(), askedAt: instant }),
    output: right,
  }),
  'rights.settle': defineRoute({
    kind: 'command',
    access: 'right.settle',
    input: z.strictObject({
      id,
      version,
      state: z.enum(RIGHT_STATES).exclude(['open']),
      settledOn: localDate.nullable(),
      remark: optionalText(2_000),
    }),
    output: right,
  }),
  'rights.reopen': defineRoute({
    kind: 'command',
    access: 'right.settle',
    input: z.strictObject({ id, version }),
    output: right,
  }),
} as const satisfies RoutesOf<'rights'>
