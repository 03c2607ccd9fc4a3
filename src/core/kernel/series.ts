/** The gapless series that the codes of a year's complaints are taken from. */
export function complaintSeries(year: number): string {
  return `KN-${year}`
}

/** `KN-2026-0001`; past 9999 the number simply grows. */
export function complaintCode(year: number, number: number): string {
  return `KN-${year}-${String(number).padStart(4, '0')}`
}

/** The gapless series of the reviews of one complaint, named by its code. */
export function reviewSeries(code: string): string {
  return `${code}-X`
}

/** `KN-2026-0042-X1`: the first review of that complaint. There is no review of a review. */
export function reviewCode(code: string, number: number): string {
  return `${reviewSeries(code)}${number}`
}

const CODE = /^KN-(?<year>\d{4})-(?<number>\d+)(?:-X(?<review>\d+))?$/u

/** How many reviews of one complaint its order leaves room for. */
const MAX_REVIEWS = 1_000

/**
 * The code of a complaint as a number in which later codes are greater, however many there were in a year, and the reviews
 * of a complaint follow it: `KN-2026-0042`, `KN-2026-0042-X1`, `KN-2026-0043`. 0 for what is no code.
 */
export function orderOfCode(code: string): number {
  const { year, number, review = '0' } = CODE.exec(code)?.groups ?? {}
  if (year === undefined || number === undefined) return 0
  return (Number(year) * 100_000_000 + Number(number)) * MAX_REVIEWS + Number(review)
}

/** The name of the gapless series letters of a year take their numbers from. */
export function letterSeries(symbol: string, year: number): string {
  return `letter:${symbol}:${year}`
}

/** `01/TB-BQT`: below ten with a leading zero (Decree 30/2020, Appendix I). */
export function letterNumber(number: number, symbol: string): string {
  return `${String(number).padStart(2, '0')}/${symbol}`
}

/** The number of an issued letter as its series has it; null for one that is written otherwise. */
export function takenLetterNumber(
  written: string,
  year: number,
): Readonly<{ series: string; value: number }> | null {
  const [, digits, symbol] = /^(\d+)\/(.+)$/u.exec(written) ?? []
  if (symbol === undefined) return null
  return { series: letterSeries(symbol, year), value: Number(digits) }
}

/** What people read of a series: the year its numbers are of, and of a letter's its symbol. */
export type SeriesName = Readonly<
  { of: 'complaint'; year: number } | { of: 'letter'; symbol: string; year: number }
>

/** What the name of a series says; null for one that no program of ours named. */
export function seriesNameOf(series: string): SeriesName | null {
  const complaint = /^KN-(\d{4})(?:-\d+-X)?$/u.exec(series)
  if (complaint !== null) return { of: 'complaint', year: Number(complaint[1]) }
  const [, symbol, year] = /^letter:(.+):(\d{4})$/u.exec(series) ?? []
  return symbol === undefined ? null : { of: 'letter', symbol, year: Number(year) }
}

const REVIEWS = /^KN-\d{4}-\d+-X$/u

/** A number of a series as it is written on paper: `KN-2026-0041`, `KN-2026-0041-X1`, `23/TB-BQT`. */
export function writtenNumber(series: string, value: number): string {
  const name = seriesNameOf(series)
  if (name === null) return `${series} ${value}`
  if (REVIEWS.test(series)) return `${series}${value}`
  return name.of === 'complaint'
    ? complaintCode(name.year, value)
    : letterNumber(value, name.symbol)
}
