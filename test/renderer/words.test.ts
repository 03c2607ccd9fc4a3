// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'

import { siteId } from '#renderer/features/setup/setup-form.ts'
import { initialsOf } from '#renderer/frame/initials.ts'
import { matchingOptions } from '#renderer/kit/fields/combobox.ts'
import { timeLeftWords } from '#renderer/words/time-left-words.ts'

describe('the words of the window', () => {
  it.each([
    [12, 'left', 12],
    [1, 'left', 1],
    [0, 'today', 0],
    [-1, 'late', 1],
    [-30, 'late', 30],
  ])('%d days to go is said as %s with %d', (days, key, said) => {
    expect(timeLeftWords(days)).toEqual({ key, days: said })
  })

  it.each([
    ['Trần Thị Ngọc Ẩn', 'TẨ'],
    ['đỗ thị hoà', 'ĐH'],
    ['Ánh', 'Á'],
    ['', ''],
  ])('%j is abbreviated to %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  it.each([
    ['Ledu.vn', [], 'ledu'],
    ['Ưu Đãi Số 1', [], 'uu-dai-so-1'],
    ['Ledu.vn', ['ledu'], 'ledu-2'],
    ['Ledu.vn', ['ledu', 'ledu-2'], 'ledu-3'],
    ['***', [], 'site'],
  ])('a site called %j beside %j gets the id %s', (name, taken, id) => {
    expect(siteId(name, taken)).toBe(id)
  })

  it('finds choices without diacritics, in any order of words, đ as d', () => {
    const options = [
      { value: 'phone', label: 'Số điện thoại' },
      { value: 'address', label: 'Địa chỉ giao hàng' },
    ]
    expect(matchingOptions(options, 'thoai dien').map(({ value }) => value)).toEqual(['phone'])
    expect(matchingOptions(options, 'ĐỊA').map(({ value }) => value)).toEqual(['address'])
    expect(matchingOptions(options, '  ')).toEqual(options)
  })
})
