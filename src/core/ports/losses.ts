import type { Loss } from '../audit/loss.ts'
import type { LostNumber } from '../audit/numbers.ts'
import type { Instant } from '../kernel/calendar.ts'
import type { VersionedTable } from './versioned-table.ts'

/** What turned out to be missing of the journal, and the numbers that were given out and are lost with it. */
export interface LossRepository extends VersionedTable<Loss> {
  /** Those nobody has taken note of yet, the first found first. */
  open(): Promise<readonly Loss[]>
  /** When something was last found to be lost; null when nothing ever was. */
  lastFoundAt(): Promise<Instant | null>
  insertNumbers(numbers: readonly LostNumber[]): Promise<void>
  /** Every lost number, by series. */
  numbers(): Promise<readonly LostNumber[]>
}
