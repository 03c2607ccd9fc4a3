import { addDays, dayOfWeek, daysBetween, yearOf, type LocalDate } from '../kernel/calendar.ts'
import { invalid } from '../kernel/errors.ts'
import { lunarFeasts } from '../kernel/lunar.ts'
import type { WorkCalendar } from './counting.ts'
import {
  YEAR_DECISIONS,
  type HolidayEntry,
  type HolidayName,
  type HolidayStatus,
  type YearDecision,
} from './holiday-table.ts'

export type { HolidayEntry, HolidayKind, HolidayStatus } from './holiday-table.ts'

/** Saturday and Sunday, the usual weekly rest; a board that works on Saturday sets its own. */
export const DEFAULT_REST_DAYS: readonly number[] = [0, 6]

const LABOUR_CODE = 'Bộ luật Lao động 2019, khoản 1 Điều 112'
const DAY_IN_LIEU = 'Bộ luật Lao động 2019, khoản 3 Điều 111'
const CULTURE_DAY = 'Nghị quyết 28/2026/QH16, Điều 2'
const CULTURE_DAY_SINCE = 2026

const NAMES = {
  newYear: { vi: 'Tết Dương lịch', en: 'New Year’s Day' },
  tet: { vi: 'Tết Nguyên đán', en: 'Lunar New Year (Tết)' },
  hungKings: { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration' },
  victory: { vi: 'Ngày Chiến thắng 30/4', en: 'Victory Day' },
  labour: { vi: 'Ngày Quốc tế Lao động', en: 'International Labour Day' },
  national: { vi: 'Quốc khánh', en: 'National Day' },
  secondNational: { vi: 'Quốc khánh (ngày liền kề)', en: 'National Day (second day)' },
  culture: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnam Culture Day' },
} as const satisfies Record<string, HolidayName>

/**
 * The holidays, days in lieu and swaps of a year, by date. The fixed days follow from the law; Tết, the second
 * National Day and swaps from the year's notice where one is known (`YEAR_DECISIONS`), otherwise computed.
 * `overrides` are the lists people have edited: a year that occurs in them is taken from them alone.
 */
export function holidaysOfYear(
  year: number,
  restDays: readonly number[] = DEFAULT_REST_DAYS,
  overrides: readonly HolidayEntry[] = [],
): readonly HolidayEntry[] {
  const edited = overrides.filter(({ date }) => yearOf(date) === year)
  if (edited.length > 0) return [...edited].sort(byDate)
  return buildYear(year, YEAR_DECISIONS.get(year), restDays)
}

/**
 * The same year from the law alone, as if no notice were known: Tết is the eve and the four days after it, and
 * the second National Day is the neighbour of 2 September that makes the longest run of days off (1 September
 * when both are equal). This gave the day really chosen in every year from 2021 to 2026.
 *
 * @internal For the test of that: the program takes what was decided where it is known.
 */
export function computedHolidays(
  year: number,
  restDays: readonly number[] = DEFAULT_REST_DAYS,
): readonly HolidayEntry[] {
  return buildYear(year, undefined, restDays)
}

/** The working calendar of a list of entries. Refuses a week without a working day. */
export function workCalendar(
  entries: readonly HolidayEntry[],
  restDays: readonly number[],
): WorkCalendar {
  if ([0, 1, 2, 3, 4, 5, 6].every((day) => restDays.includes(day))) {
    throw invalid('restDays', 'NO_WORKING_DAY')
  }
  const worked = entries.filter(({ kind }) => kind === 'swap-work').map(({ date }) => date)
  const off = entries.filter(({ kind }) => kind !== 'swap-work').map(({ date }) => date)
  return { restDays: [...restDays], holidays: new Set(off), workedRestDays: new Set(worked) }
}

/** The working calendar of whole years, both included. Ask for the years a count may reach, not only its first. */
export function defaultWorkCalendar(
  fromYear: number,
  toYear: number,
  restDays: readonly number[] = DEFAULT_REST_DAYS,
  overrides: readonly HolidayEntry[] = [],
): WorkCalendar {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index)
  return workCalendar(
    years.flatMap((year) => holidaysOfYear(year, restDays, overrides)),
    restDays,
  )
}

/** Whether the days of Tết are not decided yet for the year, so that limits around them may still move. */
export function isTetProvisional(year: number, overrides: readonly HolidayEntry[] = []): boolean {
  const { newYear } = lunarFeasts(year)
  const tet = holidaysOfYear(year, DEFAULT_REST_DAYS, overrides).filter(
    ({ kind, date }) => kind === 'statutory' && Math.abs(daysBetween(newYear, date)) <= 5,
  )
  return tet.length === 0 || tet.some(({ status }) => status !== 'issued')
}

/** How many days ahead limits already end around the coming Tết. */
const TET_AHEAD = 120

/** The year whose Tết is near and not decided yet, so that the board must enter its days; null where none is. */
export function tetToDecide(
  today: LocalDate,
  overrides: readonly HolidayEntry[] = [],
): number | null {
  // Tết falls in January or February: what matters from autumn on is the next year's.
  const year = yearOf(today)
  const wanted = Number(today.slice(5, 7)) <= 2 ? year : yearOf(addDays(today, TET_AHEAD))
  const past = wanted === year && Number(today.slice(5, 7)) > 2
  return !past && isTetProvisional(wanted, overrides) ? wanted : null
}

function buildYear(
  year: number,
  decision: YearDecision | undefined,
  restDays: readonly number[],
): readonly HolidayEntry[] {
  const inLaw = mergeSameDays(holidaysInLaw(year, decision, restDays))
  const swaps = swapEntries(decision)
  const lieu = daysInLieu(inLaw, swaps, restDays)
  return [...inLaw, ...cultureDay(year), ...lieu, ...swaps].sort(byDate)
}

/** The eleven days of Article 112.1, the ones that are made up for when they fall on a weekly rest day. */
function holidaysInLaw(
  year: number,
  decision: YearDecision | undefined,
  restDays: readonly number[],
): readonly HolidayEntry[] {
  const { newYear, hungKings } = lunarFeasts(year)
  const tet = decision?.tet ?? {
    days: [-1, 0, 1, 2, 3].map((offset) => addDays(newYear, offset)),
    status: 'computed' as const,
    source: LABOUR_CODE,
  }
  const secondDay = decision?.nationalDay ?? {
    extraDay: neighbourOfNationalDay(year, restDays),
    status: 'computed' as const,
    source: LABOUR_CODE,
  }
  const lunarStatus = tet.status === 'issued' ? 'issued' : 'computed'
  return [
    statutory(`${year}-01-01`, NAMES.newYear),
    ...tet.days.map((date) => statutory(date, NAMES.tet, tet.status, tet.source)),
    statutory(hungKings, NAMES.hungKings, lunarStatus),
    statutory(`${year}-04-30`, NAMES.victory),
    statutory(`${year}-05-01`, NAMES.labour),
    statutory(`${year}-09-02`, NAMES.national),
    statutory(secondDay.extraDay, NAMES.secondNational, secondDay.status, secondDay.source),
  ]
}

/** It stands outside Article 112.1, so Article 111.3 gives no day in lieu when it falls on a rest day. */
function cultureDay(year: number): readonly HolidayEntry[] {
  if (year < CULTURE_DAY_SINCE) return []
  return [statutory(`${year}-11-24`, NAMES.culture, 'issued', CULTURE_DAY)]
}

function swapEntries(decision: YearDecision | undefined): readonly HolidayEntry[] {
  return (decision?.swaps ?? []).flatMap(({ off, worked, name, status, source }) => [
    { date: off, name, kind: 'swap-off' as const, status, source },
    { date: worked, name, kind: 'swap-work' as const, status, source },
  ])
}

/** Article 111.3: a holiday on a weekly rest day is made up on the next working day, each on its own day. */
function daysInLieu(
  holidays: readonly HolidayEntry[],
  swaps: readonly HolidayEntry[],
  restDays: readonly number[],
): readonly HolidayEntry[] {
  const taken = new Set([...holidays, ...swaps].map(({ date }) => date))
  const isFree = (date: LocalDate) => !taken.has(date) && !restDays.includes(dayOfWeek(date))
  return holidays
    .filter(({ date }) => restDays.includes(dayOfWeek(date)))
    .map(({ date, name, status }) => {
      const inLieu = firstDayAfter(date, isFree)
      taken.add(inLieu)
      return {
        date: inLieu,
        name: { vi: `Nghỉ bù ${name.vi}`, en: `Day in lieu of ${name.en}` },
        kind: 'compensation' as const,
        status,
        source: DAY_IN_LIEU,
      }
    })
}

function firstDayAfter(date: LocalDate, isFree: (date: LocalDate) => boolean): LocalDate {
  for (let offset = 1; offset <= 366; offset += 1) {
    const candidate = addDays(date, offset)
    if (isFree(candidate)) return candidate
  }
  throw invalid('restDays', 'NO_WORKING_DAY')
}

function neighbourOfNationalDay(year: number, restDays: readonly number[]): LocalDate {
  const before = `${year}-09-01`
  const after = `${year}-09-03`
  return runAround(after, year, restDays) > runAround(before, year, restDays) ? after : before
}

/** How many days in a row are off around 2 September when the given neighbour is off too. */
function runAround(neighbour: LocalDate, year: number, restDays: readonly number[]): number {
  const nationalDay = `${year}-09-02`
  const isOff = (date: LocalDate) =>
    date === nationalDay || date === neighbour || restDays.includes(dayOfWeek(date))
  const reach = (step: 1 | -1) =>
    [1, 2, 3, 4, 5, 6].findIndex((offset) => !isOff(addDays(nationalDay, offset * step)))
  return reach(1) + reach(-1)
}

function statutory(
  date: LocalDate,
  name: HolidayName,
  status: HolidayStatus = 'issued',
  source: string = LABOUR_CODE,
): HolidayEntry {
  return { date, name, kind: 'statutory', status, source }
}

/** Two holidays on one date are one day off, named after both: the law counts days, not reasons. */
function mergeSameDays(entries: readonly HolidayEntry[]): readonly HolidayEntry[] {
  const byDay = new Map<LocalDate, HolidayEntry>()
  for (const entry of entries) {
    const other = byDay.get(entry.date)
    const name = other && {
      vi: `${other.name.vi}, ${entry.name.vi}`,
      en: `${other.name.en}, ${entry.name.en}`,
    }
    byDay.set(entry.date, name ? { ...entry, name } : entry)
  }
  return [...byDay.values()].sort(byDate)
}

function byDate(a: HolidayEntry, b: HolidayEntry): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0
}
