import type { RemediationStep } from '#core/remediation/model.ts'

/** Names the unfinished text of what became of a promise, after its case: erasing that reaches it. */
export function promiseDraft({
  id,
  complaintId,
}: Pick<RemediationStep, 'id' | 'complaintId'>): string {
  return `case:${complaintId}:promise:${id}`
}
