import { describe, expect, expectTypeOf, it } from 'vitest'

import {
  hasMessage,
  messageOr,
  translate,
  useI18n,
  type MessageKey,
  type MessageUnder,
} from '#renderer/i18n/index.ts'
import type { MessageParam } from '#renderer/i18n/message-key.ts'
import type { SameKeys } from '#renderer/i18n/shape.ts'

type Severity = 'low' | 'medium' | 'high' | 'critical'

// What is written here to be wrong is checked by the compiler: an error that is expected and does not come is one.
describe('a key', () => {
  const { t } = useI18n()

  it('is one of those there are', () => {
    expect(t('frame.today')).toBe('Hôm nay')
    expectTypeOf<'frame.today'>().toExtend<MessageKey>()
    expectTypeOf<string>().not.toExtend<MessageKey>()
    // @ts-expect-error There is no such message.
    expect(t('frame.tomorrow')).toBe('frame.tomorrow')
    // @ts-expect-error A namespace is not a message.
    expect(t('frame')).toBe('frame')
    // @ts-expect-error Nor is it one outside components.
    expect(translate('frame.tomorrow')).toBe('frame.tomorrow')
  })

  it('may be put together from what is closed', () => {
    const severity = (value: Severity): string => t(`terms.severity.${value}`)
    expect(severity('low')).toBe('Thấp')
    // @ts-expect-error One of these has no message.
    const wrong = (value: Severity | 'absent'): string => t(`terms.severity.${value}`)
    // @ts-expect-error These are messages of another namespace.
    const elsewhere = (value: Severity): string => t(`terms.stage.${value}`)
    // @ts-expect-error What is open has to be looked up: `messageOr`, `hasMessage`.
    const open = (value: string): string => t(`terms.severity.${value}`)
    expect([wrong, elsewhere, open]).toHaveLength(3)
    expectTypeOf<Severity>().toEqualTypeOf<MessageUnder<'terms.severity'>>()
  })

  it('put together from what is open is looked up, with something else to say', () => {
    const asked = (key: string): string => (hasMessage(key) ? t(key) : 'nothing')
    expect([asked('terms.severity.low'), asked('terms.severity'), asked('x')]).toEqual([
      'Thấp',
      'nothing',
      'nothing',
    ])
    expect(messageOr('terms.severity.low', 'low')).toBe('Thấp')
    expect(messageOr('terms.severity.absent', 'absent')).toBe('absent')
    expect(messageOr('limits.amountOf.days', '3 days', { n: 3 })).toBe('3 ngày')
  })
})

describe('the params', () => {
  it('are those the message names, all of them', () => {
    expect(translate('people.added', { name: 'An' })).toContain('An')
    // @ts-expect-error It names somebody; left out, there is a hole in the sentence.
    expect(translate('people.added')).toBe('Đã thêm .')
    // @ts-expect-error It names somebody by another param.
    expect(translate('people.added', { who: 'An' })).not.toContain('An')
    // @ts-expect-error It takes none.
    expect(translate('frame.today', { name: 'An' })).toBe('Hôm nay')
    // @ts-expect-error Nor a count, which it could not say.
    expect(translate('frame.today', {}, 2)).toBe('Hôm nay')
  })

  it('of one of several messages are those of all', () => {
    expectTypeOf<MessageParam<'drops.folder' | 'drops.too-many'>>().toEqualTypeOf<
      'name' | 'most' | 'given'
    >()
    const text = (key: 'drops.folder' | 'drops.too-many'): string =>
      // @ts-expect-error One of them also says how many.
      translate(key, { name: 'a' })
    expect(text('drops.folder')).toContain('a')
  })

  it('are not the characters a message has to put in braces', () => {
    expectTypeOf<MessageParam<'phrases.syntax'>>().toBeNever()
    expect(translate('phrases.syntax')).toContain('{code}')
  })
})

it('English says what Vietnamese says, no more and no less', () => {
  type Keys = SameKeys<{ readonly title: 'Thư'; readonly state: { readonly draft: 'Nháp' } }>
  expectTypeOf({ title: 'Letter', state: { draft: 'Draft' } }).toExtend<Keys>()
  // @ts-expect-error A message is missing.
  const missing = { title: 'Letter', state: {} } satisfies Keys
  // @ts-expect-error A message more than there is.
  const more = { title: 'Letter', state: { draft: 'Draft', sent: 'Sent' } } satisfies Keys
  expect([missing, more]).toHaveLength(2)
})
