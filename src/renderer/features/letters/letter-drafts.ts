import type { Letter } from '#core/letters/model.ts'

/** Names unfinished text about a letter, after its case: erasing that reaches it, also when the letter was thrown away. */
export function letterDraft(
  { id, complaintId }: Pick<Letter, 'id' | 'complaintId'>,
  what: string,
): string {
  return `case:${complaintId}:l:${id}:${what}`
}
