// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'

import { messagesOf } from '#renderer/i18n/index.ts'
import { isWriting, shortcutGroups } from '#renderer/frame/commands/shortcuts.ts'

describe('the list of keys', () => {
  it('has words for every row in both languages, and no words for nothing', () => {
    const groups = shortcutGroups('Space')
    const rows = groups.flatMap((group) => group.rows.map(({ text }) => text))
    for (const language of ['vi', 'en'] as const) {
      const { title, space, group, ...texts } = messagesOf(language)['shortcuts'] as Record<
        string,
        unknown
      >
      expect([title, space].every((text) => typeof text === 'string')).toBe(true)
      expect(Object.keys(texts).toSorted()).toEqual(rows.toSorted())
      expect(Object.keys(group as object)).toEqual(groups.map(({ name }) => name))
    }
  })

  it('names the space key in the language of the reader', () => {
    const keys = shortcutGroups('Dấu cách').flatMap(({ rows }) => rows.flatMap((row) => row.keys))
    expect(keys).toContain('Dấu cách')
    expect(keys).toContain('Ctrl K')
  })

  it.each([
    ['<input type="text">', true],
    ['<input type="search">', true],
    ['<textarea></textarea>', true],
    ['<select></select>', true],
    ['<input type="checkbox">', false],
    ['<input type="radio">', false],
    ['<button></button>', false],
    ['<tr tabindex="0"></tr>', false],
  ])('a letter typed in %s is part of a text: %s', (markup, writing) => {
    const template = document.createElement('template')
    template.innerHTML = markup
    expect(isWriting(template.content.firstElementChild)).toBe(writing)
    expect(isWriting(null)).toBe(false)
  })
})
