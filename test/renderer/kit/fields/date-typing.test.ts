import { describe, expect, it } from 'vitest'

import { readDate, readTime, stepDate } from '#renderer/kit/fields/date-typing.ts'

const TODAY = '2026-11-22'

describe('a date typed in a hurry', () => {
  it.each([
    ['22/11/2026', '2026-11-22'],
    ['22-11-2026', '2026-11-22'],
    ['2.1.2026', '2026-01-02'],
    ['22 11 2026', '2026-11-22'],
    [' 22 / 11 / 2026 ', '2026-11-22'],
    ['22112026', '2026-11-22'],
    ['221126', '2026-11-22'],
    ['22/11/26', '2026-11-22'],
    ['22/11', '2026-11-22'],
    ['2211', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    ['29/02/2028', '2028-02-29'],
  ])('%j is %s', (typed, date) => {
    expect(readDate(typed, TODAY)).toBe(date)
  })

  it.each(['', '30/02/2026', '29/02/2026', '31/11', '2026', '13/13/2026', 'hôm nay', '1/2/3/4'])(
    '%j is no date',
    (typed) => {
      expect(readDate(typed, TODAY)).toBeNull()
    },
  )

  it('steps over the end of a month, and starts from today', () => {
    expect(stepDate('2026-11-30', 1, TODAY)).toBe('2026-12-01')
    expect(stepDate(null, 1, TODAY)).toBe(TODAY)
  })
})

describe('a time typed in a hurry', () => {
  it.each([
    ['14:05', '14:05'],
    ['14h05', '14:05'],
    ['14.05', '14:05'],
    ['1405', '14:05'],
    ['905', '09:05'],
    ['9', '09:00'],
    ['9h', '09:00'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
  ])('%j is %s', (typed, time) => {
    expect(readTime(typed)).toBe(time)
  })

  it.each(['', '24:00', '12:60', 'trưa', '14:05:30', '25'])('%j is no time', (typed) => {
    expect(readTime(typed)).toBeNull()
  })
})
