import type { SameKeys } from '../shape.ts'
import type { conflictsMessages as vi } from '../vi/conflicts.ts'

export const conflictsMessages = {
  title: 'Who is concerned',
  none: 'Nobody is named.',
  add: 'Name somebody',
  who: 'Who is concerned',
  person: 'Member',
  firm: 'Security firm',
  personName: 'Name of the member',
  firmName: 'Name of the firm',
  choose: 'Choose a name',
  help: 'A member who is named, the chair included, can no longer find, read or work on this case; a second person must agree. A firm that is named is not engaged in it and gets no letter of it.',
  self: 'You name yourself: once a second person agrees, this case is closed to you.',
  handler: 'This member handles the case: it will wait to be given to somebody else.',
  fewApprovers:
    'I know that only {count} will be left to approve letters of this case, and accept it. This is on record.',
  nameFirm: 'Name the firm',
  asked: 'Waits for a second person',
  shutOut: 'Kept from the case',
  firmShutOut: 'Not engaged, gets no letter',
  liftAsked: 'To be named no longer: waits for a second person',
  by: 'Named by {who} at {when}',
  lift: 'Name no longer',
  liftTitle: 'Name {who} no longer?',
  liftText: 'Once a second person agrees, they read and work on the case again.',
  liftFirmText: 'The firm can be engaged again and get letters of the case.',
  closed: 'The case you had open is closed to you.',
} as const satisfies SameKeys<typeof vi>
