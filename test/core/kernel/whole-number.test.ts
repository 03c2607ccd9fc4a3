import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readWholeNumber } from '#core/kernel/whole-number.ts'

describe('a whole number that was typed', () => {
  it.each([
    ['0', 0],
    ['500', 500],
    ['2000000', 2_000_000],
    [' 2.000.000 ', 2_000_000],
    ['2 000 000', 2_000_000],
    ['2,000,000', 2_000_000],
    ['1\u{a0}500\u{202f}000', 1_500_000],
  ])('%j is %d', (typed, number) => expect(readWholeNumber(typed)).toBe(number))

  it.each([
    ...['', ' ', '-5', '+5', '1e3', 'hai triệu', '5 người'],
    // A point or comma that parts no thousands may be meant as anything, and two signs as well.
    ...[
      '1,5',
      '2.5',
      '1.500.000,50',
      '1.5000',
      '0.50',
      '1.500,000',
      '1..500',
      '1500.000',
      '1.500.',
    ],
    // More than can be counted exactly.
    '9'.repeat(17),
  ])('%j is none', (typed) => expect(readWholeNumber(typed)).toBeNull())

  it('is what it was, however its thousands are parted', () => {
    const signs = fc.constantFrom('', ' ', '.', ',', '\u{a0}')
    fc.assert(
      fc.property(fc.nat(), signs, (number, sign) => {
        const typed = String(number).replace(/\B(?=(?:\d{3})+$)/gu, sign)
        expect(readWholeNumber(typed)).toBe(number)
      }),
    )
  })
})
