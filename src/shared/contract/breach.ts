import { z } from 'zod'

import { BREACH_STATES, OCCURRENCES, type Breach, type BreachNotice } from '#core/breach/model.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import {
  codes,
  id,
  instant,
  line,
  optionalText,
  text,
  trusted,
  version,
} from '../protocol/fields.ts'

const breach = trusted<Breach>()
const noticeAnswer = z.strictObject({ owed: z.boolean(), reason: text(2_000) })

/** A violation of the protection of personal data behind a complaint, and the notices it calls for. */
export const breachRoutes = {
  /** The first word of it: only when it was detected is known. */
  'breach.suspect': defineRoute({
    kind: 'command',
    access: 'breach.suspect',
    input: z.strictObject({ complaintId: id, detectedAt: instant }),
    output: breach,
  }),
  'breach.save': defineRoute({
    kind: 'command',
    access: 'breach.record',
    input: z.strictObject({
      complaintId: id,
      version,
      state: z.enum(BREACH_STATES),
      detectedAt: instant,
      occurrence: z.enum(OCCURRENCES),
      occurredAt: instant.nullable(),
      detectedHow: optionalText(2_000),
      cyber: z.boolean(),
      serious: z.boolean(),
      sensitive: z.boolean(),
      consumer: z.boolean(),
      happened: optionalText(10_000),
      place: optionalText(1_000),
      involved: optionalText(2_000),
      dataItems: codes,
      dataQuantity: optionalText(500),
      people: z.int().min(0).max(1_000_000_000).nullable(),
      consequence: optionalText(5_000),
      measures: optionalText(5_000),
      ruledOutReason: optionalText(2_000),
      minutesPlace: optionalText(500),
      minutesFrom: instant.nullable(),
      minutesTo: instant.nullable(),
      minutesCopies: z.int().min(1).max(99).nullable(),
      minutesPresent: optionalText(5_000),
    }),
    output: breach,
  }),
  /** Whether it must be notified: the two halves of the law, each by itself. */
  'breach.decide': defineRoute({
    kind: 'command',
    access: 'breach.notify',
    input: z.strictObject({
      complaintId: id,
      version: z.int().min(0),
      harm: noticeAnswer,
      conduct: noticeAnswer,
    }),
    output: breach,
  }),
  'breach.recordNotice': defineRoute({
    kind: 'command',
    access: 'breach.notify',
    input: z.strictObject({
      complaintId: id,
      rule: z.string().max(40),
      givenAt: instant,
      recipient: line(300),
      reference: optionalText(300),
      evidenceId: id.nullable(),
    }),
    output: trusted<BreachNotice>(),
  }),
  'breach.strikeNotice': defineRoute({
    kind: 'command',
    access: 'breach.notify',
    input: z.strictObject({ id, version, reason: text(2_000) }),
    output: trusted<BreachNotice>(),
  }),
} as const satisfies RoutesOf<'breach'>
