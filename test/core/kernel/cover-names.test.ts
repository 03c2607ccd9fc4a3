import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { coverNames, namesIn } from '#core/kernel/cover-names.ts'

describe('a name in a text', () => {
  it.each([
    ['Trần Thị Ngọc Lan gọi lúc 9 giờ', '*** gọi lúc 9 giờ'],
    ['TRẦN THỊ NGỌC LAN', '***'],
    ['tran thi ngoc lan đã gửi', '*** đã gửi'],
    ['Tran_Thi_Ngoc_Lan.pdf', '***.pdf'],
    ['tài khoản tranthingoclan', 'tài khoản ***'],
    ['gặp Ngọc Lan hai lần', 'gặp *** hai lần'],
    ['chị Lan và bà LAN', 'chị *** và bà ***'],
    ['Trần Thị Ngọc Lan, Trần Thị Ngọc Lan', '***, ***'],
    // A word that is no name: `lần` is `lan` without its marks.
    ['gọi ba lần, bà lần theo', 'gọi ba lần, bà lần theo'],
    ['hoa lan nở', 'hoa lan nở'],
    ['', ''],
  ])('[%s] is covered as [%s]', (text, covered) => {
    expect(coverNames(text, ['Trần Thị Ngọc Lan'])).toBe(covered)
  })

  it.each([
    ['Lan gọi, lan can', '*** gọi, *** can'],
    ['hai lần', 'hai lần'],
  ])('of one word is covered as it is spelt: [%s]', (text, covered) => {
    expect(coverNames(text, ['Lan'])).toBe(covered)
  })

  it('is covered in either normal form', () => {
    expect(coverNames('Nguyễn Ánh'.normalize('NFD'), ['Nguyễn Ánh'])).toBe('***')
  })

  it('that is empty covers nothing', () => {
    expect(coverNames('bị lộ số', ['', '  '])).toBe('bị lộ số')
  })

  it('is covered wherever it stands, once and for all', () => {
    const word = fc.stringMatching(/^[a-zđêơư]{2,8}$/u)
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 5 }),
        fc.array(word),
        fc.array(word),
        (name, before, after) => {
          const full = name.join(' ')
          const covered = coverNames([...before, full, ...after].join(' '), [full])
          expect(` ${covered} `).not.toContain(` ${full} `)
          expect(coverNames(covered, [full])).toBe(covered)
        },
      ),
    )
  })
})

it.each([
  ['mẹ của cháu Trần Gia Bảo', ['Trần Gia Bảo']],
  ['Lê Văn Ba và Lê Thị Tư, theo giấy uỷ quyền', ['Lê Văn Ba', 'Lê Thị Tư']],
  ['con gái', ['con gái']],
])('the names in [%s]', (text, names) => {
  expect(namesIn(text)).toEqual(names)
})
