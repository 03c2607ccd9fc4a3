import { describe, expect, it } from 'vitest'
import { compareVietnameseNames, nameParts } from '#core/kernel/names.ts'

describe('names', () => {
  it('splits family, middle and given names', () => {
    expect(nameParts('Nguyễn Thị Minh Khai')).toEqual({
      family: 'Nguyễn',
      middle: 'Thị Minh',
      given: 'Khai',
    })
  })

  it.each([
    ['  Đỗ   Thị Hoà ', { family: 'Đỗ', middle: 'Thị', given: 'Hoà' }],
    ['Y', { family: '', middle: '', given: 'Y' }],
    ['', { family: '', middle: '', given: '' }],
  ])('forces nothing into parts: %j', (name, parts) => {
    expect(nameParts(name)).toEqual(parts)
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
})
