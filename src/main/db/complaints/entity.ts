import type { Complainant, ComplainantPhone, Complaint } from '#core/complaints/model.ts'
import {
  code,
  day,
  defineEntity,
  id,
  instant,
  integer,
  json,
  optionalCode,
  optionalInstant,
  optionalJson,
  optionalText,
  text,
} from '../columns.ts'

/** The parts of a complaint that are lists have tables of their own. */
type Lists = Readonly<{
  phones: readonly ComplainantPhone[]
  dataItems: readonly string[]
  categories: readonly string[]
  clauses: readonly string[]
}>

/** A complaint as one row, its complainant in line. The folded columns are for finding duplicates. */
export type ComplaintRow = Omit<Complaint, 'complainant' | keyof Lists> &
  Omit<Complainant, 'fullName' | keyof Lists> &
  Readonly<{
    complainantName: string
    emailFolded: string | null
    memberAccountFolded: string | null
    /** The code as a number: `KN-2026-10000` comes after `KN-2026-9999`, a review after what it reviews. */
    codeOrder: number
  }>

export const complaintEntity = defineEntity<ComplaintRow>('complaint', {
  id,
  code,
  codeOrder: integer,
  version: integer,
  status: code,
  stage: code,
  dueOn: day,
  targetOn: day,
  dueAt: optionalInstant,
  dueRule: optionalCode,
  severity: code,
  site: code,
  assigneeId: optionalCode,
  channel: code,
  receivedAt: instant,
  receivedOn: day,
  recordedAt: instant,
  recordedBy: code,
  salutation: code,
  complainantName: text,
  email: optionalText,
  emailFolded: optionalCode,
  address: optionalText,
  memberAccount: optionalText,
  memberAccountFolded: optionalCode,
  actingFor: optionalText,
  subject: text,
  narrative: text,
  wanted: text,
  points: json,
  flags: json,
  outcome: optionalCode,
  outcomeReason: optionalText,
  stateConclusion: optionalText,
  stateConcludedAt: optionalInstant,
  stateConcludedBy: optionalCode,
  noRemedyReason: optionalText,
  mandate: optionalJson,
  answeredAt: optionalInstant,
  closedAt: optionalInstant,
  endReason: optionalText,
  duplicateOfId: optionalCode,
  endingId: optionalCode,
  withdrawalEvidenceId: optionalCode,
  reviewOfId: optionalCode,
  reviewFinding: optionalCode,
  anonymisedAt: optionalInstant,
  authority: optionalJson,
})
