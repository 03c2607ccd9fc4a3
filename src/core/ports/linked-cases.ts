import type { LetterReviewed, LinkedCase } from '../complaints/model.ts'
import type { Instant } from '../kernel/calendar.ts'

/** How cases hang together. */
export interface LinkedCases {
  /** The cases a case hangs together with, by their codes. */
  linked(id: string): Promise<readonly LinkedCase[]>
  /** Takes two cases on record as related, or, with null, no longer. Says whether that changed anything. */
  relate(
    one: string,
    other: string,
    recorded: Readonly<{ by: string; at: Instant }> | null,
  ): Promise<boolean>
  /** Whether a review of this case is still owed its answer, whoever may see it. */
  unansweredReview(id: string): Promise<boolean>
  /** The issued result letters of a case and its earlier reviews, the latest last, whoever may see them. */
  lettersReviewed(id: string, review: string): Promise<readonly LetterReviewed[]>
}
