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
  ASKED_BEFORE_RECEIPT: 'The request is earlier than the receipt of the complaint.',
  SETTLED_BEFORE_ASKED: 'The day is earlier than the day it was asked for.',
} as const satisfies SameKeys<typeof vi>
