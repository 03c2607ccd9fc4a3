import type { Approval } from '../approvals/model.ts'
import type { HiddenRecord } from '../audit/model.ts'
import type { Breach, BreachNotice } from '../breach/model.ts'
import { complainantFor } from '../complaints/contacts.ts'
import type { Complaint } from '../complaints/model.ts'
import type { Deadline } from '../deadlines/model.ts'
import { isOfNote, type Evidence } from '../evidence/model.ts'
import type { Engagement, FirmNote } from '../firms/model.ts'
import type { RootCause, StateCheck, Why } from '../investigation/model.ts'
import type { Dispatch, Letter } from '../letters/model.ts'
import { can, type Role } from '../people/permissions.ts'
import type { RemediationStep } from '../remediation/model.ts'
import type { RightRequest } from '../rights/model.ts'

/** Everything on record about one complaint: the facts every rule of a case is a function of. */
export type CaseFile = Readonly<{
  complaint: Complaint
  deadlines: readonly Deadline[]
  rights: readonly RightRequest[]
  breach: Breach | null
  breachNotices: readonly BreachNotice[]
  stateChecks: readonly StateCheck[]
  whys: readonly Why[]
  rootCause: RootCause | null
  steps: readonly RemediationStep[]
  engagements: readonly Engagement[]
  firmNotes: readonly FirmNote[]
  evidence: readonly Evidence[]
  letters: readonly Letter[]
  dispatches: readonly Dispatch[]
  approvals: readonly Approval[]
}>

/** What the record of a case with these files does not tell a role: of firms, and of the files that came from them. */
export function hiddenOf(role: Role, evidence: readonly Evidence[]): HiddenRecord {
  if (can(role, 'firm.read')) return { entities: [], ids: [] }
  return {
    entities: ['engagement', 'firmNote'],
    ids: evidence.filter(isOfNote).map(({ id }) => id),
  }
}

/**
 * The case as a role may read it: without what firms were asked and noted for those who may not read firms, the
 * complainant's contacts covered for those who may not read contacts.
 */
export function readableBy(role: Role, file: CaseFile): CaseFile {
  const { complaint } = file
  const complainant = complainantFor(role, complaint.complainant)
  const covered = { ...file, complaint: { ...complaint, complainant } }
  if (can(role, 'firm.read')) return covered
  const evidence = file.evidence.filter((each) => !isOfNote(each))
  return { ...covered, engagements: [], firmNotes: [], evidence }
}
