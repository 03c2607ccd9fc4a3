/** Names the unfinished record of a notice: by its case and the duty it meets. */
export function noticeDraft(complaintId: string, rule: string): string {
  return `case:${complaintId}:notice-${rule.toLowerCase()}`
}
