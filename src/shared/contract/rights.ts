import { z } from 'zod'

import {
  IDENTITY_RESULTS,
  IDENTITY_WAYS,
  RIGHT_STATES,
  RIGHTS,
  type RightRequest,
} from '#core/rights/model.ts'
import type { PassedOnRow } from '#core/rights/passed-on.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import {
  id,
  instant,
  line,
  LIMITS,
  localDate,
  optionalText,
  text,
  trusted,
  version,
} from '../protocol/fields.ts'
import { lateness } from '../protocol/lateness.ts'

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
    input: z.strictObject({
      id,
      version,
      viaProcessor: z.boolean(),
      askedAt: instant,
      /** The new day given for a right that is late. */
      promisedOn: localDate.nullable(),
    }),
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
      /** Asked for when it is settled after the end of its clock. */
      ...lateness,
    }),
    output: right,
  }),
  'rights.checkIdentity': defineRoute({
    kind: 'command',
    access: 'right.settle',
    input: z.strictObject({
      id,
      version,
      checkedOn: localDate,
      way: z.enum(IDENTITY_WAYS),
      against: line(LIMITS.line),
      result: z.enum(IDENTITY_RESULTS),
      copyDestroyedOn: localDate.nullable(),
    }),
    output: right,
  }),
  /** That it was passed on to a processor or a seller in another way than by a letter from here. */
  'rights.passOn': defineRoute({
    kind: 'command',
    access: 'right.settle',
    input: z.strictObject({
      id,
      version,
      recipient: line(LIMITS.name),
      toldOn: localDate,
      reference: optionalText(500),
    }),
    output: right,
  }),
  'rights.confirmPassedOn': defineRoute({
    kind: 'command',
    access: 'right.settle',
    input: z.strictObject({
      id,
      version,
      passedOnId: id,
      /** Null takes it back. */
      confirmedOn: localDate.nullable(),
      confirmation: optionalText(2_000),
    }),
    output: right,
  }),
  'rights.strikePassedOn': defineRoute({
    kind: 'command',
    access: 'right.settle',
    input: z.strictObject({ id, version, passedOnId: id, reason: text(2_000) }),
    output: right,
  }),
  /** Whose confirmation is awaited, over all cases. */
  'rights.awaited': defineRoute({
    kind: 'query',
    access: 'complaint.read',
    input: z.strictObject({}),
    output: trusted<readonly PassedOnRow[]>(),
  }),
  'rights.reopen': defineRoute({
    kind: 'command',
    access: 'right.settle',
    input: z.strictObject({ id, version }),
    output: right,
  }),
  /** A complainant's own copy of everything: what they told, the letters to them, the files they gave; as a zip. */
  'rights.ownCopy': defineRoute({
    kind: 'unmanaged',
    access: 'complaint.copyOut',
    input: z.strictObject({ complaintId: id }),
    output: trusted<Readonly<{ ticket: string; fileName: string }>>(),
  }),
} as const satisfies RoutesOf<'rights'>
