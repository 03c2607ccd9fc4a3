import type { Instant, LocalDate } from '../kernel/calendar.ts'
import { writtenNumber } from '../kernel/series.ts'
import type { AuditEntry, AuditValue } from './model.ts'

/** A number as a transaction takes it from its series. */
export type TakenNumber = Readonly<{ series: string; value: number }>

/** By what an issued letter is known again when its case is lost. */
export type LetterTrace = Readonly<{
  letterId: string
  /** Its code (core/letters/kinds.ts). */
  kind: string
  issuedOn: LocalDate
  contentHash: string
  pdfSha256: string
}>

/** A number that was given out, and for what: kept outside the database, so that it is never given again. */
export type GivenNumber = TakenNumber &
  Readonly<{ complaintId: string | null; letter: LetterTrace | null }>

/** A number that was given out and is on record nowhere else any more. */
export type LostNumber = TakenNumber &
  Readonly<{
    /** As it stands on paper: `KN-2026-0041`, `23/TB-BQT`. */
    written: string
    /** The loss it went with. */
    lossId: string
    /** When that was noticed. */
    lostAt: Instant
    complaintCode: string | null
    letterId: string | null
    kind: string | null
    issuedOn: LocalDate | null
    contentHash: string | null
    pdfSha256: string | null
  }>

/** What the numbers taken by a transaction were given to, from what it puts on record. */
export function givenNumbers(
  taken: readonly TakenNumber[],
  entries: readonly AuditEntry[],
): readonly GivenNumber[] {
  return taken.map((each) => {
    const written = writtenNumber(each.series, each.value)
    const entry = entries.find(
      (candidate) =>
        changed(candidate, 'code') === written || changed(candidate, 'number') === written,
    )
    return {
      ...each,
      complaintId: entry?.complaintId ?? null,
      letter: entry === undefined ? null : traceOf(entry),
    }
  })
}

function traceOf(entry: AuditEntry): LetterTrace | null {
  const fields = ['kind', 'issuedOn', 'contentHash', 'pdfSha256']
  const [kind, issuedOn, contentHash, pdfSha256] = fields.map((field) => changed(entry, field))
  if (typeof kind !== 'string' || typeof issuedOn !== 'string') return null
  if (typeof contentHash !== 'string' || typeof pdfSha256 !== 'string') return null
  return { letterId: entry.entityId, kind, issuedOn, contentHash, pdfSha256 }
}

function changed(entry: AuditEntry, field: string): AuditValue | undefined {
  return entry.changes?.find((change) => change.field === field)?.to
}

/** How far each series has come. */
export type SeriesEnds = ReadonlyMap<string, number>

/**
 * The numbers that were given out beyond where the series of a database stand now, every one up to the last, in the
 * order of their series. Of a number given twice in the log (a transaction that was run again) the last word counts.
 */
export function numbersBeyond(
  given: readonly GivenNumber[],
  ends: SeriesEnds,
): readonly GivenNumber[] {
  const bySeries = Map.groupBy(given, ({ series }) => series)
  return [...bySeries].flatMap(([series, all]) => {
    const end = ends.get(series) ?? 0
    const last = all.reduce((most, { value }) => Math.max(most, value), 0)
    const known = new Map(all.map((each) => [each.value, each]))
    return Array.from({ length: Math.max(0, last - end) }, (_, index) => {
      const value = end + 1 + index
      return known.get(value) ?? { series, value, complaintId: null, letter: null }
    })
  })
}
