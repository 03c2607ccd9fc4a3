import { z } from 'zod'

import type { Complaint } from '#core/complaints/model.ts'
import type { Evidence } from '#core/evidence/model.ts'
import type { Engagement, Firm, FirmNote } from '#core/firms/model.ts'
import {
  CAUSE_STATES,
  CHECK_PHASES,
  FINDINGS,
  type RootCause,
  type StateCheck,
  type Why,
} from '#core/investigation/model.ts'
import { STEP_STATES, type RemediationStep, type StepSummary } from '#core/remediation/model.ts'
import { defineRoute } from '../protocol/define.ts'
import {
  id,
  instant,
  line,
  localDate,
  optionalLine,
  optionalText,
  pageSize,
  text,
  trusted,
  version,
} from '../protocol/fields.ts'
import { contactFields } from './session.ts'

const removed = trusted<Readonly<{ removed: true }>>()
const row = z.strictObject({ id, version })
/** `version: 0` asks for a new row; any other must be the stored one. */
const versionOrNew = z.int().min(0)

export const investigationRoutes = {
  'investigation.saveCheck': defineRoute({
    kind: 'command',
    access: 'case.investigate',
    input: z.strictObject({
      complaintId: id,
      version: versionOrNew,
      dataItem: z.string().max(40),
      system: z.string().max(40),
      phase: z.enum(CHECK_PHASES),
      finding: z.enum(FINDINGS),
      detail: optionalText(5_000),
      checkedAt: instant,
    }),
    output: trusted<StateCheck>(),
  }),
  'investigation.removeCheck': defineRoute({
    kind: 'command',
    access: 'case.investigate',
    input: row,
    output: removed,
  }),
  /** The statement for the letter; null reopens the check. */
  'investigation.concludeCheck': defineRoute({
    kind: 'command',
    access: 'case.investigate',
    input: z.strictObject({ complaintId: id, version, statement: text(5_000).nullable() }),
    output: trusted<Complaint>(),
  }),
  'investigation.addWhy': defineRoute({
    kind: 'command',
    access: 'case.investigate',
    input: z.strictObject({
      complaintId: id,
      text: text(5_000),
      evidenceIds: z.array(id).max(20),
    }),
    output: trusted<Why>(),
  }),
  'investigation.editWhy': defineRoute({
    kind: 'command',
    access: 'case.investigate',
    input: z.strictObject({ id, version, text: text(5_000), evidenceIds: z.array(id).max(20) }),
    output: trusted<Why>(),
  }),
  'investigation.removeWhy': defineRoute({
    kind: 'command',
    access: 'case.investigate',
    input: row,
    output: removed,
  }),
  'investigation.saveCause': defineRoute({
    kind: 'command',
    access: 'case.investigate',
    input: z.strictObject({
      complaintId: id,
      version: versionOrNew,
      state: z.enum(CAUSE_STATES),
      category: z.string().max(40).nullable(),
      statement: optionalText(5_000),
      undeterminedReason: optionalText(5_000),
    }),
    output: trusted<RootCause>(),
  }),
} as const

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
      state: z.enum(STEP_STATES),
      doneOn: localDate.nullable(),
      droppedReason: optionalLine(2_000),
    }),
    output: trusted<RemediationStep>(),
  }),
  'remediation.removeStep': defineRoute({
    kind: 'command',
    access: 'case.remedy',
    input: row,
    output: removed,
  }),
  /** Records that no remedy is needed, with the reason; null takes it back. */
  'remediation.noneNeeded': defineRoute({
    kind: 'command',
    access: 'case.remedy',
    input: z.strictObject({ complaintId: id, version, reason: text(5_000).nullable() }),
    output: trusted<Complaint>(),
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
} as const

const firmFields = {
  name: line(300),
  taxCode: optionalLine(20),
  ...contactFields,
  contractNumber: optionalLine(100),
  contractValidUntil: localDate.nullable(),
  ndaValidUntil: localDate.nullable(),
  active: z.boolean(),
}
const engagementFields = { scope: text(5_000), startsOn: localDate, endsOn: localDate.nullable() }
const noteFields = { author: line(300), notedOn: localDate, body: text() }

export type FirmFile = Readonly<{
  firm: Firm
  engagements: readonly (Engagement & Readonly<{ complaintCode: string }>)[]
}>

export const firmRoutes = {
  'firms.list': defineRoute({
    kind: 'query',
    access: 'firm.read',
    input: z.strictObject({}),
    output: trusted<readonly Firm[]>(),
  }),
  'firms.get': defineRoute({
    kind: 'query',
    access: 'firm.read',
    input: z.strictObject({ id }),
    output: trusted<FirmFile>(),
  }),
  'firms.add': defineRoute({
    kind: 'command',
    access: 'firm.edit',
    input: z.strictObject(firmFields),
    output: trusted<Firm>(),
  }),
  'firms.edit': defineRoute({
    kind: 'command',
    access: 'firm.edit',
    input: z.strictObject({ id, version, ...firmFields }),
    output: trusted<Firm>(),
  }),
  'firms.engage': defineRoute({
    kind: 'command',
    access: 'firm.engage',
    input: z.strictObject({ complaintId: id, firmId: id, ...engagementFields }),
    output: trusted<Engagement>(),
  }),
  'firms.editEngagement': defineRoute({
    kind: 'command',
    access: 'firm.engage',
    input: z.strictObject({ id, version, ...engagementFields }),
    output: trusted<Engagement>(),
  }),
  'firms.addNote': defineRoute({
    kind: 'command',
    access: 'firm.note',
    input: z.strictObject({ engagementId: id, ...noteFields }),
    output: trusted<FirmNote>(),
  }),
  'firms.editNote': defineRoute({
    kind: 'command',
    access: 'firm.note',
    input: z.strictObject({ id, version, ...noteFields }),
    output: trusted<FirmNote>(),
  }),
} as const

/** A one-time ticket; the bytes travel at `/files/<ticket>`, outside JSON. */
export type Ticket = Readonly<{ ticket: string }>

export const evidenceRoutes = {
  /** Asks to send one file. The answer to the upload itself is the stored {@link Evidence}. */
  'evidence.requestUpload': defineRoute({
    kind: 'free',
    access: 'evidence.add',
    input: z.strictObject({
      complaintId: id,
      firmNoteId: id.nullable(),
      fileName: line(500),
      size: z.int().min(0),
    }),
    output: trusted<Ticket>(),
  }),
  /** Opens or exports a file byte for byte; the hash is checked and the act is on record. */
  'evidence.requestDownload': defineRoute({
    kind: 'command',
    access: 'evidence.export',
    input: z.strictObject({ id }),
    output: trusted<Ticket & Readonly<{ evidence: Evidence }>>(),
  }),
} as const
