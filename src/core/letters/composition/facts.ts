import type { CaseFile } from '../../case/case-file.ts'
import type { LetterReviewed } from '../../complaints/model.ts'
import type { LocalDate } from '../../kernel/calendar.ts'
import type { Firm } from '../../firms/model.ts'
import type { Settings } from '../../settings/model.ts'
import type { Logo } from '../document.ts'
import type { HousePhrase } from '../../phrases/model.ts'

/** What a review is about, and by whom it may be answered. */
export type ReviewFacts = Readonly<{
  /** The latest answer; null where it is not kept any more. */
  letter: LetterReviewed | null
  /** Who had a hand in an earlier answer. */
  hands: readonly string[]
  /** Whether others than they are there to answer. */
  others: boolean
}>

/** The facts a letter is composed from: the case, the board with its words, and who is named in it. */
export type LetterFacts = Readonly<{
  file: CaseFile
  settings: Settings
  logo: Logo | null
  firms: readonly Firm[]
  /** The name of whoever wrote the complaint down. */
  takenBy: string
  /** The board's own wording; what it did not touch is as shipped. */
  phrases: readonly HousePhrase[]
  /** What the case is a review of; null for a complaint of its own. */
  review: ReviewFacts | null
  /** The day in Vietnam the letter is composed for: by it a promise is late or not. */
  today: LocalDate
}>
