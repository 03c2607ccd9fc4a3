import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addHours, daysBetween, startOfVietnamDay } from '#core/kernel/calendar.ts'
import {
  countDays,
  countHours,
  countWorkingDays,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  nextWorkingDay,
  timeLeft,
  workingDayOnOrAfter,
} from '#core/deadlines/counting.ts'
import { defaultWorkCalendar, workCalendar } from '#core/deadlines/holidays.ts'

const calendar = defaultWorkCalendar(2025, 2037)
const sixDayWeek = defaultWorkCalendar(2025, 2037, [0])

const tenYears = daysBetween('2026-01-01', '2036-01-01')
const receipt = fc.integer({ min: 0, max: tenYears }).map((offset) => addDays('2026-01-01', offset))
const days = fc.integer({ min: 1, max: 60 })
const anyCalendar = fc.constantFrom(calendar, sixDayWeek)

describe('working days', () => {
  it.each([
    ['2026-11-23', true],
    ['2026-11-24', false],
    ['2026-11-22', false],
    ['2026-11-21', false],
    ['2026-08-22', true],
    ['2026-08-31', false],
    ['2026-01-10', true],
    ['2026-04-27', false],
  ])('%s is a working day: %s', (date, expected) => {
    expect(isWorkingDay(date, calendar)).toBe(expected)
  })

  it('looks forward and back over Tết 2026 and its weekends', () => {
    expect(nextWorkingDay('2026-02-13', calendar)).toBe('2026-02-23')
    expect(workingDayOnOrAfter('2026-02-13', calendar)).toBe('2026-02-13')
    expect(lastWorkingDayOnOrBefore('2026-02-22', calendar)).toBe('2026-02-13')
  })

  it('refuses a calendar in which nobody ever works', () => {
    expect(() => workCalendar([], [0, 1, 2, 3, 4, 5, 6])).toThrow('INVALID_INPUT')
    const idle = {
      restDays: [0, 1, 2, 3, 4, 5, 6],
      holidays: new Set<string>(),
      workedRestDays: new Set<string>(),
    }
    expect(() => nextWorkingDay('2026-11-22', idle)).toThrow('INVALID_INPUT')
  })
})

describe('limits in days (Civil Code 147 and 148)', () => {
  it.each([
    ['2026-10-22', '2026-11-21', '2026-11-23', '2026-11-20'],
    ['2026-10-24', '2026-11-23', '2026-11-23', '2026-11-23'],
    ['2026-10-25', '2026-11-24', '2026-11-25', '2026-11-23'],
    ['2026-11-22', '2026-12-22', '2026-12-22', '2026-12-22'],
    ['2026-12-02', '2027-01-01', '2027-01-04', '2026-12-31'],
    ['2026-01-18', '2026-02-17', '2026-02-23', '2026-02-13'],
    ['2027-01-05', '2027-02-04', '2027-02-11', '2027-02-03'],
    ['2026-07-23', '2026-08-22', '2026-08-22', '2026-08-22'],
  ])('30 days from %s: count ends %s, law %s, target %s', (start, rawEnd, legalEnd, target) => {
    expect(countDays(start, 30, calendar)).toEqual({ rawEnd, legalEnd, target })
  })

  it('rolls over Saturday only where Saturday is a rest day', () => {
    expect(countDays('2026-10-22', 30, sixDayWeek).legalEnd).toBe('2026-11-21')
  })

  it('aims at the legal end when no working day lies between receipt and the raw end', () => {
    expect(countDays('2026-02-15', 2, calendar)).toEqual({
      rawEnd: '2026-02-17',
      legalEnd: '2026-02-23',
      target: '2026-02-23',
    })
  })

  it.each([0, -1, 1.5, Number.NaN, Infinity])('refuses a limit of %d days', (amount) => {
    expect(() => countDays('2026-11-22', amount, calendar)).toThrow('INVALID_INPUT')
    expect(() => countWorkingDays('2026-11-22', amount, calendar)).toThrow('INVALID_INPUT')
    expect(() => countHours('2026-11-22T00:00:00.000Z', amount)).toThrow('INVALID_INPUT')
  })

  it('ends on a working day after the start, target first, for ten years of receipts', () => {
    fc.assert(
      fc.property(receipt, days, anyCalendar, (start, amount, week) => {
        const { rawEnd, legalEnd, target } = countDays(start, amount, week)
        expect(daysBetween(start, rawEnd)).toBe(amount)
        expect(legalEnd >= rawEnd).toBe(true)
        expect(start <= target && target <= legalEnd).toBe(true)
        expect(isWorkingDay(legalEnd, week) && isWorkingDay(target, week)).toBe(true)
        // Nothing is given away: no working day lies between the count's end and the legal end.
        expect(legalEnd === rawEnd || nextWorkingDay(rawEnd, week) === legalEnd).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('never gives an earlier end to a later receipt', () => {
    fc.assert(
      fc.property(receipt, fc.integer({ min: 1, max: 20 }), days, (start, later, amount) => {
        const first = countDays(start, amount, calendar)
        const second = countDays(addDays(start, later), amount, calendar)
        expect(first.legalEnd <= second.legalEnd && first.target <= second.target).toBe(true)
        const firstWorking = countWorkingDays(start, amount, calendar)
        const secondWorking = countWorkingDays(addDays(start, later), amount, calendar)
        expect(firstWorking.legalEnd <= secondWorking.legalEnd).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('limits in working days', () => {
  it.each([
    ['2026-11-22', 2, '2026-11-25'],
    ['2026-10-23', 2, '2026-10-27'],
    ['2026-02-13', 1, '2026-02-23'],
    ['2026-08-21', 1, '2026-08-22'],
    ['2026-08-28', 1, '2026-09-03'],
  ])('from %s, %i working days end %s', (start, amount, end) => {
    expect(countWorkingDays(start, amount, calendar)).toEqual({
      rawEnd: end,
      legalEnd: end,
      target: end,
    })
  })

  it('holds exactly the counted number of working days after the start', () => {
    fc.assert(
      fc.property(receipt, fc.integer({ min: 1, max: 15 }), anyCalendar, (start, amount, week) => {
        const { legalEnd } = countWorkingDays(start, amount, week)
        const after = Array.from({ length: daysBetween(start, legalEnd) }, (_, index) =>
          addDays(start, index + 1),
        )
        expect(after.filter((date) => isWorkingDay(date, week))).toHaveLength(amount)
      }),
      { numRuns: 300 },
    )
  })
})

describe('limits in hours', () => {
  it('run through nights, weekends and holidays', () => {
    expect(countHours('2026-11-21T09:30:15.250Z', 72)).toBe('2026-11-24T09:30:15.250Z')
    expect(countHours('2026-12-31T20:00:00.000Z', 24)).toBe('2027-01-01T20:00:00.000Z')
  })

  it('are exact whenever they begin', () => {
    fc.assert(
      fc.property(receipt, fc.integer({ min: 1, max: 100 }), (date, hours) => {
        const start = startOfVietnamDay(date)
        expect(Date.parse(countHours(start, hours)) - Date.parse(start)).toBe(hours * 3_600_000)
        expect(addHours(countHours(start, hours), -hours)).toBe(start)
      }),
    )
  })
})

describe('time left', () => {
  it.each([
    ['2026-11-30', 8, 'calm'],
    ['2026-11-29', 7, 'soon'],
    ['2026-11-24', 2, 'soon'],
    ['2026-11-23', 1, 'now'],
    ['2026-11-22', 0, 'now'],
    ['2026-11-21', -1, 'late'],
  ])('until %s there are %i days: %s', (end, left, role) => {
    expect(timeLeft(end, '2026-11-22')).toEqual({ days: left, role })
  })
})
