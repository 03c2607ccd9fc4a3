import { addMinutes, vietnamDate, type Instant, type LocalDate } from './calendar.ts'
import { DomainError, invalid } from './errors.ts'
import type { IssueCode } from './issue-codes.ts'

/** Minutes a moment may lie ahead: covers a clock read before the form was sent. */
const GRACE = 1

/** Raises `INVALID_INPUT` with `code` on the field for a moment still to come, a minute's grace aside. */
export function requirePast(
  field: string,
  at: Instant,
  now: Instant,
  code: IssueCode = 'TIME_IN_FUTURE',
): void {
  if (at > addMinutes(now, GRACE)) throw invalid(field, code)
}

/** Raises `INVALID_INPUT` with `code` on the field for a day after today in Vietnam. */
export function requirePastDay(field: string, day: LocalDate, now: Instant, code: IssueCode): void {
  if (day > vietnamDate(now)) throw invalid(field, code)
}

/** Raises `CONFLICT` when the caller saw another version of a record than the stored one. */
export function requireVersion(row: Readonly<{ version: number }>, seen: number): void {
  if (row.version !== seen) {
    throw new DomainError('CONFLICT', [
      { path: 'version', code: 'STALE_VERSION', params: { current: row.version } },
    ])
  }
}

/** What was looked for. Raises `NOT_FOUND` when it was not there. */
export function requireFound<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw new DomainError('NOT_FOUND')
  return row
}
