import { z } from 'zod'

import type { Shown } from '#core/complaints/cover.ts'
import type { Complaint } from '#core/complaints/model.ts'
import { STEP_STATES, type RemediationStep, type StepSummary } from '#core/remediation/model.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import {
  id,
  localDate,
  optionalLine,
  pageSize,
  text,
  trusted,
  version,
} from '../protocol/fields.ts'

/** Money paid, in đồng; nothing where the sender does not know it. */
const compensation = z
  .strictObject({
    amount: z.int().min(0).max(1_000_000_000_000),
    decidedBy: id.nullable(),
    decidedOn: localDate.nullable(),
  })
  .nullable()
  .default(null)

/** The steps that put right what went wrong. */
export const remediationRoutes = {
  'remediation.addStep': defineRoute({
    kind: 'command',
    access: 'case.remedy',
    input: z.strictObject({
      complaintId: id,
      type: z.string().max(40),
      description: text(5_000),
      ownerId: id.nullable(),
      dueOn: localDate.nullable(),
      compensation,
    }),
    output: trusted<RemediationStep>(),
  }),
  'remediation.editStep': defineRoute({
    kind: 'command',
    access: 'case.remedy',
    input: z.strictObject({
      id,
      version,
      type: z.string().max(40),
      description: text(5_000),
      ownerId: id.nullable(),
      dueOn: localDate.nullable(),
      compensation,
      state: z.enum(STEP_STATES).exclude(['missed']),
      doneOn: localDate.nullable(),
      droppedReason: optionalLine(2_000),
    }),
    output: trusted<RemediationStep>(),
  }),
  /** Says what became of a promise, also after its case is over. */
  'remediation.settlePromise': defineRoute({
    kind: 'command',
    access: 'case.remedy',
    input: z.strictObject({
      id,
      version,
      state: z.enum(['done', 'missed']),
      doneOn: localDate.nullable(),
      note: text(2_000),
    }),
    output: trusted<RemediationStep>(),
  }),
  'remediation.removeStep': defineRoute({
    kind: 'command',
    access: 'case.remedy',
    input: z.strictObject({ id, version }),
    output: trusted<Readonly<{ removed: true }>>(),
  }),
  /** Records that no remedy is needed, with the reason; null takes it back. */
  'remediation.noneNeeded': defineRoute({
    kind: 'command',
    access: 'case.remedy',
    input: z.strictObject({ complaintId: id, version, reason: text(5_000).nullable() }),
    output: trusted<Shown<Complaint>>(),
  }),
  'remediation.list': defineRoute({
    kind: 'query',
    access: 'complaint.read',
    input: z.strictObject({
      states: z.array(z.enum(STEP_STATES)).min(1),
      ownerId: id.nullable().optional(),
      overdueOnly: z.boolean(),
      after: z.strictObject({ dueOn: localDate.nullable(), id }).nullable(),
      limit: pageSize,
    }),
    output: trusted<readonly StepSummary[]>(),
  }),
} as const satisfies RoutesOf<'remediation'>
