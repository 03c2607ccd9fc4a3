import type { SameKeys } from '../shape.ts'
import type { dutyIssueMessages as vi } from '../vi/issues-of-duties.ts'

export const dutyIssueMessages = {
  MANDATE_MISSING: 'The representative’s authority is not on record.',
  ACTS_FOR_NOBODY: 'Whoever complains acts for nobody else.',
  GUARDIAN_MISSING:
    'A child’s right takes the word of a parent or guardian, whose paper is not on record.',
} as const satisfies SameKeys<typeof vi>
