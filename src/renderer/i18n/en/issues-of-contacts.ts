import type { SameKeys } from '../shape.ts'
import type { contactIssueMessages as vi } from '../vi/issues-of-contacts.ts'

/** What can be wrong with an entry of the contact log. */
export const contactIssueMessages = {
  SAID_LONG_BEFORE_RECEIPT:
    'This is more than 30 days before the complaint was received. Check the year.',
  ENTRY_OF_ANOTHER: 'Only whoever put this entry down can correct it or take it back.',
  ENTRY_WITHDRAWN: 'This entry was taken back and is not edited any more. Write a new one.',
  NOT_MENTIONED: 'This entry does not wait for you to read it any more.',
  PERSON_READS_ONLY: 'This person only reads cases and cannot be mentioned.',
} as const satisfies SameKeys<typeof vi>
