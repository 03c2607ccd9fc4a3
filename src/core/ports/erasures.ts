import type { Instant } from '../kernel/calendar.ts'
import type {
  Certificate,
  DueCase,
  Erasure,
  ErasureCursor,
  ErasureSummary,
} from '../retention/model.ts'

/** What is due to be erased, and what was. */
export interface ErasureRepository {
  insert(row: Erasure): Promise<void>
  /** Version-checked, as every table's. */
  update(row: Erasure): Promise<Erasure>
  /** Cases closed before this moment that no hold keeps and no clock or request waits on; the first closed first. */
  due(closedBefore: Instant, limit: number): Promise<readonly DueCase[]>
  countDue(closedBefore: Instant): Promise<number>
  /** The register, newest first, `before` is exclusive. */
  page(before: ErasureCursor | null, limit: number): Promise<readonly ErasureSummary[]>
  /** Of these the rows of the register, in the order of the codes of their cases. */
  byIds(ids: readonly string[]): Promise<readonly ErasureSummary[]>
  certificate(id: string): Promise<Certificate | null>
  insertCertificate(row: Certificate): Promise<void>
  /** Of these files, those some case, letter or certificate still names. */
  stillNamed(sha256s: readonly string[]): Promise<readonly string[]>
  /** What is to be destroyed once this transaction is durable: files by their hash, or {@link SEARCH_WORDS}. */
  doom(what: readonly string[]): Promise<void>
  doomed(): Promise<readonly string[]>
  /** Is no longer to be destroyed: it was, or a case names it again. */
  spare(what: readonly string[]): Promise<void>
  /** Takes words of cases that say them no longer out of what the search keeps. */
  purgeSearch(): Promise<void>
}

/** Doomed beside files: words that the index of the search still keeps though no case has them. */
export const SEARCH_WORDS = 'search'
