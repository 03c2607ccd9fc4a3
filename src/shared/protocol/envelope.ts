import type { ErrorCode, Issue } from '#core/kernel/errors.ts'

/** What crosses to the window on failure: never a stack, SQL, a path or personal data. */
export type WireError = Readonly<{
  code: ErrorCode
  issues?: readonly Issue[]
  correlationId?: string
}>

export type Result<T> = Readonly<{ ok: true; data: T } | { ok: false; error: WireError }>

/** The largest JSON request body either host passes on, in bytes. A case note of 20,000 characters fits many times. */
export const MAX_REQUEST_BYTES = 2 * 1024 * 1024

/** The largest file that can be attached, in bytes. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024
