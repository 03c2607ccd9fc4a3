import type { Approval } from './approvals/model.ts'
import type { AuditEvent, AuditHead } from './audit/model.ts'
import type {
  Complaint,
  ComplaintFilter,
  ComplaintPage,
  LikelyDuplicate,
  ListCursor,
  Stage,
  WorkCounts,
} from './complaints/model.ts'
import type { Deadline } from './deadlines/model.ts'
import type { Evidence } from './evidence/model.ts'
import type { Engagement, Firm, FirmNote } from './firms/model.ts'
import type { RootCause, StateCheck, Why } from './investigation/model.ts'
import type { LocalDate } from './kernel/calendar.ts'
import type { LetterDocument } from './letters/document.ts'
import type { Letter, LetterState, LetterSummary } from './letters/model.ts'
import type { Person } from './people/model.ts'
import type { RemediationStep, StepState, StepSummary } from './remediation/model.ts'
import type { Settings } from './settings/model.ts'

/**
 * A table of versioned records. `update` writes only when `version` is still the stored one and then
 * stores `version + 1`; otherwise it raises `CONFLICT` with the current version and nothing is written.
 */
export interface VersionedTable<Row extends Readonly<{ id: string; version: number }>> {
  find(id: string): Promise<Row | null>
  insert(row: Row): Promise<void>
  /** Returns the row as stored, with its new version. */
  update(row: Row): Promise<Row>
}

export interface ComplaintRepository extends VersionedTable<Complaint> {
  findByCode(code: string): Promise<Complaint | null>
  /** Holds the case for the rest of the transaction, so that what is derived from it cannot go stale. */
  lock(id: string): Promise<Complaint | null>
  /** Writes what is derived from the facts; leaves the version alone. */
  setDerived(
    id: string,
    derived: Readonly<{ stage: Stage; dueOn: LocalDate; targetOn: LocalDate }>,
  ): Promise<void>
  /** Rewrites the search copy of the case: every text people may look for. */
  index(id: string, texts: readonly string[]): Promise<void>
  page(
    filter: ComplaintFilter,
    today: LocalDate,
    after: ListCursor | null,
    limit: number,
  ): Promise<ComplaintPage>
  counts(today: LocalDate): Promise<Omit<WorkCounts, 'awaitingApproval'>>
  likelyDuplicates(
    keys: Readonly<{
      phones: readonly string[]
      email: string | null
      memberAccount: string | null
    }>,
  ): Promise<readonly LikelyDuplicate[]>
}

export interface CaseChildTable<
  Row extends Readonly<{ id: string; version: number }>,
> extends VersionedTable<Row> {
  ofComplaint(complaintId: string): Promise<readonly Row[]>
  /** Removes the row when `version` is current, else `CONFLICT`. */
  remove(id: string, version: number): Promise<void>
}

export interface RootCauseRepository {
  ofComplaint(complaintId: string): Promise<RootCause | null>
  /** Inserts when `version` is 0, else a version-checked update. */
  save(cause: RootCause): Promise<RootCause>
}

export interface StepRepository extends CaseChildTable<RemediationStep> {
  page(
    filter: Readonly<{
      states: readonly StepState[]
      ownerId?: string | null | undefined
      overdueOn?: LocalDate | undefined
    }>,
    limit: number,
    after: Readonly<{ dueOn: LocalDate | null; id: string }> | null,
  ): Promise<readonly StepSummary[]>
}

export interface FirmRepository extends VersionedTable<Firm> {
  all(): Promise<readonly Firm[]>
  /** Every engagement of a firm, newest first, with the code of its complaint. */
  engagements(
    firmId: string,
  ): Promise<readonly (Engagement & Readonly<{ complaintCode: string }>)[]>
}

export interface EvidenceRepository {
  find(id: string): Promise<Evidence | null>
  insert(row: Evidence): Promise<void>
  ofComplaint(complaintId: string): Promise<readonly Evidence[]>
}

export interface LetterRepository extends VersionedTable<Letter> {
  ofComplaint(complaintId: string): Promise<readonly Letter[]>
  page(
    filter: Readonly<{ states: readonly LetterState[] }>,
    limit: number,
    after: Readonly<{ createdAt: string; id: string }> | null,
  ): Promise<readonly LetterSummary[]>
  countInState(state: LetterState): Promise<number>
  remove(id: string, version: number): Promise<void>
}

export interface DeadlineRepository extends CaseChildTable<Deadline> {}

export interface PersonRepository extends VersionedTable<Person> {
  all(): Promise<readonly Person[]>
  /** Everybody, held for the rest of the transaction: rules about the whole board (its last chair) need it. */
  lockAll(): Promise<readonly Person[]>
  findByUsername(username: string): Promise<Person | null>
}

export interface ApprovalRepository extends VersionedTable<Approval> {
  pending(): Promise<readonly Approval[]>
  ofComplaint(complaintId: string): Promise<readonly Approval[]>
}

export interface SettingsRepository {
  /** Null before set-up. */
  load(): Promise<Settings | null>
  /** Inserts when `version` is 0, else a version-checked update. */
  save(settings: Settings): Promise<Settings>
}

export interface AuditRepository {
  /** Newest first, `before` is exclusive. */
  page(
    filter: Readonly<{ complaintId?: string | undefined; personId?: string | undefined }>,
    before: number | null,
    limit: number,
  ): Promise<readonly AuditEvent[]>
  head(): Promise<AuditHead | null>
}

/** Unfinished forms, one per person and form, kept inside the encrypted store. */
export interface DraftRepository {
  load(personId: string, form: string): Promise<string | null>
  save(personId: string, form: string, body: string): Promise<void>
  remove(personId: string, form: string): Promise<void>
}

/** Gapless numbers: the next one is taken inside the transaction, so a rollback gives it back. */
export interface SeriesRepository {
  next(series: string): Promise<number>
}

export type Repositories = Readonly<{
  complaints: ComplaintRepository
  stateChecks: CaseChildTable<StateCheck>
  whys: CaseChildTable<Why>
  rootCauses: RootCauseRepository
  steps: StepRepository
  firms: FirmRepository
  engagements: CaseChildTable<Engagement>
  firmNotes: CaseChildTable<FirmNote>
  evidence: EvidenceRepository
  letters: LetterRepository
  deadlines: DeadlineRepository
  people: PersonRepository
  approvals: ApprovalRepository
  settings: SettingsRepository
  audit: AuditRepository
  drafts: DraftRepository
  series: SeriesRepository
}>

/** Turns a letter into the PDF people sign. The same document always gives the same bytes. */
export interface Typesetter {
  typeset(
    document: LetterDocument,
  ): Promise<Readonly<{ bytes: Uint8Array; pages: number; sha256: string }>>
}

/** Bytes kept encrypted under the SHA-256 of their plain content. */
export interface FileStore {
  put(bytes: Uint8Array): Promise<Readonly<{ sha256: string; size: number }>>
  /** Re-hashes what it reads; raises `FILE_ALTERED` or `FILE_MISSING`. */
  get(sha256: string): Promise<Uint8Array>
}

/** SHA-256 of text or bytes in lower-case hex. */
export type Sha256 = (content: string | Uint8Array) => string
