import { z } from 'zod'

import { ERROR_CODES, type Issue } from '#core/kernel/errors.ts'
import { isIssueCode, isSystemCode } from '#core/kernel/issue-codes.ts'

const issueCode = z.custom<Issue['code']>(
  (code) => typeof code === 'string' && (isIssueCode(code) || isSystemCode(code)),
)

const bytes = z.instanceof(Uint8Array)

/** What the copying thread is started with. */
export const copyWorkerData = z.strictObject({
  database: z.string(),
  databaseKey: bytes,
  files: z.string(),
  filesKey: bytes,
  keys: z.array(z.string()),
  copiesKey: bytes,
  place: z.string(),
  at: z.string(),
  onlyIfMoved: z.boolean(),
})

export type CopyWorkerData = Readonly<z.output<typeof copyWorkerData>>

/** What the copying thread says: that the database is written and being checked, then how it ended. */
export const copyWorkerMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('checking') }),
  z.strictObject({ type: z.literal('done'), made: z.boolean() }),
  z.strictObject({
    type: z.literal('failed'),
    code: z.enum(ERROR_CODES),
    issues: z.array(z.strictObject({ path: z.string(), code: issueCode })),
  }),
])

export type CopyWorkerMessage = Readonly<z.output<typeof copyWorkerMessage>>
