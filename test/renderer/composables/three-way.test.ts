import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mergeThreeWays, valueAt, withValueAt } from '#renderer/composables/three-way.ts'

const WAS = {
  subject: 'Lộ số',
  wanted: 'Xin lỗi',
  items: ['phone'],
  who: { name: 'An', phone: '1' },
}

describe('what two people did to one record', () => {
  it.each([
    ['nothing changed', {}, {}, {}, [], []],
    ['only mine', { subject: 'A' }, {}, { subject: 'A' }, [], []],
    ['only theirs', {}, { subject: 'B' }, { subject: 'B' }, ['subject'], []],
    [
      'each another field',
      { subject: 'A' },
      { wanted: 'B' },
      { subject: 'A', wanted: 'B' },
      ['wanted'],
      [],
    ],
    ['both the same', { subject: 'A' }, { subject: 'A' }, { subject: 'A' }, [], []],
    ['both, differently', { subject: 'A' }, { subject: 'B' }, { subject: 'A' }, [], ['subject']],
    ['mine emptied', { subject: '' }, { subject: 'B' }, { subject: '' }, [], ['subject']],
    ['theirs emptied', {}, { wanted: null }, { wanted: null }, ['wanted'], []],
    [
      'a list is one value',
      { items: ['phone', 'email'] },
      { items: ['phone', 'address'] },
      { items: ['phone', 'email'] },
      [],
      ['items'],
    ],
    [
      'a record field by field',
      { who: { name: 'Bình', phone: '1' } },
      { who: { name: 'An', phone: '2' } },
      { who: { name: 'Bình', phone: '2' } },
      ['who.phone'],
      [],
    ],
    [
      'a record whose one field both changed',
      { who: { name: 'Bình', phone: '1' } },
      { who: { name: 'Cúc', phone: '2' } },
      { who: { name: 'Bình', phone: '2' } },
      ['who.phone'],
      ['who.name'],
    ],
  ])('%s', (_, mine, theirs, form, followed, disputed) => {
    const merged = mergeThreeWays(WAS, { ...WAS, ...mine }, { ...WAS, ...theirs } as typeof WAS)
    expect(merged).toEqual({ form: { ...WAS, ...form }, followed, disputed })
  })

  const forms = fc.record({ a: fc.constantFrom('1', '2', '3'), b: fc.constantFrom('1', '2', '3') })

  it('never loses what one of them alone did, and never decides between them', () => {
    fc.assert(
      fc.property(forms, forms, forms, (was, mine, theirs) => {
        const { form, disputed } = mergeThreeWays(was, mine, theirs)
        for (const key of ['a', 'b'] as const) {
          if (mine[key] === was[key]) expect(form[key]).toBe(theirs[key])
          else expect(form[key]).toBe(mine[key])
          const clash =
            mine[key] !== was[key] && theirs[key] !== was[key] && mine[key] !== theirs[key]
          expect(disputed.includes(key)).toBe(clash)
        }
      }),
    )
  })

  it('reads and sets a value by its path without touching the form', () => {
    expect(valueAt(WAS, 'who.phone')).toBe('1')
    expect(valueAt(WAS, 'who.none.deeper')).toBeUndefined()
    const other = withValueAt(WAS, 'who.phone', '9')
    expect([other.who.phone, other.who.name, WAS.who.phone]).toEqual(['9', 'An', '1'])
  })
})
