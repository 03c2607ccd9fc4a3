/** Names the unfinished change of a time limit. */
export function ruleDraft(code: string): string {
  return `rule:${code.toLowerCase()}`
}
