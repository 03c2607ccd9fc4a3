/** Names the unfinished text of what became of a promise. */
export function promiseDraft(stepId: string): string {
  return `step:${stepId}:promise`
}
