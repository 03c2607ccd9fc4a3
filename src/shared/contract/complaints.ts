import { z } from 'zod'

import type { AuditEvent } from '#core/audit/model.ts'
import type { ShownCase } from '#core/case/case-file.ts'
import type { Shown, ShownPage } from '#core/complaints/cover.ts'
import type { Match } from '#core/complaints/matches.ts'
import {
  CHANNELS,
  CONCLUDED_OUTCOMES,
  ANSWER_FILTERS,
  DUE_FILTERS,
  DUTY_STANDINGS,
  FILTER_SCOPES,
  MARK_FILTERS,
  LIST_SORTS,
  OUTCOMES,
  REVIEW_FINDINGS,
  SALUTATIONS,
  SEVERITIES,
  STAGES,
  type Complaint,
  type ComplaintFilter,
  type LikelyDuplicate,
  type LinkedCase,
  type WorkCounts,
} from '#core/complaints/model.ts'
import { MAX_POINTS } from '#core/complaints/points.ts'
import type { ErrorCode } from '#core/kernel/errors.ts'
import { EXPORT_COLUMNS, EXPORT_FORMATS, MAX_EXPORTED } from '#core/figures/list-export.ts'
import { RIGHTS } from '#core/rights/model.ts'
import { authority } from '../protocol/authority.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import {
  codes,
  id,
  instant,
  language,
  LIMITS,
  line,
  localDate,
  optionalEmail,
  optionalLine,
  optionalText,
  pageSize,
  text,
  trusted,
  version,
} from '../protocol/fields.ts'

const complainant = z.strictObject({
  salutation: z.enum(SALUTATIONS),
  fullName: line(LIMITS.name),
  /** As told; the core parses them and keeps both spellings. */
  phones: z.array(line(50)).max(LIMITS.phones),
  email: optionalEmail,
  address: optionalLine(500),
  memberAccount: optionalLine(200),
  actingFor: optionalLine(500),
})

const facts = {
  site: z.string().min(1).max(40),
  subject: line(200),
  narrative: text(),
  wanted: optionalText(5_000),
  dataItems: codes,
  categories: codes,
  clauses: codes,
  flags: codes,
  severity: z.enum(SEVERITIES),
}

const askedRight = z.strictObject({ kind: z.enum(RIGHTS), viaProcessor: z.boolean() })

/** What intake sends. `receivedAt` is to the minute for calls; mail and post carry the arrival. */
export const newComplaint = z.strictObject({
  channel: z.enum(CHANNELS),
  receivedAt: instant,
  complainant,
  ...facts,
  flags: codes.default([]),
  assigneeId: id.nullable(),
  rights: z.array(askedRight).max(RIGHTS.length),
  breachDetectedAt: instant.nullable(),
})

/**
 * A field for each of the core's filter and for no other: one that only one of them has, or has otherwise, does not
 * compile.
 */
const filterFields = {
  scope: z.enum(FILTER_SCOPES),
  stages: z.array(z.enum(STAGES)).optional(),
  severities: z.array(z.enum(SEVERITIES)).optional(),
  assigneeId: id.nullable().optional(),
  sites: z.array(z.string().max(40)).optional(),
  due: z.enum(DUE_FILTERS).optional(),
  duties: codes.optional(),
  clocks: codes.optional(),
  clockState: z.enum(DUTY_STANDINGS).optional(),
  channels: z.array(z.enum(CHANNELS)).optional(),
  outcomes: z.array(z.enum(OUTCOMES)).optional(),
  categories: codes.optional(),
  clauses: codes.optional(),
  causes: codes.optional(),
  contributing: codes.optional(),
  lateReasons: codes.optional(),
  answer: z.enum(ANSWER_FILTERS).optional(),
  marks: z.array(z.enum(MARK_FILTERS)).optional(),
  firms: z.array(id).max(50).optional(),
  receivedFrom: localDate.optional(),
  receivedTo: localDate.optional(),
  dueFrom: localDate.optional(),
  dueTo: localDate.optional(),
  search: z.string().max(200).optional(),
  name: z.string().max(200).optional(),
} satisfies Readonly<{
  [Field in keyof ComplaintFilter]-?: z.ZodType<ComplaintFilter[Field]>
}>

/** What narrows a list of complaints, and with it an export or the figures of it. */
const complaintFilter = z.strictObject(filterFields)

const listOrder = z.strictObject({ by: z.enum(LIST_SORTS), descending: z.boolean() })

/** The most cases that change hands in one act. */
const MAX_ASSIGNED = 500

const caseId = z.strictObject({ id })

export const complaintRoutes = {
  'complaints.create': defineRoute({
    kind: 'command',
    access: 'complaint.create',
    input: newComplaint,
    output: trusted<Shown<Complaint>>(),
  }),
  'complaints.likelyDuplicates': defineRoute({
    kind: 'query',
    access: 'contact.read',
    input: z.strictObject({
      phones: z.array(z.string().max(50)).max(LIMITS.phones),
      // Half-typed is no fault here: what cannot be an address simply matches nobody.
      email: optionalLine(254),
      memberAccount: optionalLine(200),
    }),
    output: trusted<readonly Shown<LikelyDuplicate>[]>(),
  }),
  'complaints.list': defineRoute({
    kind: 'query',
    access: 'complaint.read',
    input: z.strictObject({
      filter: complaintFilter,
      order: listOrder.optional(),
      after: z
        .strictObject({ group: z.string().max(60).nullable(), key: z.string().max(40), id })
        .nullable(),
      limit: pageSize,
    }),
    output: trusted<ShownPage>(),
  }),
  'complaints.counts': defineRoute({
    kind: 'query',
    access: 'complaint.read',
    input: z.strictObject({}),
    output: trusted<WorkCounts>(),
  }),
  /**
   * A case, to open it or to read it again. That is itself on record: who looked at whose data, and when; one look for
   * as long as they turn to it (`main/dispatch/looks.ts`). It keeps no unattended window open: a window reads again by itself.
   */
  'complaints.open': defineRoute({
    kind: 'query',
    access: 'complaint.read',
    input: caseId,
    output: trusted<ShownCase>(),
  }),
  /** Shows whose case it is to whom that is covered: on record with the reason, until they leave this window. */
  'complaints.reveal': defineRoute({
    kind: 'unmanaged',
    access: 'complaint.read',
    input: z.strictObject({ id, reason: text(500) }),
    output: trusted<ShownCase>(),
  }),
  'complaints.update': defineRoute({
    kind: 'command',
    access: 'complaint.edit',
    input: z.strictObject({ id, version, ...facts, complainant }),
    output: trusted<Shown<Complaint>>(),
  }),
  'complaints.assign': defineRoute({
    kind: 'command',
    access: 'complaint.assign',
    input: z.strictObject({ id, version, assigneeId: id.nullable() }),
    output: trusted<Shown<Complaint>>(),
  }),
  /** By which paper whoever complains may act for somebody; null takes it back. */
  'complaints.recordMandate': defineRoute({
    kind: 'command',
    access: 'right.settle',
    input: z.strictObject({
      id,
      version,
      mandate: z
        .strictObject({ guardian: z.boolean(), paper: line(500), seenOn: localDate })
        .nullable(),
    }),
    output: trusted<Shown<Complaint>>(),
  }),
  'complaints.conclude': defineRoute({
    kind: 'command',
    access: 'complaint.conclude',
    input: z.strictObject({
      id,
      version,
      /** What ends a complaint is decided by two: see `approvals.requestEnding`. */
      outcome: z.enum(CONCLUDED_OUTCOMES).nullable(),
      reason: optionalText(5_000),
      /** Of a review, what becomes of the earlier answer. */
      finding: z.enum(REVIEW_FINDINGS).nullable().default(null),
    }),
    output: trusted<Shown<Complaint>>(),
  }),
  /** Of what points it consists, in their order; none makes it one point again. A point named by its id keeps its finding. */
  'complaints.divide': defineRoute({
    kind: 'command',
    access: 'complaint.conclude',
    input: z.strictObject({
      id,
      version,
      points: z
        .array(z.strictObject({ id: id.nullable(), text: line(500), clauses: codes }))
        .max(MAX_POINTS),
    }),
    output: trusted<Shown<Complaint>>(),
  }),
  /** Finds each point of a divided complaint; null leaves one open. */
  'complaints.answerPoints': defineRoute({
    kind: 'command',
    access: 'complaint.conclude',
    input: z.strictObject({
      id,
      version,
      answers: z
        .array(
          z.strictObject({
            id,
            finding: z.enum(CONCLUDED_OUTCOMES).nullable(),
            reason: optionalText(5_000),
          }),
        )
        .min(1)
        .max(MAX_POINTS),
      finding: z.enum(REVIEW_FINDINGS).nullable().default(null),
    }),
    output: trusted<Shown<Complaint>>(),
  }),
  /** What an authority or a court that sent the complaint on asks; null takes it back. */
  'complaints.setAuthority': defineRoute({
    kind: 'command',
    access: 'complaint.edit',
    input: z.strictObject({ id, version, authority: authority.nullable() }),
    output: trusted<Shown<Complaint>>(),
  }),
  /** Hears again a complainant who disagrees with the answer: a case of its own, linked to the first. */
  'complaints.review': defineRoute({
    kind: 'command',
    access: 'complaint.create',
    input: z.strictObject({
      id,
      channel: z.enum(CHANNELS),
      receivedAt: instant,
      narrative: text(),
      wanted: optionalText(5_000),
    }),
    output: trusted<Shown<Complaint>>(),
  }),
  /** The cases a case hangs together with. */
  'complaints.linked': defineRoute({
    kind: 'query',
    access: 'complaint.read',
    input: caseId,
    output: trusted<readonly Shown<LinkedCase>[]>(),
  }),
  /** Takes another case on record as related, of somebody else who is affected, or no longer. */
  'complaints.relate': defineRoute({
    kind: 'command',
    access: 'complaint.edit',
    input: z.strictObject({ id, code: line(40), related: z.boolean() }),
    output: trusted<Readonly<{ related: boolean }>>(),
  }),
  'complaints.history': defineRoute({
    kind: 'query',
    access: 'complaint.read',
    input: z.strictObject({
      id,
      /** Only what happened to one thing of the case. */
      entityId: id.optional(),
      before: z.int().positive().nullable(),
      limit: pageSize,
    }),
    output: trusted<readonly AuditEvent[]>(),
  }),
  /** In slices, each whole in itself: nobody else waits for the whole. */
  'complaints.assignMany': defineRoute({
    kind: 'unmanaged',
    access: 'complaint.assign',
    input: z.strictObject({ ids: z.array(id).min(1).max(MAX_ASSIGNED), assigneeId: id.nullable() }),
    /**
     * How many changed hands; what is over, or already theirs, stays as it is. Cut short, it says which cases it did not
     * come to, and why: asked for again, it goes on with those.
     */
    output: trusted<
      Readonly<{
        assigned: number
        left: number
        rest: readonly string[]
        stopped: ErrorCode | null
      }>
    >(),
  }),
  /** The list as a file: of these complaints, or of all that a filter finds. */
  'complaints.exportList': defineRoute({
    kind: 'command',
    access: 'complaint.export',
    input: z.strictObject({
      filter: complaintFilter,
      order: listOrder,
      ids: z.array(id).max(MAX_EXPORTED).nullable(),
      columns: z.array(z.enum(EXPORT_COLUMNS)).min(1),
      format: z.enum(EXPORT_FORMATS),
      language,
    }),
    output: trusted<Readonly<{ ticket: string; fileName: string; rows: number }>>(),
  }),
  /** A whole case on paper, as whoever prints it is shown it. Typeset outside every transaction: nobody waits for it. */
  'complaints.printDossier': defineRoute({
    kind: 'unmanaged',
    access: 'complaint.export',
    input: z.strictObject({ id, language }),
    output: trusted<Readonly<{ ticket: string; fileName: string }>>(),
  }),
  /** Where some found cases say what was searched for, as far as one may read it. */
  'complaints.matches': defineRoute({
    kind: 'query',
    access: 'complaint.read',
    input: z.strictObject({ ids: z.array(id).max(200), search: z.string().max(200) }),
    output: trusted<readonly Match[]>(),
  }),
} as const satisfies RoutesOf<'complaints'>
