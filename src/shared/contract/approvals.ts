import { z } from 'zod'

import type { Approval } from '#core/approvals/model.ts'
import { ENDINGS, MATCHED_CONTACTS } from '#core/complaints/model.ts'
import { ROLES } from '#core/people/permissions.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { id, instant, optionalText, text, trusted, version } from '../protocol/fields.ts'

/** Far longer than any code, so that one typed with spaces around is read. */
const MAX_CODE = 40

const approval = trusted<Approval>()

/** A request that waits, with the code of the case it is about. */
export type PendingApproval = Approval & Readonly<{ code: string | null }>

/** What a decision that lets somebody go did to the keys of the board. */
export type KeysRenewed = Readonly<{
  /** How long everybody waited. */
  seconds: number
  /** Who was given a one-time password, which is shown once and kept nowhere. */
  oneTime: readonly Readonly<{ personId: string; password: string }>[]
  /** The printed recovery key opens nothing any more: whoever looks after the board prints another. */
  sheetLost: boolean
}>

/** Acts that need a second person: asked for here, decided by somebody else. */
export const approvalRoutes = {
  'approvals.pending': defineRoute({
    kind: 'query',
    access: 'signed-in',
    input: z.strictObject({}),
    output: trusted<readonly PendingApproval[]>(),
  }),
  'approvals.requestClosing': defineRoute({
    kind: 'command',
    access: 'complaint.close',
    input: z.strictObject({ complaintId: id, version, reason: text(2_000) }),
    output: approval,
  }),
  /** Asks to end a complaint without its result: withdrawn, outside the remit, or the same as another. */
  'approvals.requestEnding': defineRoute({
    kind: 'command',
    access: 'complaint.close',
    input: z.strictObject({
      complaintId: id,
      version,
      way: z.enum(ENDINGS),
      reason: text(5_000),
      /** The writing by which it was withdrawn, among its files. */
      evidenceId: id.nullable(),
      duplicateOfCode: z.string().max(MAX_CODE).nullable(),
      contact: z.enum(MATCHED_CONTACTS).nullable(),
    }),
    output: approval,
  }),
  'approvals.requestReceiptCorrection': defineRoute({
    kind: 'command',
    access: 'complaint.correctReceipt',
    input: z.strictObject({ complaintId: id, version, receivedAt: instant, reason: text(2_000) }),
    output: approval,
  }),
  'approvals.requestRoleChange': defineRoute({
    kind: 'command',
    access: 'people.manage',
    input: z.strictObject({
      personId: id,
      version,
      role: z.enum(ROLES),
      active: z.boolean(),
      reason: text(2_000),
    }),
    output: approval,
  }),
  /** Keeps a member from a case that concerns them. */
  'approvals.requestNaming': defineRoute({
    kind: 'command',
    access: 'conflict.request',
    input: z.strictObject({
      complaintId: id,
      personId: id,
      /** Accepted: fewer than two may be left to approve letters of the case. */
      fewApprovers: z.boolean(),
      reason: text(2_000),
    }),
    output: approval,
  }),
  'approvals.requestLifting': defineRoute({
    kind: 'command',
    access: 'conflict.request',
    input: z.strictObject({ complaintId: id, personId: id, reason: text(2_000) }),
    output: approval,
  }),
  'approvals.decide': defineRoute({
    kind: 'unmanaged',
    access: 'approval.decide',
    input: z.strictObject({
      id,
      version,
      decision: z.enum(['approve', 'return']),
      remark: optionalText(2_000),
    }),
    /** With what became of the keys when it took the way in from somebody. */
    output: trusted<Approval & Readonly<{ keysRenewed: KeysRenewed | null }>>(),
  }),
  'approvals.withdraw': defineRoute({
    kind: 'command',
    access: 'signed-in',
    input: z.strictObject({ id, version }),
    output: approval,
  }),
} as const satisfies RoutesOf<'approvals'>
