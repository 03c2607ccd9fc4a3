/** The gapless series that the codes of a year's complaints are taken from. */
export function complaintSeries(year: number): string {
  return `KN-${year}`
}

/** `KN-2026-0001`; past 9999 the number simply grows. */
export function complaintCode(year: number, number: number): string {
  return `KN-${year}-${String(number).padStart(4, '0')}`
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
  const complaint = /^KN-(\d{4})$/u.exec(series)
  if (complaint !== null) return { of: 'complaint', year: Number(complaint[1]) }
  const [, symbol, year] = /^letter:(.+):(\d{4})$/u.exec(series) ?? []
  return symbol === undefined ? null : { of: 'letter', symbol, year: Number(year) }
}

/** A number of a series as it is written on paper: `KN-2026-0041`, `23/TB-BQT`. */
export function writtenNumber(series: string, value: number): string {
  const name = seriesNameOf(series)
  if (name === null) return `${series} ${value}`
  return name.of === 'complaint'
    ? complaintCode(name.year, value)
    : letterNumber(value, name.symbol)
}
