import { expect, it } from 'vitest'

import { readPeople } from '#renderer/features/breach/breach-form.ts'

it.each([
  ['', null],
  ['12', 12],
  ['2.300', 2_300],
  // Said to an authority: never another number than the one meant.
  ['2,5', undefined],
  ['khoảng 12', undefined],
  ['1.000.000.000', undefined],
])('%j people are %s', (typed, people) => expect(readPeople(typed)).toBe(people))
