import { ApiError } from '../../api.ts'

/** The seconds to wait before the next attempt, when that is what a refusal says. */
export function retryAfter(error: unknown): number {
  if (!(error instanceof ApiError) || error.code !== 'TOO_MANY_ATTEMPTS') return 0
  const seconds = error.issues.find((issue) => issue.code === 'RETRY_AFTER')?.params?.['seconds']
  return typeof seconds === 'number' ? Math.ceil(seconds) : 0
}
