import type { LetterPart } from '#core/letters/model.ts'
import { hasMessage, translate } from '#renderer/i18n/index.ts'

/** What a part of a letter is called in the window: its known name, else the heading it prints. */
export function partTitle(part: LetterPart): string {
  const key = `letters.part.${part.key}`
  return hasMessage(key) ? translate(key) : (part.heading ?? part.key)
}
