import { describe, expect, it } from 'vitest'

import { AUDIT_ACTIONS } from '#core/audit/actions.ts'
import { ERROR_CODES } from '#core/kernel/errors.ts'
import { ISSUE_CODES } from '#core/kernel/issue-codes.ts'
import { LETTER_KINDS, variantsOf } from '#core/letters/kinds.ts'
import { messagesOf } from '#renderer/i18n/index.ts'

type Tree = { readonly [key: string]: string | Tree }

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value] as const]
        : [...flatten(value, `${prefix}${key}.`)],
    ),
  )
}

function paramsOf(message: string): string[] {
  const names = [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  // How somebody is addressed: Vietnamese cannot do without, English often must.
  return [...new Set(names)].filter((name) => name !== 'you').sort()
}

const vi = flatten(messagesOf('vi'))
const en = flatten(messagesOf('en'))

// That a key is there, in both languages, is the compiler's work: `message-key.test.ts`.
describe('the messages of the window', () => {
  it('take the same params in both languages, but for the form of address', () => {
    const differing = [...vi].filter(
      ([key, text]) => paramsOf(text).join() !== paramsOf(en.get(key) ?? '').join(),
    )
    expect(differing).toEqual([])
    expect(vi.size).toBeGreaterThan(300)
  })

  it('are never empty and always composed (NFC), without stray spaces', () => {
    const odd = [...vi, ...en].filter(
      ([, text]) =>
        text.trim() === '' ||
        text !== text.normalize('NFC') ||
        text !== text.trim() ||
        / {2}/.test(text),
    )
    expect(odd).toEqual([])
  })

  it('put the tone mark where the law does: xóa, hủy, khóa', () => {
    const newer = /(?<!q)(?:o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])(?!\p{L})/iu
    expect([...vi].filter(([, text]) => newer.test(text))).toEqual([])
  })

  it('are Vietnamese in Vietnamese: a sentence without a single mark is a slip', () => {
    const bare = [...vi].filter(
      ([, text]) =>
        text.replace(/\{\w+\}/g, '').split(/\s+/).length > 4 &&
        text === text.normalize('NFD').replace(/\p{M}|đ/giu, ''),
    )
    expect(bare).toEqual([])
  })

  it('say every error code of the core', () => {
    expect(ERROR_CODES.filter((code) => !vi.has(`errors.${code}`))).toEqual([])
  })

  it('say every act the record can tell of, and no other', () => {
    const words = ['case.history.actions.', 'audit.actions.']
    const said = [...vi.keys()].flatMap((key) =>
      words.filter((group) => key.startsWith(group)).map((group) => key.slice(group.length)),
    )
    expect(said.sort()).toEqual(AUDIT_ACTIONS.map((action) => action.replace('.', '-')).sort())
  })

  it('say every issue code there is, and no other', () => {
    const said = [...vi.keys()]
      .filter((key) => key.startsWith('issues.'))
      .map((key) => key.slice('issues.'.length))
    expect(said.sort()).toEqual([...ISSUE_CODES, 'unknown'].sort())
  })

  it('say every wording a letter may have', () => {
    const variants = LETTER_KINDS.flatMap((kind) => variantsOf(kind))
    expect(variants.filter((variant) => !vi.has(`terms.letterVariant.${variant}`))).toEqual([])
    expect(variants.length).toBeGreaterThan(10)
  })
})
