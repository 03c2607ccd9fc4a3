import { z } from 'zod'

import { ERROR_CODES, type Issue } from '#core/kernel/errors.ts'
import { isIssueCode, isSystemCode } from '#core/kernel/issue-codes.ts'

const issueCode = z.custom<Issue['code']>(
  (code) => typeof code === 'string' && (isIssueCode(code) || isSystemCode(code)),
)

/** What the copying thread is started with. */
export const snapshotWorkerData = z.strictObject({
  file: z.string(),
  key: z.instanceof(Uint8Array),
  path: z.string(),
})

export type SnapshotWorkerData = Readonly<z.output<typeof snapshotWorkerData>>

/** What the copying thread says: first that the copy is written, then how it ended. */
export const snapshotWorkerMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('checking') }),
  z.strictObject({ type: z.literal('done') }),
  z.strictObject({
    type: z.literal('failed'),
    code: z.enum(ERROR_CODES),
    issues: z.array(z.strictObject({ path: z.string(), code: issueCode })),
  }),
])

export type SnapshotWorkerMessage = Readonly<z.output<typeof snapshotWorkerMessage>>
