import type { SameKeys } from '../shape.ts'
import type { dutyIssueMessages as vi } from '../vi/issues-of-duties.ts'

export const dutyIssueMessages = {
  MANDATE_MISSING: 'The representative’s authority is not on record.',
  ACTS_FOR_NOBODY: 'Whoever complains acts for nobody else.',
  GUARDIAN_MISSING:
    'A child’s right takes the word of a parent or guardian, whose paper is not on record.',
  REACH_MISSING: 'Nobody knows how to reach the complainant.',
  CLOCK_OPEN: 'A time limit is still running: {rule}, until {day}. Meet it first.',
  STATE_PARTLY_CHECKED: '{done} of {all} items checked or explained.',
  CAUSE_SEARCHED_UNTIL: 'Enough to answer; the search for the cause goes on until {day}.',
  REMEDY_PROMISED: 'Enough to answer; {count} remedies promised until {day}.',
  VIOLATION_STANDS:
    'A check or the cause still says that information leaked or was misused. Correct that first; if it is right, answer that no notice is owed, with the reason.',
  ADDRESSEE_LEFT_OUT:
    'The letter is issued, so everybody on its list is owed it: a line taken out needs a corrected line in its place.',
  DUPLICATE_OF_REVIEWED:
    'This complaint asks for a review of that very complaint, so it is no duplicate of it.',
  ANSWERED_BEFORE_PAPER:
    'The day of the answer is earlier than the complaint came in, or than the day on the paper of the authority or court.',
  REMEDY_DAY_OVER:
    'The day promised for a remedy is over ({day}): record it as done or give a new day, so that the letter promises no day that is past.',
  REPLY_DAY_OVER: 'The day to reply by in the letter ({day}) is over.',
  ASKED_BEFORE_RECEIPT: 'The request is earlier than the receipt of the complaint.',
  SETTLED_BEFORE_ASKED: 'The day is earlier than the day it was asked for.',
} as const satisfies SameKeys<typeof vi>
