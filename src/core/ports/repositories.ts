import type { Approval } from '../approvals/model.ts'
import type { AuditEvent, AuditHead, HiddenRecord } from '../audit/model.ts'
import type { LetterTrace } from '../audit/numbers.ts'
import type { Breach, BreachNotice } from '../breach/model.ts'
import type { CaseFile } from '../case/case-file.ts'
import type { Conflict, ShutCase } from '../conflicts/model.ts'
import type { LogEntry, Mention } from '../contacts/model.ts'
import type { PersonOfCase } from '../complaints/cover.ts'
import type { CaseText, MatchSource } from '../complaints/matches.ts'
import type {
  Complaint,
  ComplaintPage,
  Due,
  LikelyDuplicate,
  ListQuestion,
  SearchTexts,
  Stage,
  WorkCounts,
} from '../complaints/model.ts'
import type { Deadline } from '../deadlines/model.ts'
import type { RunningClock, Told } from '../reminders/reminders.ts'
import type { DoomedCopy, Evidence } from '../evidence/model.ts'
import type { HourClock, PeriodCounts, PersonLoad } from '../figures/model.ts'
import type { Lines, Register, RegisterQuestion } from '../figures/registers.ts'
import type { Engagement, Firm, FirmNote } from '../firms/model.ts'
import type { RootCause, StateCheck, Why } from '../investigation/model.ts'
import type { Instant, LocalDate } from '../kernel/calendar.ts'
import type { Logo } from '../letters/document.ts'
import type { Dispatch, Letter, LetterFilter, LetterState } from '../letters/model.ts'
import type { LetterCursor, LetterSummary } from '../letters/model.ts'
import type { HousePhrase, PhraseSlot } from '../phrases/model.ts'
import type { Account } from '../people/account.ts'
import type { Person } from '../people/model.ts'
import type { SecondFactor } from '../people/second-factor.ts'
import type { RemediationStep, StepState, StepSummary } from '../remediation/model.ts'
import type { Hold } from '../retention/model.ts'
import type { RightRequest } from '../rights/model.ts'
import type { Settings } from '../settings/model.ts'
import type { SavedView } from '../views/model.ts'
import type { AddresseeRepository } from './addressees.ts'
import type { CASE_TABLES } from './case-tables.ts'
import type { DoneCommandRepository, DraftRepository } from './drafts.ts'
import type { ErasureRepository } from './erasures.ts'
import type { LinkedCases } from './linked-cases.ts'
import type { LossRepository } from './losses.ts'
import type { PassedOnReading } from './passed-on.ts'
import type { SearchReading } from './searches.ts'
import type { SeriesRepository } from './series.ts'
import type { VersionedTable } from './versioned-table.ts'

export interface ComplaintRepository extends VersionedTable<Complaint>, LinkedCases {
  findByCode(code: string): Promise<Complaint | null>
  /** Writes what is derived from the facts; leaves the version alone. */
  setStage(id: string, stage: Stage): Promise<void>
  setDue(id: string, due: Due): Promise<void>
  /** Keeps what the case can be found by; written only where its words are others than those on record. */
  index(id: string, texts: SearchTexts): Promise<void>
  page(question: ListQuestion, now: Instant): Promise<ComplaintPage>
  /** The codes of these cases, by their ids. */
  codes(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Whose cases these are, and who handles them, by their ids. */
  persons(ids: readonly string[]): Promise<ReadonlyMap<string, PersonOfCase>>
  /** What is written in some cases, from these places. */
  texts(ids: readonly string[], sources: readonly MatchSource[]): Promise<readonly CaseText[]>
  counts(now: Instant): Promise<Omit<WorkCounts, 'awaitingApproval'>>
  likelyDuplicates(
    keys: Readonly<{
      phones: readonly string[]
      email: string | null
      memberAccount: string | null
    }>,
  ): Promise<readonly LikelyDuplicate[]>
}

/** Everything on record about one complaint, read at once. */
export interface CaseRepository {
  find(id: string): Promise<CaseFile | null>
  /** The same, held for the rest of the transaction, so that what is derived from it cannot go stale. */
  lock(id: string): Promise<CaseFile | null>
}

export interface CaseChildTable<
  Row extends Readonly<{ id: string; version: number }>,
> extends VersionedTable<Row> {
  /** Removes the row when `version` is current, else `CONFLICT`. */
  remove(id: string, version: number): Promise<void>
}

/** A table with one record for each case at most. */
export interface OnePerCaseTable<Row extends Readonly<{ version: number }>> {
  /** Inserts when `version` is 0, else a version-checked update. */
  save(row: Row): Promise<Row>
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
  /** Writes its name, hash, giver and what is known of it as a copy of papers anew: nothing else of a file ever changes. */
  update(row: Evidence): Promise<void>
  /** Copies of papers kept beyond their day. */
  toDestroy(today: LocalDate): Promise<readonly DoomedCopy[]>
  ofComplaint(complaintId: string): Promise<readonly Evidence[]>
  /** SHA-256 of every file that a case, a letter or a certificate names; what was erased names none. */
  namedFiles(): Promise<readonly string[]>
}

export interface LetterRepository extends VersionedTable<Letter> {
  ofComplaint(complaintId: string): Promise<readonly Letter[]>
  page(
    filter: LetterFilter,
    limit: number,
    after: LetterCursor | null,
  ): Promise<readonly LetterSummary[]>
  count(filter: LetterFilter): Promise<number>
  countInState(state: LetterState): Promise<number>
  remove(id: string, version: number): Promise<void>
  /** The issued letter with exactly these bytes. */
  findByPdf(pdfSha256: string): Promise<Letter | null>
  /** Issued letters with this number, newest first: numbers begin anew each year. */
  findByNumber(number: string): Promise<readonly Letter[]>
  /** Issued letters whose content hash begins so; at most ten. */
  findByContentHash(prefix: string): Promise<readonly Letter[]>
  /** By what every issued letter is known again, whatever becomes of its case. */
  traces(): Promise<readonly (LetterTrace & Readonly<{ number: string; complaintId: string }>)[]>
}

/** The board's wording, version upon version; nothing is ever changed or removed. */
export interface PhraseRepository {
  /** The newest version of every slot the board ever worded. */
  newest(): Promise<readonly HousePhrase[]>
  /** Every version of one slot, newest first. */
  history(slot: PhraseSlot): Promise<readonly HousePhrase[]>
  /** Raises `CONFLICT` when somebody stored this version first, also at the same moment. */
  insert(phrase: HousePhrase): Promise<void>
}

export interface DeadlineRepository extends VersionedTable<Deadline> {
  ofComplaint(complaintId: string): Promise<readonly Deadline[]>
  /** Open clocks of all cases in the order of their ids, those after `afterId`. */
  pageOfRunning(afterId: string | null, limit: number): Promise<readonly Deadline[]>
}

export interface PersonRepository extends VersionedTable<Person> {
  all(): Promise<readonly Person[]>
  /** Everybody, held for the rest of the transaction: rules about the whole board (its last chair) need it. */
  lockAll(): Promise<readonly Person[]>
  findByUsername(username: string): Promise<Person | null>
}

export interface AccountRepository {
  find(personId: string): Promise<Account | null>
  all(): Promise<readonly Account[]>
  /** Every account, held for the rest of the transaction: who may vouch for whom depends on all of them. */
  lockAll(): Promise<readonly Account[]>
  /** Inserts when `version` is 0, else a version-checked update. */
  save(account: Account): Promise<Account>
}

/** The second step at sign-in, of everybody who set one up. */
export interface SecondFactorRepository {
  find(personId: string): Promise<SecondFactor | null>
  /** Inserts when `version` is 0, else a version-checked update. */
  save(factor: SecondFactor): Promise<SecondFactor>
  remove(personId: string, version: number): Promise<void>
}

/**
 * Conflicts of interest. They hold for everything else that is read in somebody's name: a case they are kept from is not
 * there for them, in no table.
 */
export interface ConflictRepository extends VersionedTable<Conflict> {
  /** The cases whoever reads is kept from. */
  shut(): readonly ShutCase[]
  /** Of these cases, who is kept from which. */
  shutOut(
    complaintIds: readonly string[],
  ): Promise<readonly Readonly<{ complaintId: string; personId: string }>[]>
}

export interface ApprovalRepository extends VersionedTable<Approval> {
  pending(): Promise<readonly Approval[]>
}

export interface SettingsRepository {
  /** Null before set-up. */
  load(): Promise<Settings | null>
  /** Whether the board covers identities from investigators, as it was when this unit of work began. */
  coversInvestigators(): boolean
  /** Inserts when `version` is 0, else a version-checked update. */
  save(settings: Settings): Promise<Settings>
  /** The picture of the letterhead, kept apart because it is large and seldom needed. */
  logo(): Promise<Logo | null>
  saveLogo(logo: Logo | null): Promise<void>
}

/** A file that turned out to be altered: of which evidence or letter. */
export type AlteredFile = Readonly<{ entity: string; entityId: string }>

export interface AuditRepository {
  /** Newest first, `before` is exclusive. */
  page(
    filter: Readonly<{
      complaintId?: string | undefined
      /** One thing of a case: a clock, a step, a letter. */
      entityId?: string | undefined
      personId?: string | undefined
      /** What whoever asks may not read about. */
      without?: HiddenRecord | undefined
    }>,
    before: number | null,
    limit: number,
  ): Promise<readonly AuditEvent[]>
  head(): Promise<AuditHead | null>
  /** The last files that were found to be altered, each once; whether they still are is not said. */
  alteredFiles(): Promise<readonly AlteredFile[]>
  /** Whether it was ever begun to keep outside the database where the journal stands. */
  isAnchored(): Promise<boolean>
  setAnchored(): Promise<void>
}

/** The contact logs of cases. */
export interface LogRepository extends VersionedTable<LogEntry> {
  /** What somebody is named in and has not read, the latest first. */
  mentioning(personId: string): Promise<readonly Mention[]>
}

/** What each person was last told of reminders. */
export interface ReminderRepository {
  /** Null when they were told nothing yet, or what was kept cannot be read. */
  told(personId: string): Promise<Told | null>
  saveSeen(personId: string, told: Told): Promise<void>
}

export interface ViewRepository extends VersionedTable<SavedView> {
  /** Those of a person and those everybody shares, by name. */
  seenBy(personId: string): Promise<readonly SavedView[]>
  all(): Promise<readonly SavedView[]>
  remove(id: string, version: number): Promise<void>
}

/** Counts over all complaints, for people to look at; each answer is small whatever the board has on record. */
export interface FigureRepository {
  period(from: LocalDate, to: LocalDate, now: Instant): Promise<PeriodCounts>
  loads(now: Instant): Promise<readonly PersonLoad[]>
  /** The running clocks of violations, nearest end first. */
  hourClocks(limit: number): Promise<readonly HourClock[]>
  /** Clocks that run and end between two moments, both included. */
  running(from: Instant, to: Instant): Promise<readonly RunningClock[]>
  /** The lines of each register, the earliest first. */
  lines: {
    readonly [Each in Register]: (question: RegisterQuestion) => Promise<readonly Lines[Each][]>
  }
}

/** The records of cases, to be read and written. */
export type CaseTables = Readonly<{
  cases: CaseRepository
  complaints: ComplaintRepository
  stateChecks: CaseChildTable<StateCheck>
  whys: CaseChildTable<Why>
  rootCauses: OnePerCaseTable<RootCause> & SearchReading
  steps: StepRepository
  engagements: CaseChildTable<Engagement>
  firmNotes: CaseChildTable<FirmNote>
  evidence: EvidenceRepository
  log: LogRepository
  letters: LetterRepository
  dispatches: CaseChildTable<Dispatch>
  deadlines: DeadlineRepository
  rights: CaseChildTable<RightRequest> & PassedOnReading
  breaches: OnePerCaseTable<Breach>
  breachNotices: CaseChildTable<BreachNotice>
  conflicts: ConflictRepository
  holds: VersionedTable<Hold>
  approvals: ApprovalRepository
}>

/** The records of the board beside its cases, to be read and written. */
export type BoardTables = Readonly<{
  firms: FirmRepository
  phrases: PhraseRepository
  people: PersonRepository
  accounts: AccountRepository
  secondFactors: SecondFactorRepository
  /** Those about a case are written through its held case, which keeps them in its file. */
  approvals: ApprovalRepository
  settings: SettingsRepository
  audit: AuditRepository
  losses: LossRepository
  drafts: DraftRepository
  doneCommands: DoneCommandRepository
  reminders: ReminderRepository
  views: ViewRepository
  figures: FigureRepository
  series: SeriesRepository
  addressees: AddresseeRepository
  erasures: ErasureRepository
}>

type Writing =
  'insert' | 'update' | 'empty' | 'remove' | 'save' | 'setStage' | 'setDue' | 'index' | 'lock'

/** The same tables, to be read only. */
type Reading<Tables> = { readonly [Table in keyof Tables]: Omit<Tables[Table], Writing> }

/**
 * What use cases may ask of the database. A case can only be read here: it is written through the held case of
 * `caseCommand`, which settles what follows from it.
 */
export type Repositories = Reading<CaseTables> &
  BoardTables &
  Readonly<{ [CASE_TABLES]: CaseTables }>

/** Everything a database has, as one unit of work has it open. */
export type AllRepositories = CaseTables & Repositories
