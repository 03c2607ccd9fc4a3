import type { LetterPart } from '#core/letters/model.ts'
import { messageOr } from '#renderer/i18n/index.ts'

/** What a part of a letter is called in the window: its known name, else the heading it prints. */
export function partTitle(part: LetterPart): string {
  return messageOr(`letters.part.${part.key}`, part.heading ?? part.key)
}
