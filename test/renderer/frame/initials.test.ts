import { expect, it } from 'vitest'

import { initialsOf } from '#renderer/frame/initials.ts'

it.each([
  ['Trần Thị Ngọc Ẩn', 'TẨ'],
  ['đỗ thị hoà', 'ĐH'],
  ['Ánh', 'Á'],
  ['', ''],
])('%j is abbreviated to %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
