import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addHours,
  dayOfWeek,
  daysBetween,
  formatDate,
  formatDateLong,
  instantOfMilliseconds,
  instantOfVietnam,
  isInstant,
  isLocalDate,
  parseUserDate,
  startOfVietnamDay,
  vietnamDate,
  vietnamTime,
  yearOf,
} from '#core/kernel/calendar.ts'

const anyDate = fc.integer({ min: 0, max: 60_000 }).map((offset) => addDays('1970-01-01', offset))

describe('days', () => {
  it.each([
    ['2026-11-22', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-5', false],
    ['22/11/2026', false],
    ['2026-11-22T00:00:00.000Z', false],
    ['', false],
  ])('%s exists: %s', (text, expected) => {
    expect(isLocalDate(text)).toBe(expected)
  })

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-11-22', 30, '2026-12-22'],
  ])('%s plus %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
    expect(daysBetween(date, expected)).toBe(days)
  })

  it.each([
    ['2026-11-22', 0],
    ['2026-11-23', 1],
    ['2026-11-28', 6],
    ['1969-12-31', 3],
  ])('%s is day %i of the week', (date, expected) => {
    expect(dayOfWeek(date)).toBe(expected)
  })

  it('refuses arithmetic on a day that does not exist or leaves four-digit years', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow('INVALID_INPUT')
    expect(() => addDays('9999-12-31', 1)).toThrow('INVALID_INPUT')
    expect(() => yearOf('2026-02-30')).toThrow('INVALID_INPUT')
  })
})

describe('moments', () => {
  it.each([
    ['2026-11-22T16:59:59.999Z', '2026-11-22', '23:59'],
    ['2026-11-22T17:00:00.000Z', '2026-11-23', '00:00'],
    ['2026-11-22T23:30:00.000Z', '2026-11-23', '06:30'],
    ['2026-12-31T18:05:00.000Z', '2027-01-01', '01:05'],
  ])('%s is %s %s in Vietnam', (instant, date, time) => {
    expect([vietnamDate(instant), vietnamTime(instant)]).toEqual([date, time])
  })

  it.each([
    ['2026-11-22T16:30:00.000Z', true],
    ['2026-11-22T16:30:00Z', false],
    ['2026-11-22T16:30:00.000+07:00', false],
    ['2026-02-30T00:00:00.000Z', false],
    ['2026-11-22T24:00:00.000Z', false],
    ['2026-11-22', false],
  ])('%s is a stored moment: %s', (text, expected) => {
    expect(isInstant(text)).toBe(expected)
  })

  it('begins a Vietnamese day at 17:00 UTC of the day before', () => {
    expect(startOfVietnamDay('2026-11-22')).toBe('2026-11-21T17:00:00.000Z')
    expect(instantOfVietnam('2026-11-22', '08:15')).toBe('2026-11-22T01:15:00.000Z')
  })

  it.each(['24:00', '8:15', '08:60', 'noon', ''])('refuses the time of day "%s"', (time) => {
    expect(() => instantOfVietnam('2026-11-22', time)).toThrow('INVALID_INPUT')
  })

  it('refuses a moment that is none', () => {
    expect(() => vietnamDate('2026-11-22')).toThrow('INVALID_INPUT')
    expect(() => addHours('soon', 1)).toThrow('INVALID_INPUT')
    expect(() => instantOfMilliseconds(Number.NaN)).toThrow('INVALID_INPUT')
  })

  it('reads back the day and time it was given', () => {
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map((minute) =>
        [Math.floor(minute / 60), minute % 60]
          .map((part) => String(part).padStart(2, '0'))
          .join(':'),
      )
    fc.assert(
      fc.property(anyDate, time, (date, clock) => {
        const instant = instantOfVietnam(date, clock)
        expect([vietnamDate(instant), vietnamTime(instant)]).toEqual([date, clock])
      }),
    )
  })
})

describe('dates as people write them', () => {
  it.each([
    ['22/11/2026', '2026-11-22'],
    ['22-11-2026', '2026-11-22'],
    ['22.11.2026', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    [' 5/3/2026 ', '2026-03-05'],
    ['05/03/2026', '2026-03-05'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2026', null],
    ['31/11/2026', null],
    ['11/22/2026', null],
    ['22/11/26', null],
    ['22/11-2026', null],
    ['22/11/2026 10:00', null],
    ['hôm qua', null],
    ['', null],
  ])('reads "%s" as %s', (text, expected) => {
    expect(parseUserDate(text)).toBe(expected)
  })

  it.each([
    ['2026-11-22', 'ngày 22 tháng 11 năm 2026', '22 November 2026'],
    ['2026-03-05', 'ngày 05 tháng 3 năm 2026', '5 March 2026'],
    ['2026-02-01', 'ngày 01 tháng 02 năm 2026', '1 February 2026'],
    ['2026-01-10', 'ngày 10 tháng 01 năm 2026', '10 January 2026'],
  ])('prints %s in letters', (date, vietnamese, english) => {
    expect(formatDateLong(date, 'vi')).toBe(vietnamese)
    expect(formatDateLong(date, 'en')).toBe(english)
  })

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parseUserDate(formatDate(date))).toBe(date)
      }),
    )
  })
})
