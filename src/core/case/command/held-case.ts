import type { Approval } from '../../approvals/model.ts'
import type { Breach, BreachNotice } from '../../breach/model.ts'
import type { Conflict } from '../../conflicts/model.ts'
import type { LogEntry } from '../../contacts/model.ts'
import type { Complaint } from '../../complaints/model.ts'
import type { Evidence } from '../../evidence/model.ts'
import type { Engagement, FirmNote } from '../../firms/model.ts'
import type { RootCause, StateCheck, Why } from '../../investigation/model.ts'
import type { Dispatch, Letter } from '../../letters/model.ts'
import type { CaseTables } from '../../ports/repositories.ts'
import type { RemediationStep } from '../../remediation/model.ts'
import type { Hold } from '../../retention/model.ts'
import type { RightRequest } from '../../rights/model.ts'
import type { Settings } from '../../settings/model.ts'
import type { CaseFile } from '../case-file.ts'
import { CASE_ORDER, inOrder } from '../order.ts'

/** A list of a case to be written on; as the tables, stale versions raise `CONFLICT`. */
export type ListWriting<Row> = Readonly<{
  insert(row: Row): Promise<void>
  /** Returns the row as stored, with its new version. */
  update(row: Row): Promise<Row>
  remove(id: string, version: number): Promise<void>
}>

/** What of a case can be written on. Its clocks cannot: they follow from the rest. */
export type CaseWriting = Readonly<{
  complaint: Pick<ListWriting<Complaint>, 'update'>
  rights: ListWriting<RightRequest>
  breach: Readonly<{ save(row: Breach): Promise<Breach> }>
  breachNotices: ListWriting<BreachNotice>
  stateChecks: ListWriting<StateCheck>
  whys: ListWriting<Why>
  rootCause: Readonly<{ save(row: RootCause): Promise<RootCause> }>
  steps: ListWriting<RemediationStep>
  engagements: ListWriting<Engagement>
  firmNotes: ListWriting<FirmNote>
  evidence: Pick<ListWriting<Evidence>, 'insert' | 'update'>
  log: Pick<ListWriting<LogEntry>, 'insert' | 'update'>
  letters: ListWriting<Letter>
  dispatches: ListWriting<Dispatch>
  approvals: Pick<ListWriting<Approval>, 'insert' | 'update'>
  conflicts: Pick<ListWriting<Conflict>, 'insert' | 'update'>
  holds: Pick<ListWriting<Hold>, 'insert' | 'update'>
}>

/** A case one command has to itself until its transaction ends. */
export type HeldCase = Readonly<{
  /** As it was read when it was taken hold of. */
  file: CaseFile
  /** As it is now, with everything written through `write`. */
  current(): CaseFile
  write: CaseWriting
  /** The board's settings, which the case is settled by. */
  settings: Settings
}>

/** One list of the file in hand. */
type Part<Row> = Readonly<{ rows(): readonly Row[]; keep(rows: readonly Row[]): void }>

/** Opens a case that was just read under its lock to be written on: what is written is in its file at once. */
export function holdCase(tables: CaseTables, read: CaseFile, settings: Settings): HeldCase {
  let file = read

  function keep(changed: Partial<CaseFile>): void {
    file = { ...file, ...changed }
  }

  /** A record of another case would be stored, but never settled. */
  function requireOwn({ complaintId }: Readonly<{ complaintId: string | null }>): void {
    if (complaintId !== read.complaint.id) {
      throw new Error('A command wrote on a case it does not hold.')
    }
  }

  function adding<Row extends OfCase>(
    table: Pick<ListWriting<Row>, 'insert'>,
    part: Part<Row>,
  ): Pick<ListWriting<Row>, 'insert'> {
    return {
      async insert(row) {
        requireOwn(row)
        await table.insert(row)
        part.keep([...part.rows(), row])
      },
    }
  }

  function changing<Row extends OfCase>(
    table: Pick<ListWriting<Row>, 'update'>,
    part: Part<Row>,
  ): Pick<ListWriting<Row>, 'update'> {
    return {
      async update(row) {
        requireOwn(row)
        const stored = await table.update(row)
        part.keep(part.rows().map((each) => (each.id === row.id ? stored : each)))
        return stored
      },
    }
  }

  function list<Row extends OfCase>(table: ListWriting<Row>, part: Part<Row>): ListWriting<Row> {
    return {
      ...adding(table, part),
      ...changing(table, part),
      async remove(id, version) {
        await table.remove(id, version)
        part.keep(part.rows().filter((each) => each.id !== id))
      },
    }
  }

  const approvals: Part<Approval> = {
    rows: () => file.approvals,
    keep: (rows) => keep({ approvals: inOrder(rows, CASE_ORDER.approvals) }),
  }
  const conflicts: Part<Conflict> = {
    rows: () => file.conflicts,
    keep: (rows) => keep({ conflicts: inOrder(rows, CASE_ORDER.conflicts) }),
  }

  const holds: Part<Hold> = {
    rows: () => file.holds,
    keep: (rows) => keep({ holds: inOrder(rows, CASE_ORDER.holds) }),
  }
  const log: Part<LogEntry> = {
    rows: () => file.log,
    keep: (rows) => keep({ log: inOrder(rows, CASE_ORDER.log) }),
  }
  const evidence: Part<Evidence> = {
    rows: () => file.evidence,
    keep: (rows) => keep({ evidence: inOrder(rows, CASE_ORDER.evidence) }),
  }

  return {
    file: read,
    current: () => file,
    settings,
    write: {
      complaint: {
        async update(row) {
          requireOwn({ complaintId: row.id })
          const complaint = await tables.complaints.update(row)
          keep({ complaint })
          return complaint
        },
      },
      breach: {
        async save(row) {
          requireOwn(row)
          const breach = await tables.breaches.save(row)
          keep({ breach })
          return breach
        },
      },
      rootCause: {
        async save(row) {
          requireOwn(row)
          const rootCause = await tables.rootCauses.save(row)
          keep({ rootCause })
          return rootCause
        },
      },
      rights: list(tables.rights, {
        rows: () => file.rights,
        keep: (rows) => keep({ rights: inOrder(rows, CASE_ORDER.rights) }),
      }),
      breachNotices: list(tables.breachNotices, {
        rows: () => file.breachNotices,
        keep: (rows) => keep({ breachNotices: inOrder(rows, CASE_ORDER.breachNotices) }),
      }),
      stateChecks: list(tables.stateChecks, {
        rows: () => file.stateChecks,
        keep: (rows) => keep({ stateChecks: inOrder(rows, CASE_ORDER.stateChecks) }),
      }),
      whys: list(tables.whys, {
        rows: () => file.whys,
        keep: (rows) => keep({ whys: inOrder(rows, CASE_ORDER.whys) }),
      }),
      steps: list(tables.steps, {
        rows: () => file.steps,
        keep: (rows) => keep({ steps: inOrder(rows, CASE_ORDER.steps) }),
      }),
      engagements: list(tables.engagements, {
        rows: () => file.engagements,
        keep: (rows) => keep({ engagements: inOrder(rows, CASE_ORDER.engagements) }),
      }),
      firmNotes: list(tables.firmNotes, {
        rows: () => file.firmNotes,
        keep: (rows) => keep({ firmNotes: inOrder(rows, CASE_ORDER.firmNotes) }),
      }),
      evidence: {
        ...adding(tables.evidence, evidence),
        async update(row) {
          requireOwn(row)
          await tables.evidence.update(row)
          evidence.keep(evidence.rows().map((each) => (each.id === row.id ? row : each)))
          return row
        },
      },
      log: { ...adding(tables.log, log), ...changing(tables.log, log) },
      letters: list(tables.letters, {
        rows: () => file.letters,
        keep: (rows) => keep({ letters: inOrder(rows, CASE_ORDER.letters) }),
      }),
      dispatches: list(tables.dispatches, {
        rows: () => file.dispatches,
        keep: (rows) => keep({ dispatches: inOrder(rows, CASE_ORDER.dispatches) }),
      }),
      approvals: {
        ...adding(tables.approvals, approvals),
        ...changing(tables.approvals, approvals),
      },
      conflicts: {
        ...adding(tables.conflicts, conflicts),
        ...changing(tables.conflicts, conflicts),
      },
      holds: { ...adding(tables.holds, holds), ...changing(tables.holds, holds) },
    },
  }
}

type OfCase = Readonly<{ id: string; complaintId: string | null }>
