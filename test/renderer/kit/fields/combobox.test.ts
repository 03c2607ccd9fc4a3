import { expect, it } from 'vitest'

import { matchingOptions } from '#renderer/kit/fields/combobox.ts'

it('finds choices without diacritics, in any order of words, đ as d', () => {
  const options = [
    { value: 'phone', label: 'Số điện thoại' },
    { value: 'address', label: 'Địa chỉ giao hàng' },
  ]
  expect(matchingOptions(options, 'thoai dien').map(({ value }) => value)).toEqual(['phone'])
  expect(matchingOptions(options, 'ĐỊA').map(({ value }) => value)).toEqual(['address'])
  expect(matchingOptions(options, '  ')).toEqual(options)
})
