import type { AuditEntry, AuditEvent } from '../audit/model.ts'
import { addHours, type Instant } from '../kernel/calendar.ts'

/** What of a copy did not come back as it should when going back to it was tried. */
export const REHEARSAL_FAULTS = ['database', 'journal', 'keys', 'files', 'letter'] as const
export type RehearsalFault = (typeof REHEARSAL_FAULTS)[number]

/** Going back to a copy, tried in a place of its own: what came back, and what did not. */
export type Rehearsal = Readonly<{
  /** When the copy was made. */
  madeAt: Instant
  complaints: number
  /** Issued letters and files of evidence that came back, each compared with its hash. */
  files: number
  faults: readonly RehearsalFault[]
}>

/** A rehearsal on record. */
export type RecordedRehearsal = Rehearsal & Readonly<{ at: Instant }>

/** By which the record is asked for rehearsals. */
export const REHEARSAL_ID = 'rehearsal'

export function rehearsalEntry({ madeAt, complaints, files, faults }: Rehearsal): AuditEntry {
  return {
    action: 'copy.rehearsed',
    entity: 'copy',
    entityId: REHEARSAL_ID,
    changes: [
      { field: 'madeAt', from: null, to: madeAt },
      { field: 'complaints', from: null, to: complaints },
      { field: 'files', from: null, to: files },
      { field: 'faults', from: null, to: faults },
    ],
  }
}

/** The rehearsal an event tells of; null for another event. */
export function rehearsalOf({ action, at, changes }: AuditEvent): RecordedRehearsal | null {
  if (action !== 'copy.rehearsed') return null
  const value = (name: string) => changes.find(({ field }) => field === name)?.to
  const [madeAt, complaints, files] = [value('madeAt'), value('complaints'), value('files')]
  const told = value('faults')
  return {
    at,
    madeAt: typeof madeAt === 'string' ? madeAt : at,
    complaints: typeof complaints === 'number' ? complaints : 0,
    files: typeof files === 'number' ? files : 0,
    faults: REHEARSAL_FAULTS.filter((fault) => Array.isArray(told) && told.includes(fault)),
  }
}

const EVERY_HOURS = 7 * 24

/**
 * Whether going back is to be tried again: a week after the last by the journal, or never tried, or when that one is
 * dated later than now, as by a clock that ran ahead.
 */
export function isRehearsalDue(last: Instant | null, now: Instant): boolean {
  return last === null || now >= addHours(last, EVERY_HOURS) || now < last
}
