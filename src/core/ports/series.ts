import type { SeriesEnds } from '../audit/numbers.ts'

/** Gapless numbers: the next one is taken inside the transaction, so a rollback gives it back. */
export interface SeriesRepository {
  next(series: string): Promise<number>
  /** How far every series has come. */
  ends(): Promise<SeriesEnds>
  /** Goes on behind this number, unless the series is there already. */
  skipTo(series: string, value: number): Promise<void>
}
