import type { LocalDate } from '../kernel/calendar.ts'
import type { Addressee, AddresseeTally } from '../letters/addressees.ts'
import type { LetterDocument } from '../letters/document.ts'
import type { DispatchChannel } from '../letters/model.ts'

/** Those a letter to many goes to, and that letter as data. */
export interface AddresseeRepository {
  /** In their order; `after` is a place, exclusive. Only lines that cannot be used, or only those that can, where asked. */
  page(
    letterId: string,
    question: Readonly<{ after: number; limit: number; only: 'unusable' | 'usable' | null }>,
  ): Promise<readonly Addressee[]>
  tally(letterId: string): Promise<AddresseeTally>
  /** The names, addresses and e-mail of all who can be told. */
  contacts(
    letterId: string,
  ): Promise<readonly Readonly<Pick<Addressee, 'name' | 'address' | 'email'>>[]>
  lastPlace(letterId: string): Promise<number>
  insert(rows: readonly Addressee[]): Promise<void>
  /** Takes lines off a list that nobody was sent; answers how many. */
  removeUnsent(letterId: string, ids: readonly string[]): Promise<number>
  /** Of these, or of all who still wait, that their copies left; answers how many. */
  markSent(
    letterId: string,
    ids: readonly string[] | null,
    sent: Readonly<{ channel: DispatchChannel; sentOn: LocalDate }>,
  ): Promise<number>
  /** That the copies of these did not leave after all; answers how many. */
  markUnsent(letterId: string, ids: readonly string[]): Promise<number>
  /** By what the copies made are known again. */
  keepHashes(hashes: readonly Readonly<{ id: string; pdfSha256: string }>[]): Promise<void>
  /** The letter of which this is an addressee's copy, byte for byte. */
  letterOfCopy(pdfSha256: string): Promise<string | null>
  keepMaster(letterId: string, complaintId: string, document: LetterDocument): Promise<void>
  master(letterId: string): Promise<LetterDocument | null>
  /** Forgets every list of a case, and the letters as data. */
  forget(complaintId: string): Promise<void>
}
