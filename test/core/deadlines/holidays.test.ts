import { describe, expect, it } from 'vitest'
import { dayOfWeek } from '#core/kernel/calendar.ts'
import type { HolidayEntry } from '#core/deadlines/holiday-table.ts'
import {
  computedHolidays,
  defaultWorkCalendar,
  holidaysOfYear,
  isTetProvisional,
  tetToDecide,
  workCalendar,
} from '#core/deadlines/holidays.ts'
import { lunarFeasts } from '#core/kernel/lunar.ts'
import { isWorkingDay } from '#core/deadlines/counting.ts'

/** Weekdays off (and rest days worked after `+`), as `MM-DD`. */
function weekdaysOff(entries: readonly HolidayEntry[]): string {
  const { holidays } = workCalendar(entries, [0, 6])
  const off = [...holidays].filter((date) => ![0, 6].includes(dayOfWeek(date))).sort()
  return off.map((date) => date.slice(5)).join(' ')
}

describe('the lunar calendar of Vietnam', () => {
  it.each([
    [1985, '1985-01-21', '1985-04-29'],
    [2007, '2007-02-17', '2007-04-26'],
    [2025, '2025-01-29', '2025-04-07'],
    [2026, '2026-02-17', '2026-04-26'],
    [2027, '2027-02-06', '2027-04-16'],
    [2028, '2028-01-26', '2028-04-04'],
    [2029, '2029-02-13', '2029-04-23'],
    [2030, '2030-02-02', '2030-04-12'],
  ])('%i begins %s and honours the Hùng Kings on %s', (year, newYear, hungKings) => {
    expect(lunarFeasts(year)).toEqual({ newYear, hungKings })
  })
})

describe('the years that are known', () => {
  it('has the civil-service calendar of 2025', () => {
    expect(weekdaysOff(holidaysOfYear(2025))).toBe(
      '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02',
    )
    expect([...defaultWorkCalendar(2025, 2025).workedRestDays]).toEqual(['2025-04-26'])
  })

  it('has the civil-service calendar of 2026 with the first Culture Day', () => {
    expect(weekdaysOff(holidaysOfYear(2026))).toBe(
      '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
    )
    expect([...defaultWorkCalendar(2026, 2026).workedRestDays]).toEqual([
      '2026-01-10',
      '2026-08-22',
    ])
    expect(holidaysOfYear(2026).filter(({ status }) => status !== 'issued')).toEqual([])
  })

  // Công văn 10065/VPCP-KGVX of 2 October 2026: Tết from 4 to 10 February, National Day on 2 and 3 September.
  it('has 2027 as it was issued', () => {
    expect(weekdaysOff(holidaysOfYear(2027))).toBe(
      '01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24',
    )
    expect(holidaysOfYear(2027).filter(({ status }) => status !== 'issued')).toEqual([])
    const sourceOf = (day: string) => holidaysOfYear(2027).find(({ date }) => date === day)?.source
    const letter = 'Công văn 10065/VPCP-KGVX ngày 02/10/2026'
    expect([sourceOf('2027-02-04'), sourceOf('2027-09-03')]).toEqual([letter, letter])
  })

  it.each([
    [2024, true],
    [2025, false],
    [2026, false],
    [2027, false],
    [2028, true],
  ])('Tết of %i is provisional: %s', (year, provisional) => {
    expect(isTetProvisional(year)).toBe(provisional)
  })
})

describe('the years that are computed', () => {
  it('takes the eve and four days for Tết, with days in lieu of its weekend', () => {
    // Mùng 1 is Tuesday 13 February 2029; the eve is Monday.
    expect(weekdaysOff(holidaysOfYear(2029))).toBe(
      '01-01 02-12 02-13 02-14 02-15 02-16 04-23 04-30 05-01 09-03 09-04',
    )
    // Mùng 1 is Saturday 2 February 2030: Saturday and Sunday are made up on Wednesday and Thursday.
    expect(weekdaysOff(holidaysOfYear(2030))).toBe(
      '01-01 02-01 02-04 02-05 02-06 02-07 04-12 04-30 05-01 09-02 09-03',
    )
  })

  it.each([
    [2021, '09-02 09-03'],
    [2022, '09-01 09-02'],
    [2023, '09-01 09-04'],
    [2024, '09-02 09-03'],
    [2025, '09-01 09-02'],
    [2026, '09-01 09-02'],
  ])('gives the National Day really decided for %i', (year, expected) => {
    const off = weekdaysOff(computedHolidays(year)).split(' ')
    expect(off.filter((day) => day.startsWith('09-')).join(' ')).toBe(expected)
  })

  it('makes up for Hùng Kings and Victory Day side by side on a weekend, each on its own day', () => {
    // 2023: 29 and 30 April were Saturday and Sunday, 1 May Monday.
    const off = weekdaysOff(computedHolidays(2023)).split(' ')
    expect(off.filter((day) => day.startsWith('05-'))).toEqual(['05-01', '05-02', '05-03'])
  })

  it('gives no day in lieu of Culture Day and none before 2026', () => {
    // 24 November 2029 is a Saturday.
    const november = (year: number) =>
      computedHolidays(year).filter(({ date }) => date.slice(5, 7) === '11')
    expect(november(2029).map(({ date, kind }) => `${date} ${kind}`)).toEqual([
      '2029-11-24 statutory',
    ])
    expect(november(2025)).toEqual([])
  })

  it.each([[[0, 6]], [[0]], [[1, 2]], [[]]])(
    'counts every day once and makes up on working days, resting on %j',
    (restDays) => {
      for (let year = 2026; year < 2066; year += 1) {
        const entries = computedHolidays(year, restDays)
        const dates = entries.map(({ date }) => date)
        expect(new Set(dates).size).toBe(dates.length)
        expect(dates).toEqual([...dates].sort())
        const lieu = entries.filter(({ kind }) => kind === 'compensation')
        const onRestDay = entries.filter(
          ({ kind, date }) =>
            kind === 'statutory' && !date.endsWith('11-24') && restDays.includes(dayOfWeek(date)),
        )
        expect(lieu).toHaveLength(onRestDay.length)
        expect(lieu.filter(({ date }) => restDays.includes(dayOfWeek(date)))).toEqual([])
      }
    },
  )
})

describe('the years people edit', () => {
  const companyDay: HolidayEntry = {
    date: '2026-06-15',
    name: { vi: 'Ngày thành lập công ty', en: 'Foundation day' },
    kind: 'company',
    status: 'issued',
    source: 'Thông báo nội bộ',
  }

  it('replaces a whole year by the edited list and leaves the others', () => {
    expect(holidaysOfYear(2026, [0, 6], [companyDay])).toEqual([companyDay])
    expect(holidaysOfYear(2025, [0, 6], [companyDay])).toEqual(holidaysOfYear(2025))
    expect(isTetProvisional(2026, [companyDay])).toBe(true)
  })

  it('settles Tết once its days are marked as issued', () => {
    const decided = holidaysOfYear(2028).map((entry) => ({ ...entry, status: 'issued' as const }))
    expect(isTetProvisional(2028, decided)).toBe(false)
  })

  it('works on swapped days and rests on company days', () => {
    const swap: HolidayEntry = { ...companyDay, date: '2026-06-13', kind: 'swap-work' }
    const calendar = workCalendar([companyDay, swap], [0, 6])
    expect(isWorkingDay('2026-06-13', calendar)).toBe(true)
    expect(isWorkingDay('2026-06-14', calendar)).toBe(false)
    expect(isWorkingDay('2026-06-15', calendar)).toBe(false)
  })
})

describe('the Tết the board must enter', () => {
  const decided = holidaysOfYear(2028).map((entry) => ({ ...entry, status: 'issued' as const }))
  const announced = holidaysOfYear(2027).map((entry) => ({ ...entry, status: 'proposed' as const }))
  it.each([
    ['not in summer', '2027-08-31', [], null],
    ['from autumn on', '2027-09-10', [], 2028],
    ['of the year itself in January', '2028-01-15', [], 2028],
    ['not once its days are issued', '2027-11-22', decided, null],
    ['not in spring, when it is over', '2028-03-01', [], null],
    ['not of a year the program has as it was issued', '2026-11-29', [], null],
    ['of a list the board keeps as it was announced', '2026-11-29', announced, 2027],
  ] as const)('%s', (_name, today, overrides, year) => {
    expect(tetToDecide(today, overrides)).toBe(year)
  })
})
