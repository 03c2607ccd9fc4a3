/** Names the unfinished text of how a right came to its end. */
export function settlingDraft(rightId: string): string {
  return `right:${rightId}:settle`
}

/** Names the unfinished check of who asks for a right. */
export function identityDraft(rightId: string): string {
  return `right:${rightId}:identity`
}
