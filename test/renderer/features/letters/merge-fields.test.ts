import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { cleanText } from '#core/kernel/text.ts'
import { hasChanges, mergeFields, mergeOwn } from '#renderer/features/letters/merge-fields.ts'

const BASE = { opening: 'Kính gửi', cause: 'Do cấu hình sai.' }

describe('mergeFields', () => {
  it.each([
    [
      'nothing touched: follows the store',
      BASE,
      { ...BASE, cause: 'Do lỗi khác.' },
      'Do lỗi khác.',
      {},
    ],
    ['only touched here: stays', { ...BASE, cause: 'Của tôi.' }, BASE, 'Của tôi.', {}],
    [
      'touched on both sides: stays, and names the other text',
      { ...BASE, cause: 'Của tôi.' },
      { ...BASE, cause: 'Của họ.' },
      'Của tôi.',
      { cause: 'Của họ.' },
    ],
    [
      'both came to the same text: no dispute',
      { ...BASE, cause: 'Như nhau.' },
      { ...BASE, cause: 'Như nhau.' },
      'Như nhau.',
      {},
    ],
    [
      'a space being typed at the end is not taken away',
      { ...BASE, cause: 'Do cấu hình ' },
      { ...BASE, cause: 'Do cấu hình' },
      'Do cấu hình ',
      {},
    ],
  ])('%s', (_name, mine, stored, cause, disputed) => {
    const merged = mergeFields(BASE, mine, stored, cleanText)
    expect(merged).toEqual({ fields: { opening: BASE.opening, cause }, disputed })
  })

  it('takes up a part that appeared and drops one that went', () => {
    const merged = mergeFields(
      BASE,
      BASE,
      { opening: 'Kính gửi', advice: 'Đổi mật khẩu.' },
      cleanText,
    )
    expect(merged.fields).toEqual({ opening: 'Kính gửi', advice: 'Đổi mật khẩu.' })
  })

  it('never loses a text that was typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (base, mine, stored) => {
        const { fields } = mergeFields({ a: base }, { a: mine }, { a: stored }, cleanText)
        expect(cleanText(mine) === cleanText(base) || fields['a'] === mine).toBe(true)
      }),
    )
  })
})

describe('mergeOwn', () => {
  const SENT = { cause: 'Đã gửi.' }
  it.each([
    ['what was sent and left alone', { ...BASE, ...SENT }, { ...BASE, ...SENT }, 'Đã gửi.'],
    ['what was typed since', { ...BASE, cause: 'Gõ tiếp.' }, { ...BASE, ...SENT }, 'Gõ tiếp.'],
    ['what was typed back to how it stood before', BASE, { ...BASE, ...SENT }, BASE.cause],
  ])('keeps %s', (_name, mine, stored, cause) => {
    expect(mergeOwn(BASE, SENT, mine, stored, cleanText)['cause']).toBe(cause)
  })

  it('takes what the act composed anew where nobody types', () => {
    const stored = { ...BASE, ...SENT, opening: 'Kính gửi Bà' }
    const typing = { ...BASE, ...SENT, opening: 'Đang gõ' }
    expect(mergeOwn(BASE, SENT, { ...BASE, ...SENT }, stored, cleanText)['opening']).toBe(
      'Kính gửi Bà',
    )
    expect(mergeOwn(BASE, SENT, typing, stored, cleanText)['opening']).toBe('Đang gõ')
  })
})

describe('hasChanges', () => {
  it('looks at the fields it is asked about', () => {
    const mine = { ...BASE, cause: 'Khác.' }
    expect(hasChanges(BASE, mine, cleanText, ['opening'])).toBe(false)
    expect(hasChanges(BASE, mine, cleanText, ['opening', 'cause'])).toBe(true)
  })

  it('counts what the core would store, not white space it would drop', () => {
    expect(hasChanges(BASE, { ...BASE, cause: 'Do cấu hình sai.  \n' }, cleanText)).toBe(false)
    expect(hasChanges(BASE, { ...BASE, cause: 'Do cấu hình sai' }, cleanText)).toBe(true)
  })
})
