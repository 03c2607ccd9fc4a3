import type { SameKeys } from '../shape.ts'
import type { letterIssueMessages as vi } from '../vi/issues-of-letters.ts'

export const letterIssueMessages = {
  CONTENT_CHANGED: 'The letter changed after you opened it. Read the new text.',
  REVIEW_FINDING_MISSING: 'Whether the earlier result is confirmed or replaced is not recorded.',
  LETTER_MISSING: 'The result letter is not drafted.',
  LETTER_NOT_ISSUED: 'The letter is not issued.',
  LETTER_NOT_SUBMITTED: 'The letter has not been submitted.',
  LETTER_ISSUED: 'The letter is issued and cannot be changed any more.',
  LETTER_IN_WORK: 'A result letter for this complaint is already being written. Open that one.',
  LETTER_STATE: 'The letter is at another step.',
  PART_UNKNOWN: 'The letter has no such part.',
  FACTS_CHANGED:
    'The facts of the case changed after the letter was composed. Compose it anew and read it again.',
  APPROVAL_VOID: 'The text changed after it was approved, so that approval no longer holds.',
  APPROVER_IS_AUTHOR:
    'Whoever wrote or submitted a letter may not approve it; a second person must.',
  LETTER_NOT_DISPATCHED: 'The letter is issued but not recorded as sent.',
  LETTER_REPLACED: 'Another letter already replaces this one.',
  REPLACED_LETTER_UNFIT: 'Only an issued letter of the same kind in the same case can be replaced.',
  LETTERHEAD_MISSING: 'The letterhead lacks: {letterhead}.',
  SIGNATORY_MISSING: 'The letter lacks the title or name of whoever signs.',
  PARTICULAR_MISSING: 'The letter lacks: {particular}.',
  VARIANT_UNKNOWN: 'This kind of letter has no such wording.',
  ENGAGEMENT_UNKNOWN: 'The case has no such engagement of a firm.',
  DATA_ITEMS_MISSING: 'It is not recorded which information is concerned.',
  SENT_BEFORE_ISSUE: 'A letter cannot be sent before the day it was issued.',
  DISPATCH_STRUCK: 'This dispatch has been struck out already.',
  NO_LETTERS: 'No issued letter fits the choice.',
  TOO_MANY_LETTERS:
    'There are {count} letters; at most {most} can be exported at once. Choose a shorter period.',
  PHRASE_EMPTY: 'A phrase needs both its Vietnamese and its English text.',
  PHRASE_BRACE: 'Line {line}, column {column}: a lone “{brace}”. To print one, write it twice.',
  PHRASE_FIELD_UNKNOWN: 'Line {line}, column {column}: this kind of letter has no field “{field}”.',
} as const satisfies SameKeys<typeof vi>
