import { z } from 'zod'

import { AUTHORITY_KINDS } from '#core/complaints/authority.ts'
import { id, line, localDate, optionalText } from './fields.ts'
import { lateness } from './lateness.ts'

/** What an authority or a court asks, as the window tells it: the complainant's own case as it is kept, by its code, or none. */
export const authority = z.strictObject({
  kind: z.enum(AUTHORITY_KINDS),
  name: line(300),
  number: optionalText(100),
  issuedOn: localDate.nullable(),
  officer: optionalText(300),
  dueOn: localDate.nullable(),
  answeredOn: localDate.nullable(),
  ...lateness,
  decisionId: id.nullable(),
  ownCase: z.union([z.literal('keep'), z.strictObject({ code: line(20) })]).nullable(),
})
