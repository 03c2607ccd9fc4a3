import { z } from 'zod'

import { REHEARSAL_FAULTS } from '#core/copies/rehearsal.ts'
import { ERROR_CODES, type Issue } from '#core/kernel/errors.ts'
import { isIssueCode, isSystemCode } from '#core/kernel/issue-codes.ts'

import { copyKeys } from './copy-keys.ts'

const issueCode = z.custom<Issue['code']>(
  (code) => typeof code === 'string' && (isIssueCode(code) || isSystemCode(code)),
)

const ring = z.array(copyKeys).readonly()

const copying = z.strictObject({
  job: z.literal('copy'),
  database: z.string(),
  files: z.string(),
  keys: z.array(z.string()),
  ring,
  place: z.string(),
  at: z.string(),
  onlyIfMoved: z.boolean(),
})

const rehearsing = z.strictObject({
  job: z.literal('rehearse'),
  place: z.string(),
  folder: z.string(),
  ring,
})

const rekeying = z.strictObject({
  job: z.literal('rekey'),
  file: z.string(),
  from: z.instanceof(Uint8Array),
  to: z.instanceof(Uint8Array),
})

/** What the copying thread is started with: to make a copy, to try going back to one, or to give one another key. */
export const copyWorkerData = z.discriminatedUnion('job', [copying, rehearsing, rekeying])

export type CopyWorkerData = Readonly<z.output<typeof copyWorkerData>>

/** What the copying thread says: that the database is written and being checked, then how it ended. */
export const copyWorkerMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('checking') }),
  z.strictObject({ type: z.literal('done'), made: z.boolean() }),
  z.strictObject({ type: z.literal('rekeyed') }),
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
