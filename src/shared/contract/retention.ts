import { z } from 'zod'

import type { Approval } from '#core/approvals/model.ts'
import type { Certificate, DueCase, ErasureSummary, Hold } from '#core/retention/model.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { id, instant, optionalText, text, trusted, version } from '../protocol/fields.ts'
import type { WireError } from '../protocol/envelope.ts'

/** As many cases are proposed, or decided, at a time. */
export const MAX_ERASED_AT_ONCE = 200

/** The closed cases whose period is over. */
export type DueCases = Readonly<{
  /** The period in months; null: the board keeps everything, and nothing is due. */
  months: number | null
  /** The first closed first, as many as are proposed at a time. */
  cases: readonly DueCase[]
  /** How many there are in all. */
  total: number
  /** What was proposed and waits for a second person. */
  proposed: readonly Proposed[]
}>

/** A case that was proposed to be made anonymous, with what decides about it. */
export type Proposed = Readonly<{ approval: Approval; code: string; subject: string }>

/** What became of a decision on one case. */
export type Decided = Readonly<{ id: string; code: string; error: WireError | null }>

/** Keeping cases, and making them anonymous when their period is over: proposed by one person, decided by another. */
export const retentionRoutes = {
  'retention.due': defineRoute({
    kind: 'query',
    access: 'retention.propose',
    input: z.strictObject({}),
    output: trusted<DueCases>(),
  }),
  'retention.propose': defineRoute({
    kind: 'command',
    access: 'retention.propose',
    input: z.strictObject({
      ids: z.array(id).min(1).max(MAX_ERASED_AT_ONCE),
      reason: text(2_000),
    }),
    output: trusted<readonly Approval[]>(),
  }),
  /** Each case in a transaction of its own; one that cannot be decided any more leaves the others alone. */
  'retention.decide': defineRoute({
    kind: 'unmanaged',
    access: 'approval.decide',
    input: z.strictObject({
      approvals: z.array(z.strictObject({ id, version })).min(1).max(MAX_ERASED_AT_ONCE),
      decision: z.enum(['approve', 'return']),
      remark: optionalText(2_000),
    }),
    output: trusted<readonly Decided[]>(),
  }),
  /** What was made anonymous, newest first. */
  'retention.register': defineRoute({
    kind: 'query',
    access: 'retention.read',
    input: z.strictObject({
      before: z.strictObject({ erasedAt: instant, id }).nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: trusted<readonly ErasureSummary[]>(),
  }),
  /** The certificate of these erasures: made once, kept with the register. */
  'retention.certify': defineRoute({
    kind: 'command',
    access: 'retention.propose',
    input: z.strictObject({ ids: z.array(id).min(1).max(MAX_ERASED_AT_ONCE) }),
    output: trusted<Certificate>(),
  }),
  'retention.certificate': defineRoute({
    kind: 'command',
    access: 'retention.read',
    input: z.strictObject({ id }),
    output: trusted<Readonly<{ ticket: string; fileName: string }>>(),
  }),
  /** Keeps a case as it is, whatever its period. */
  'retention.setHold': defineRoute({
    kind: 'command',
    access: 'hold.set',
    input: z.strictObject({ complaintId: id, reason: text(2_000) }),
    output: trusted<Hold>(),
  }),
  /** Asks to let it go its way again; a second person decides. */
  'retention.requestLifting': defineRoute({
    kind: 'command',
    access: 'hold.set',
    input: z.strictObject({ complaintId: id, holdId: id, reason: text(2_000) }),
    output: trusted<Approval>(),
  }),
} as const satisfies RoutesOf<'retention'>
