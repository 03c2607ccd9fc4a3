import type { RightRequest } from '#core/rights/model.ts'

type Named = Pick<RightRequest, 'id' | 'complaintId'>

/** Names the unfinished text of how a right came to its end. */
export function settlingDraft(right: Named): string {
  return draftOf(right, 'settle')
}

/** Names the unfinished check of who asks for a right. */
export function identityDraft(right: Named): string {
  return draftOf(right, 'identity')
}

/** Names unfinished text about a right, after its case: erasing that reaches it. */
export function draftOf({ id, complaintId }: Named, what: string): string {
  return `case:${complaintId}:right:${id}:${what}`
}
