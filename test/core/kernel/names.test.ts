import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareVietnameseNames,
  givenName,
  nameParts,
  sameNameLoosely,
  sortKeyOfName,
} from '#core/kernel/names.ts'

/** Syllables over the whole alphabet, every tone, both tone habits and both normal forms. */
const syllable = fc
  .tuple(
    fc.constantFrom('', 'b', 'd', 'đ', 'gi', 'ngh', 'Tr', 'Đ', 'x', 'f', "H'", 'K-'),
    fc.constantFrom(
      'a',
      'ă',
      'â',
      'e',
      'ê',
      'i',
      'o',
      'ô',
      'ơ',
      'u',
      'ư',
      'y',
      'oa',
      'ươ',
      'A',
      'Ê',
    ),
    fc.constantFrom('', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'),
    fc.constantFrom('', 'n', 'ng', 'c', 'm', 'a', 'u'),
    fc.constantFrom('NFC', 'NFD'),
  )
  .map(([onset, vowel, tone, coda, form]) => (onset + vowel + tone + coda).normalize(form))
const fullName = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

describe('names', () => {
  it.each([
    ['Nguyễn Văn An', 'An'],
    ['  Đỗ   Thị Hoà ', 'Hoà'],
    ['Y', 'Y'],
    ['', ''],
  ])('%j is addressed as %j', (name, given) => {
    expect(givenName(name)).toBe(given)
  })

  it('splits family, middle and given names', () => {
    expect(nameParts('Nguyễn Thị Minh Khai')).toEqual({
      family: 'Nguyễn',
      middle: 'Thị Minh',
      given: 'Khai',
    })
  })

  it('sorts given names as a Vietnamese dictionary does', () => {
    const sorted = ['Ái', 'An', 'Ánh', 'Ân', 'Dũng', 'Đức', 'Hoà', 'Hòa', 'Y', 'Yến']
    expect([...sorted].reverse().sort(compareVietnameseNames)).toEqual(sorted)
  })

  it('sorts tones ngang, huyền, hỏi, ngã, sắc, nặng', () => {
    const sorted = ['ma', 'mà', 'mả', 'mã', 'má', 'mạ']
    expect([...sorted].reverse().sort(compareVietnameseNames)).toEqual(sorted)
  })

  it('sorts by given name, then family, then middle', () => {
    const sorted = ['Trần An', 'Lê Văn Bình', 'Trần Anh Bình', 'Trần Bảo Bình', 'An Cúc']
    expect([...sorted].reverse().sort(compareVietnameseNames)).toEqual(sorted)
  })

  it('gives the database a key in the same order', () => {
    fc.assert(
      fc.property(fullName, fullName, (a, b) => {
        const [left, right] = [sortKeyOfName(a), sortKeyOfName(b)]
        const byKey = left < right ? -1 : left > right ? 1 : 0
        expect(byKey).toBe(Math.sign(compareVietnameseNames(a, b)))
        expect(left).toMatch(/^[0-9a-z]*$/)
      }),
      { numRuns: 3000 },
    )
  })

  it('sorts foreign letters after Vietnamese ones and keeps marks on foreign words secondary', () => {
    const keys = ['José', 'Zoë', '李', '𠮷'].map(sortKeyOfName)
    expect([...keys].sort()).toEqual(keys)
    expect(sortKeyOfName('Jose') < sortKeyOfName('José')).toBe(true)
    expect(sortKeyOfName('José') < sortKeyOfName('Josf')).toBe(true)
  })
})

describe('the same name, loosely', () => {
  it.each([
    ['Đỗ Thị Hoà', 'Đỗ Thị Hòa', true],
    ['Đỗ Thị Hoà', 'đỗ  thị HÒA', true],
    ['Thuỷ', 'Thủy'.normalize('NFD'), true],
    ['Đỗ Thị Hoa', 'Đỗ Thị Hòa', false],
    ['Đỗ Thị Hóa', 'Đỗ Thị Hòa', false],
    ['Dũng', 'Đũng', false],
    ['Ân', 'An', false],
    ['Nguyễn An', 'Nguyễn Văn An', false],
    ['Quý', 'Quí', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameNameLoosely(a, b)).toBe(same)
  })
})
