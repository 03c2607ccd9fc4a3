import { addDays, dayOfWeek, isInstant, vietnamDate, type LocalDate } from '../kernel/calendar.ts'
import { isWorkingDay, type WorkCalendar } from './counting.ts'
import type { HolidayEntry } from './holiday-table.ts'
import type { DeadlineRule, RuleUnit } from './rule-table.ts'
import { computeDeadline, type DeadlineOptions, type DeadlineStart } from './rules.ts'

/**
 * What a day is in the count of a limit (Civil Code 2015):
 * - `start`: the day it begins on, which is not counted (Article 147.2);
 * - `counted`, `worked`: counted; `worked` is a weekly rest day on which work is made up;
 * - `rest`, `holiday`: a weekly rest day or a day off, left out;
 * - `moved`: the working day the end moves to, when the last day counted is a day off (Article 148.5).
 */
export const DAY_MARKS = ['start', 'counted', 'worked', 'rest', 'holiday', 'moved'] as const
export type DayMark = (typeof DAY_MARKS)[number]

/** Days next to each other that are the same in the count, for the same reason. */
export type DayRun = Readonly<{
  from: LocalDate
  to: LocalDate
  mark: DayMark
  days: number
  /** What makes them days off, or worked; null where the plain week does. */
  entry: HolidayEntry | null
  /** Days off among those of a limit in days: counted all the same. Weekly rest days by their number. */
  among: Readonly<{ restDays: number; holidays: readonly HolidayEntry[] }>
}>

/** How the end of a clock came about. A limit in hours has no days: it runs through all of them. */
export type CountExplained = Readonly<{
  rule: DeadlineRule
  unit: RuleUnit
  /** In units of the rule: what it gives, and what an extension added. */
  amount: number
  extension: number
  runs: readonly DayRun[]
  /** The last day of the count, and the day at whose end the limit runs out. */
  rawEnd: LocalDate
  legalEnd: LocalDate
}>

/** What the days are told by: the working days, and why the days that differ from the plain week do. */
export type ToldCalendar = Readonly<{
  calendar: WorkCalendar
  entries: readonly HolidayEntry[]
}>

/**
 * Each day from the start of a clock to its end, counted or left out and why, folded into runs. The days are marked one by
 * one, not read off the result; a test compares both for every rule over ten years. Raises what `computeDeadline` raises.
 */
export function explainCount(
  rule: DeadlineRule,
  start: DeadlineStart,
  { calendar, entries }: ToldCalendar,
  { viaProcessor = false, extension = 0 }: DeadlineOptions = {},
): CountExplained {
  const computed = computeDeadline(rule, start, calendar, { viaProcessor, extension })
  const amount = viaProcessor ? (rule.viaProcessorAmount ?? rule.amount) : rule.amount
  const { unit } = rule
  const startsOn = isInstant(start) ? vietnamDate(start) : start
  const total = amount + extension
  const days = unit === 'hours' ? [] : daysOf(startsOn, total, unit, calendar)
  const named = (date: LocalDate): HolidayEntry | null => entryOf(date, entries, calendar)
  const runs = folded(days, named, calendar)
  const { rawEnd, legalEnd } = computed
  return { rule, unit, amount, extension, runs, rawEnd, legalEnd }
}

type MarkedDay = Readonly<{ date: LocalDate; mark: DayMark }>

/** The days of a limit, each with what it is. */
function daysOf(
  startsOn: LocalDate,
  total: number,
  unit: Exclude<RuleUnit, 'hours'>,
  calendar: WorkCalendar,
): readonly MarkedDay[] {
  const days: MarkedDay[] = [{ date: startsOn, mark: 'start' }]
  let counted = 0
  let date = startsOn
  while (counted < total) {
    date = addDays(date, 1)
    const works = isWorkingDay(date, calendar)
    const counts = unit === 'days' || works
    if (counts) counted += 1
    const mark = works && isRestDay(date, calendar) ? 'worked' : 'counted'
    days.push({ date, mark: counts ? mark : dayOff(date, calendar) })
  }
  // The last day of the count may be a day off: then the limit ends with the next working day.
  while (!isWorkingDay(date, calendar)) {
    date = addDays(date, 1)
    const works = isWorkingDay(date, calendar)
    days.push({ date, mark: works ? 'moved' : dayOff(date, calendar) })
  }
  return days
}

function dayOff(date: LocalDate, { holidays }: WorkCalendar): 'holiday' | 'rest' {
  return holidays.has(date) ? 'holiday' : 'rest'
}

function isRestDay(date: LocalDate, { restDays }: WorkCalendar): boolean {
  return restDays.includes(dayOfWeek(date))
}

/** Why a day differs from the plain week; null where it does not. */
function entryOf(
  date: LocalDate,
  entries: readonly HolidayEntry[],
  { holidays }: WorkCalendar,
): HolidayEntry | null {
  const worked = !holidays.has(date)
  const entry = entries.find((each) => each.date === date && (each.kind === 'swap-work') === worked)
  return entry ?? null
}

const NONE: DayRun['among'] = { restDays: 0, holidays: [] }

function folded(
  days: readonly MarkedDay[],
  named: (date: LocalDate) => HolidayEntry | null,
  calendar: WorkCalendar,
): readonly DayRun[] {
  const runs: DayRun[] = []
  for (const { date, mark } of days) {
    const entry = mark === 'holiday' || mark === 'worked' ? named(date) : null
    const among = mark === 'counted' ? amongOf(date, named, calendar) : NONE
    const last = runs.at(-1)
    if (last !== undefined && last.mark === mark && isAlike(last.entry, entry)) {
      runs.splice(-1, 1, {
        ...last,
        ...{ to: date, days: last.days + 1 },
        among: {
          restDays: last.among.restDays + among.restDays,
          holidays: [...last.among.holidays, ...among.holidays],
        },
      })
    } else runs.push({ from: date, to: date, mark, days: 1, entry, among })
  }
  return runs
}

/** A day off that is counted all the same. */
function amongOf(
  date: LocalDate,
  named: (date: LocalDate) => HolidayEntry | null,
  calendar: WorkCalendar,
): DayRun['among'] {
  if (isWorkingDay(date, calendar)) return NONE
  const entry = named(date)
  return entry === null ? { restDays: 1, holidays: [] } : { restDays: 0, holidays: [entry] }
}

function isAlike(one: HolidayEntry | null, other: HolidayEntry | null): boolean {
  return one?.name.vi === other?.name.vi && one?.source === other?.source
}
