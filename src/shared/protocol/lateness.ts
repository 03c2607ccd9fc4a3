import { z } from 'zod'

import { LATE_REASONS } from '#core/deadlines/late.ts'
import { optionalText } from './fields.ts'

/** Why something comes after the end of a clock it stops, and the same in words; the core asks for it where it does. */
export const lateness = {
  lateReason: z.enum(LATE_REASONS).nullable().default(null),
  lateExplanation: optionalText(5_000).default(''),
}
