import { describe, expect, it } from 'vitest'
import { explainCount, type DayRun, type ToldCalendar } from '#core/deadlines/explanation.ts'
import { DEADLINE_RULES, type DeadlineRule } from '#core/deadlines/rule-table.ts'
import { computeDeadline } from '#core/deadlines/rules.ts'
import { addDays, daysBetween, type LocalDate } from '#core/kernel/calendar.ts'
import { toldCalendarOf } from '#core/settings/calendar.ts'

/** As the board's settings have it: three years from the one a clock begins in. */
function toldWith(restDays: readonly number[]): (date: LocalDate) => ToldCalendar {
  const known = new Map<string, ToldCalendar>()
  return (date) => {
    const year = date.slice(0, 4)
    const told = known.get(year) ?? toldCalendarOf({ restDays, holidays: [] }, date)
    known.set(year, told)
    return told
  }
}

const FIVE_DAYS = toldWith([0, 6])
const SIX_DAYS = toldWith([0])
const DATES = Array.from({ length: 3_650 }, (_, at) => addDays('2026-01-01', at))

/** The usual week on every one of them, a week of six days on some. */
const WEEKS = [
  [FIVE_DAYS, DATES],
  [SIX_DAYS, DATES.filter((_, at) => at % 9 === 0)],
] as const

const rule = (code: string): DeadlineRule => {
  const found = DEADLINE_RULES.find((each) => each.code === code)
  if (found === undefined) throw new Error(`no rule ${code}`)
  return found
}

/** Runs of days in short: `02/12–04/12 counted 3`. */
const short = (runs: readonly DayRun[]): readonly string[] =>
  runs.map(({ from, to, mark, days }) => `${from.slice(5)}–${to.slice(5)} ${mark} ${days}`)

describe.each(DEADLINE_RULES.map((each) => [each.code, each] as const))(
  'the explanation of %s',
  (_code, each) => {
    const ways = [
      { viaProcessor: false, extension: 0 },
      ...(each.viaProcessorAmount === undefined ? [] : [{ viaProcessor: true, extension: 0 }]),
      ...(each.extension === undefined
        ? []
        : [{ viaProcessor: false, extension: each.extension.maxAmount }]),
    ]

    it('comes to the end of the clock, day by day, on each of 3,650 dates', () => {
      for (const [told, dates] of WEEKS) {
        for (const date of dates) {
          const start = each.unit === 'hours' ? `${date}T03:00:00.000Z` : date
          for (const way of ways) {
            const { calendar } = told(date)
            const computed = computeDeadline(each, start, calendar, way)
            const { runs, amount, extension, rawEnd, legalEnd } = explainCount(
              each,
              start,
              told(date),
              way,
            )
            if (each.unit === 'hours') {
              if (runs.length > 0) throw new Error('hours have no days')
              continue
            }
            const sum = runs
              .filter(({ mark }) => mark === 'counted' || mark === 'worked')
              .reduce((total, { days }) => total + days, 0)
            const whole = runs.every(
              (run, at) =>
                run.days === daysBetween(run.from, run.to) + 1 &&
                (at === 0 ? run.from === date : run.from === addDays(runs[at - 1]?.to ?? '', 1)),
            )
            // One comparison for each of the tens of thousands: an assertion each takes a minute.
            if (
              !whole ||
              sum !== amount + extension ||
              runs.at(-1)?.to !== computed.legalEnd ||
              rawEnd !== computed.rawEnd ||
              legalEnd !== computed.legalEnd
            ) {
              expect({ date, way, runs: short(runs), sum }).toEqual(computed)
            }
          }
        }
      }
    })
  },
)

describe('a day is told by what it rests on', () => {
  it('thirty days: the first is not counted, days off in between are, the end moves on', () => {
    const { runs } = explainCount(rule('T-POL-30'), '2026-10-25', FIVE_DAYS('2026-10-25'))
    expect(short(runs)).toEqual([
      '10-25–10-25 start 1',
      '10-26–11-24 counted 30',
      '11-25–11-25 moved 1',
    ])
    expect(runs[1]?.among.restDays).toBe(8)
    expect(runs[1]?.among.holidays.map(({ date, source }) => [date, source])).toEqual([
      ['2026-11-24', 'Nghị quyết 28/2026/QH16, Điều 2'],
    ])
  })

  it('two working days over Tết 2027, with the letter its days rest on, and the days in lieu', () => {
    const { runs } = explainCount(rule('T-DSR-ACK'), '2027-02-02', FIVE_DAYS('2027-02-02'))
    expect(short(runs)).toEqual([
      '02-02–02-02 start 1',
      '02-03–02-03 counted 1',
      '02-04–02-08 holiday 5',
      '02-09–02-10 holiday 2',
      '02-11–02-11 counted 1',
    ])
    expect(runs[2]?.entry?.source).toBe('Công văn 10065/VPCP-KGVX ngày 02/10/2026')
    expect(runs[2]?.entry?.status).toBe('issued')
    expect(runs[3]?.entry?.kind).toBe('compensation')
    expect(runs[3]?.entry?.source).toBe('Bộ luật Lao động 2019, khoản 3 Điều 111')
  })

  it('National Day 2027 and the day beside it, which the same letter says', () => {
    const { runs } = explainCount(rule('T-DSR-ACK'), '2027-09-01', FIVE_DAYS('2027-09-01'))
    expect(short(runs)).toEqual([
      '09-01–09-01 start 1',
      '09-02–09-02 holiday 1',
      '09-03–09-03 holiday 1',
      '09-04–09-05 rest 2',
      '09-06–09-07 counted 2',
    ])
    expect(runs[1]?.entry?.source).toBe('Bộ luật Lao động 2019, khoản 1 Điều 112')
    expect(runs[2]?.entry).toMatchObject({
      name: { vi: 'Quốc khánh (ngày liền kề)' },
      ...{ status: 'issued', source: 'Công văn 10065/VPCP-KGVX ngày 02/10/2026' },
    })
  })

  it('a Saturday on which work is made up counts, the weekday given for it does not', () => {
    const worked = explainCount(rule('T-DSR-ACK'), '2026-08-20', FIVE_DAYS('2026-08-20')).runs
    expect(short(worked)).toEqual([
      '08-20–08-20 start 1',
      '08-21–08-21 counted 1',
      '08-22–08-22 worked 1',
    ])
    expect(worked[2]?.entry?.kind).toBe('swap-work')
    const off = explainCount(rule('T-DSR-ACK'), '2026-08-28', FIVE_DAYS('2026-08-28')).runs
    expect(short(off)).toEqual([
      ...['08-28–08-28 start 1', '08-29–08-30 rest 2', '08-31–08-31 holiday 1'],
      ...['09-01–09-01 holiday 1', '09-02–09-02 holiday 1', '09-03–09-04 counted 2'],
    ])
    expect(off[2]?.entry?.kind).toBe('swap-off')
  })

  it('what an extension and a processor add', () => {
    const told = explainCount(rule('T-DSR-STOP'), '2026-11-02', FIVE_DAYS('2026-11-02'), {
      ...{ viaProcessor: true, extension: 5 },
    })
    expect({ amount: told.amount, extension: told.extension }).toEqual({ amount: 20, extension: 5 })
    expect(told.runs[1]?.days).toBe(25)
  })
})
