import { describe, expect, it } from 'vitest'

import { FIGURE_WORDS } from '#core/figures/words.ts'
import { messagesOf } from '#renderer/i18n/index.ts'

/** The text of a message, or undefined where there is none. */
function messageAt(messages: unknown, path: string): unknown {
  return path.split('.').reduce((found, name) => Reflect.get(Object(found), name), messages)
}

describe.each(['vi', 'en'] as const)(
  'what leaves the program says what the screen says, %s',
  (language) => {
    const words = FIGURE_WORDS[language]
    const messages = messagesOf(language)

    it.each([
      ['complaints.column', words.columns],
      ['terms.stage', words.stage],
      ['terms.status', words.status],
      ['terms.severity', words.severity],
      ['terms.channel', words.channel],
      ['terms.outcome', words.outcome],
    ])('%s', (path, exported: Readonly<Record<string, string>>) => {
      const shown = Object.keys(exported).map((code) => [
        code,
        messageAt(messages, `${path}.${code}`),
      ])
      expect(exported).toEqual(Object.fromEntries(shown))
    })
  },
)
