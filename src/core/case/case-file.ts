import type { Approval } from '../approvals/model.ts'
import type { HiddenRecord } from '../audit/model.ts'
import type { Breach, BreachNotice } from '../breach/model.ts'
import { complainantFor } from '../complaints/contacts.ts'
import type { Conflict } from '../conflicts/model.ts'
import { isKeptFrom } from '../conflicts/rules.ts'
import type { Complaint } from '../complaints/model.ts'
import type { Deadline } from '../deadlines/model.ts'
import { isOfNote, type Evidence } from '../evidence/model.ts'
import type { Engagement, FirmNote } from '../firms/model.ts'
import type { RootCause, StateCheck, Why } from '../investigation/model.ts'
import { isToFirm } from '../letters/kinds.ts'
import type { Dispatch, Letter } from '../letters/model.ts'
import { can, type Role } from '../people/permissions.ts'
import type { Reader } from '../conflicts/reader.ts'
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
  conflicts: readonly Conflict[]
}>

/**
 * What the record of a case does not tell a role: of firms, of the files that came from them, and of the letters that ask
 * them for something.
 */
export function hiddenOf(
  role: Role,
  { evidence, letters }: Pick<CaseFile, 'evidence' | 'letters'>,
): HiddenRecord {
  if (can(role, 'firm.read')) return { entities: [], ids: [] }
  return {
    entities: ['engagement', 'firmNote', 'firmConflict'],
    ids: [...evidence.filter(isOfNote), ...letters.filter(isToFirm)].map(({ id }) => id),
  }
}

/**
 * The case as somebody may read it: without what firms were asked and noted for those who may not read firms, letters
 * to them too, the
 * complainant's contacts covered for those who may not read contacts, and without what is said of themselves.
 */
export function readableBy(reader: Reader, file: CaseFile): CaseFile {
  const { role } = reader
  const complaint = {
    ...file.complaint,
    complainant: complainantFor(role, file.complaint.complainant),
    duplicateOfId: openId(reader, file.complaint.duplicateOfId),
  }
  const covered = { ...file, complaint, ...withoutSecrets(reader, file) }
  if (can(role, 'firm.read')) return covered
  const evidence = file.evidence.filter((each) => !isOfNote(each))
  const letters = file.letters.filter((each) => !isToFirm(each))
  const dispatches = file.dispatches.filter(({ letterId }) =>
    letters.some(({ id }) => id === letterId),
  )
  const conflicts = covered.conflicts.filter(({ firmId }) => firmId === null)
  return {
    ...covered,
    ...{ engagements: [], firmNotes: [], evidence, letters, dispatches, conflicts },
  }
}

/** The id of another case, unless the reader is kept from that. */
function openId({ shut }: Reader, id: string | null): string | null {
  return shut.some((each) => each.id === id) ? null : id
}

/** Without the requests that are about the reader and not for their eyes. */
function withoutSecrets(
  { personId }: Reader,
  { conflicts, approvals }: CaseFile,
): Pick<CaseFile, 'conflicts' | 'approvals'> {
  const kept = conflicts.filter((each) => isKeptFrom(each, personId))
  if (kept.length === 0) return { conflicts, approvals }
  const requests = new Set(kept.map(({ approvalId }) => approvalId))
  return {
    conflicts: conflicts.filter((each) => !kept.includes(each)),
    approvals: approvals.filter(({ id }) => !requests.has(id)),
  }
}
