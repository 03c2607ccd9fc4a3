import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, dayOfWeek, daysBetween, type LocalDate } from '#core/kernel/calendar.ts'
import { dayByKey, mondayOf, weeksOfMonth } from '#renderer/kit/fields/month-grid.ts'

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1990-01-01', count))

describe('the weeks of a month', () => {
  it('begin on a Monday, hold every day of the month once, in order, and no week without one', () => {
    fc.assert(
      fc.property(days, (day) => {
        const weeks = weeksOfMonth(day)
        const all = weeks.flat()
        const month = day.slice(0, 7)
        expect(all.map((each) => daysBetween(all[0] ?? '', each))).toEqual(all.map((_, at) => at))
        expect(weeks.every((week) => week.length === 7 && dayOfWeek(week[0] ?? '') === 1)).toBe(
          true,
        )
        expect(weeks.every((week) => week.some((each) => each.startsWith(month)))).toBe(true)
        const own = all.filter((each) => each.startsWith(month))
        expect(own[0]).toBe(`${month}-01`)
        expect(addDays(own.at(-1) ?? '', 1).slice(8)).toBe('01')
      }),
    )
  })

  it('are four to six', () => {
    expect(weeksOfMonth('2027-02-14').length).toBe(4)
    expect(weeksOfMonth('2026-12-02').length).toBe(5)
    expect(weeksOfMonth('2026-08-31').length).toBe(6)
  })
})

describe('a key in the calendar', () => {
  it.each<[string, boolean, LocalDate]>([
    ['ArrowLeft', false, '2028-02-28'],
    ['ArrowRight', false, '2028-03-01'],
    ['ArrowUp', false, '2028-02-22'],
    ['ArrowDown', false, '2028-03-07'],
    ['Home', false, '2028-02-28'],
    ['End', false, '2028-03-05'],
    ['PageUp', false, '2028-01-29'],
    ['PageDown', false, '2028-03-29'],
    ['PageUp', true, '2027-02-28'],
    ['PageDown', true, '2029-02-28'],
  ])('%s (Shift: %s) leads from a 29 February to %s', (key, shift, to) => {
    expect(dayByKey('2028-02-29', key, shift)).toBe(to)
  })

  it('leads nowhere when it is any other', () => {
    for (const key of ['a', 'F1', 'Enter', 'Escape', 'Tab'])
      expect(dayByKey('2026-12-02', key, false)).toBeNull()
  })

  it('Home and End stay within the week', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayByKey(day, 'Home', false)).toBe(mondayOf(day))
        expect(daysBetween(mondayOf(day), dayByKey(day, 'End', false) ?? '')).toBe(6)
      }),
    )
  })
})
