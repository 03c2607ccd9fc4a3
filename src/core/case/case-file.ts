import type { Approval } from '../approvals/model.ts'
import { withoutShutCase } from '../approvals/rules.ts'
import type { HiddenRecord } from '../audit/model.ts'
import type { Breach, BreachNotice } from '../breach/model.ts'
import { coverOf, personOf, withTexts, type Cover, type Shown } from '../complaints/cover.ts'
import { showComplaint } from '../complaints/shown.ts'
import type { Conflict } from '../conflicts/model.ts'
import { isKeptFrom } from '../conflicts/rules.ts'
import type { LogEntry } from '../contacts/model.ts'
import { showEntry } from '../contacts/shown.ts'
import type { Complaint } from '../complaints/model.ts'
import type { Deadline } from '../deadlines/model.ts'
import { isOfNote, type Evidence } from '../evidence/model.ts'
import type { Engagement, FirmNote } from '../firms/model.ts'
import type { RootCause, StateCheck, Why } from '../investigation/model.ts'
import { isToFirm } from '../letters/kinds.ts'
import { NO_PARTICULARS } from '../letters/particulars.ts'
import type { Dispatch, Letter } from '../letters/model.ts'
import { isAbsent } from '../people/fields.ts'
import type { Role } from '../people/permissions.ts'
import type { Reader } from '../conflicts/reader.ts'
import type { RemediationStep } from '../remediation/model.ts'
import type { Hold } from '../retention/model.ts'
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
  log: readonly LogEntry[]
  letters: readonly Letter[]
  dispatches: readonly Dispatch[]
  approvals: readonly Approval[]
  conflicts: readonly Conflict[]
  holds: readonly Hold[]
}>

/**
 * What the record of a case does not tell a role: of firms, of the files that came from them, and of the letters that ask
 * them for something.
 */
export function hiddenOf(
  role: Role,
  { evidence, letters }: Pick<CaseFile, 'evidence' | 'letters'>,
): HiddenRecord {
  if (!isAbsent(role, 'firmNote')) return { entities: [], ids: [] }
  return {
    entities: ['engagement', 'firmNote', 'firmConflict'],
    ids: [...evidence.filter(isOfNote), ...letters.filter(isToFirm)].map(({ id }) => id),
  }
}

/** A case as somebody is shown it: what names its person says whether it does. */
export type ShownCase = Omit<CaseFile, 'complaint'> & Readonly<{ complaint: Shown<Complaint> }>

/**
 * The case as somebody may read it, by the table of fields: without firms and the letters to them, or with whose case it is,
 * contacts and letters covered; and without what is said of themselves.
 */
export function readableBy(reader: Reader, file: CaseFile): ShownCase {
  const cover = coverOf(reader, personOf(file.complaint))
  const { complaint, ...rest } = { ...file, ...withoutSecrets(reader, file) }
  const readable = isAbsent(reader.role, 'firmNote') ? withoutFirms(rest) : rest
  const letters = readable.letters.map((letter) => showLetter(letter, cover))
  const log = readable.log.map((entry) => showEntry(entry, cover))
  const approvals = readable.approvals.map((each) => withoutShutCase(each, reader.shut))
  const duplicateOfId = openId(reader, complaint.duplicateOfId)
  const authority =
    complaint.authority === null
      ? null
      : { ...complaint.authority, ownCaseId: openId(reader, complaint.authority.ownCaseId) }
  return {
    ...withTexts({ ...readable, letters, log, approvals }, cover.text),
    complaint: showComplaint(reader, { ...complaint, duplicateOfId, authority }),
  }
}

function withoutFirms(file: Omit<CaseFile, 'complaint'>): Omit<CaseFile, 'complaint'> {
  const letters = file.letters.filter((each) => !isToFirm(each))
  return {
    ...file,
    ...{ engagements: [], firmNotes: [], letters },
    evidence: file.evidence.filter((each) => !isOfNote(each)),
    dispatches: file.dispatches.filter(({ letterId }) => letters.some(({ id }) => id === letterId)),
    conflicts: file.conflicts.filter(({ firmId }) => firmId === null),
  }
}

/** A letter with nothing of what it says where that is covered: what it states of the case in its own words names people. */
function showLetter(letter: Letter, cover: Cover): Letter {
  if (!cover.covers(isToFirm(letter) ? 'firmLetter' : 'letter')) return letter
  const parts = letter.parts.map((part) => ({ ...part, text: '' }))
  return { ...letter, parts, particulars: NO_PARTICULARS }
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
