import type { Instant } from '#core/kernel/calendar.ts'
import { LETTERS } from '#core/letters/kinds.ts'
import {
  LETTER_STANDINGS,
  type Dispatch,
  type Letter,
  type LetterStanding,
} from '#core/letters/model.ts'
import { firstDispatch, standingOf } from '#core/letters/rules.ts'

export type WayStep = Readonly<{
  standing: LetterStanding
  passed: boolean
  /** The last one passed: where the letter stands. */
  present: boolean
  by: string | null
  at: Instant | null
  /** How it left, for the last step. */
  dispatch: Dispatch | null
}>

/**
 * The way of a letter from draft to sent, with who took each step and when. A sheet is issued as it is
 * composed and needs no second person. Sent is the first day it left, by a record not struck out.
 */
export function letterWay(letter: Letter, dispatches: readonly Dispatch[]): readonly WayStep[] {
  const sent = firstDispatch(letter, dispatches)
  const way: readonly LetterStanding[] = LETTERS[letter.kind].secondPerson
    ? LETTER_STANDINGS
    : LETTER_STANDINGS.filter((each) => each === 'issued' || each === 'dispatched')
  const reached = way.indexOf(standingOf(letter, dispatches))
  return way.map((standing, index) => {
    const passed = index <= reached
    return {
      standing,
      passed,
      present: index === reached,
      ...(passed ? stepOf(standing, letter, sent) : { by: null, at: null }),
      dispatch: passed && standing === 'dispatched' ? sent : null,
    }
  })
}

function stepOf(
  standing: LetterStanding,
  letter: Letter,
  sent: Dispatch | null,
): Pick<WayStep, 'by' | 'at'> {
  switch (standing) {
    case 'draft':
      return { by: letter.authorId, at: letter.createdAt }
    case 'submitted':
      return { by: letter.submittedBy, at: letter.submittedAt }
    case 'approved':
      return { by: letter.approvedBy, at: letter.approvedAt }
    case 'issued':
      return { by: letter.issuedBy, at: letter.issuedAt }
    case 'dispatched':
      return { by: sent?.recordedBy ?? null, at: sent?.recordedAt ?? null }
  }
}
