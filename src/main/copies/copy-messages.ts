import { z } from 'zod'

import { REHEARSAL_FAULTS } from '#core/copies/rehearsal.ts'
import { ERROR_CODES, type Issue } from '#core/kernel/errors.ts'
import { isIssueCode, isSystemCode } from '#core/kernel/issue-codes.ts'

const issueCode = z.custom<Issue['code']>(
  (code) => typeof code === 'string' && (isIssueCode(code) || isSystemCode(code)),
)

const bytes = z.instanceof(Uint8Array)

const copying = z.strictObject({
  job: z.literal('copy'),
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

const rehearsing = z.strictObject({
  job: z.literal('rehearse'),
  place: z.string(),
  folder: z.string(),
  databaseKey: bytes,
  filesKey: bytes,
  auditKey: bytes,
  copiesKey: bytes,
})

/** What the copying thread is started with: to make a copy, or to try going back to one. */
export const copyWorkerData = z.discriminatedUnion('job', [copying, rehearsing])

export type CopyWorkerData = Readonly<z.output<typeof copyWorkerData>>

/** What the copying thread says: that the database is written and being checked, then how it ended. */
export const copyWorkerMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('checking') }),
  z.strictObject({ type: z.literal('done'), made: z.boolean() }),
  z.strictObject({
    type: z.literal('rehearsed'),
    rehearsal: z.strictObject({
      madeAt: z.string(),
      complaints: z.int(),
      files: z.int(),
      faults: z.array(z.enum(REHEARSAL_FAULTS)),
    }),
  }),
  z.strictObject({
    type: z.literal('failed'),
    code: z.enum(ERROR_CODES),
    issues: z.array(z.strictObject({ path: z.string(), code: issueCode })),
  }),
])

export type CopyWorkerMessage = Readonly<z.output<typeof copyWorkerMessage>>
