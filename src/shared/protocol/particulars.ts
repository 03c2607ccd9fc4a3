import { z } from 'zod'

import { email, id, line, LIMITS, localDate, optionalText } from './fields.ts'

const blankable = z.string().max(0).or(line(LIMITS.line))

/** What the author of a letter says beyond the facts of its case. */
export const particulars = z.strictObject({
  refuses: z
    .string()
    .max(2_000)
    .regex(/^(?:[0-9a-f-]{36}(?: (?=.)|$))*$/u),
  passesOn: z
    .string()
    .max(2_000)
    .regex(/^(?:[0-9a-f-]{36}(?: (?=.)|$))*$/u)
    .default(''),
  answerBy: localDate.nullable(),
  asked: optionalText(LIMITS.letterPart),
  performed: optionalText(LIMITS.letterPart),
  reason: optionalText(LIMITS.letterPart),
  replyBy: localDate.nullable(),
  clock: z.string().max(80).nullable(),
  newEnd: localDate.nullable(),
  happenedOn: localDate.nullable(),
  happened: optionalText(LIMITS.letterPart),
  consequence: optionalText(LIMITS.letterPart),
  effect: optionalText(LIMITS.letterPart).default(''),
  lessons: optionalText(LIMITS.letterPart).default(''),
  engagementId: id.nullable(),
  recipientName: blankable,
  recipientAddress: blankable,
  recipientEmail: z.string().max(0).or(email),
})
