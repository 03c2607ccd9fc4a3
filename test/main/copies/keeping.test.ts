import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  addDays,
  addHours,
  addMonths,
  daysBetween,
  instantOfVietnam,
  vietnamDate,
  type Instant,
} from '#core/kernel/calendar.ts'
import { copyToDrop, lastKeptUntil, type KeptCopy } from '#main/copies/keeping.ts'
import { copyName } from '#main/copies/place.ts'

const FIRST_DAY = '2026-11-01'
const MB = 1_000_000

const copyOf = (sequence: number, at: Instant, bytes = MB): KeptCopy => ({
  ...{ name: copyName(sequence, at), sequence, at, bytes },
})
const day = (number: number, time = '18:00') => instantOfVietnam(addDays(FIRST_DAY, number), time)

/** The copies that are there after these were made one after another, each at its moment. */
function keptAfter(moments: readonly Instant[], bytes = MB): readonly KeptCopy[] {
  return moments.reduce<readonly KeptCopy[]>((kept, at, index) => {
    const fresh = copyOf(index + 1, at, bytes)
    const all = [...kept, fresh]
    const goes = copyToDrop(all, fresh)
    return all.filter((copy) => copy !== goes)
  }, [])
}
const sequences = (copies: readonly KeptCopy[]) => copies.map(({ sequence }) => sequence)
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('of the copies', () => {
  it('the newest seven stay, be they all of one hour', () => {
    const minutes = upTo(7).map((minute) => day(0, `10:0${minute}`))
    expect(sequences(keptAfter(minutes))).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('those of one day thin out to its newest, once there are seven newer ones', () => {
    const hours = upTo(20).map((hour) => addHours(day(0, '00:00'), hour))
    expect(sequences(keptAfter(hours))).toEqual([14, 15, 16, 17, 18, 19, 20])
    const nextDay = upTo(8).map((hour) => addHours(day(1, '00:00'), hour))
    expect(sequences(keptAfter([...hours, ...nextDay]))).toEqual([20, 22, 23, 24, 25, 26, 27, 28])
  })

  it('one a day leaves seven days, the newest of four weeks and of twelve months', () => {
    const kept = keptAfter(upTo(800).map((number) => day(number)))
    expect(kept.slice(-7).map(({ at }) => at)).toEqual(upTo(7).map((n) => day(793 + n)))
    const months = new Set(kept.map(({ at }) => at.slice(0, 7)))
    expect(months.size).toBe(12)
    expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12)
    expect(kept.length).toBeGreaterThanOrEqual(7 + 2 + 10)
  })

  it.each([0, 1, 14, 27, 30])(
    'the last one of before day %d is gone when it is said to be, with three new ones a month',
    (erased) => {
      const before = upTo(800 + erased).map((number) => day(number - 799))
      const [last = ''] = before.slice(-1)
      const until = lastKeptUntil(vietnamDate(last))
      const after = upTo(daysBetween(vietnamDate(last), until) + 1)
        .map((number) => addDays(vietnamDate(last), number))
        .filter((date) => ['05', '15', '25'].includes(date.slice(8)) && date > vietnamDate(last))
        .map((date) => instantOfVietnam(date, '18:00'))
      const kept = keptAfter([...before, ...after])
      expect(kept.filter(({ at }) => at <= last)).toEqual([])
      // And not much earlier: some are there a year later.
      const ayear = keptAfter([
        ...before,
        ...after.filter((at) => vietnamDate(at) <= addMonths(vietnamDate(last), 10)),
      ])
      expect(ayear.some(({ at }) => at <= last)).toBe(true)
    },
  )

  it('beyond two gigabytes the oldest goes, one at a time, but never of the newest seven', () => {
    const GB = 1_000 * MB
    expect(
      sequences(
        keptAfter(
          upTo(30).map((n) => day(n)),
          GB,
        ),
      ),
    ).toEqual(upTo(7).map((n) => 24 + n))
    const days = upTo(9).map((n) => copyOf(n + 1, day(n), GB))
    expect(copyToDrop(days, days[8]!)?.sequence).toBe(1)
  })
})

describe('a clock that is wrong', () => {
  const nineDays = upTo(9).map((number) => day(number))
  const fiveMore = upTo(5).map((number) => day(10 + number))

  it.each([
    ['two years ahead for one sign-in', day(9 + 730)],
    ['four hundred days ahead', day(9 + 400)],
    ['years behind, as after an empty battery', '2015-01-01T00:00:00.000Z'],
  ])(
    '%s: that day no copy goes, and the days after it lose none that would else be kept',
    (_, wrong) => {
      expect(sequences(keptAfter(nineDays))).toEqual(
        expect.arrayContaining([1, 2, 3, 4, 5, 6, 7, 8, 9].slice(2)),
      )
      const before = keptAfter(nineDays)
      const after = keptAfter([...nineDays, wrong])
      expect(sequences(after)).toEqual([...sequences(before), 10])
      const right = keptAfter([...nineDays, day(9), ...fiveMore])
      const accident = keptAfter([...nineDays, wrong, ...fiveMore])
      expect(accident.length).toBeGreaterThanOrEqual(right.length)
      // The newest by the journal is the last, whatever the wrong day is called.
      expect(sequences(accident).at(-1)).toBe(15)
      expect(copyToDrop(accident, accident.at(-1)!)?.sequence ?? 0).toBeLessThan(9)
    },
  )

  it('again and again at every start: the newest seven stay, and what is too much goes for want of room only', () => {
    const everyStart = upTo(40).map((n) => (n % 2 === 0 ? '2015-01-01T00:00:00.000Z' : day(n)))
    expect(sequences(keptAfter(everyStart)).slice(-7)).toEqual([34, 35, 36, 37, 38, 39, 40])
  })
})

describe('whatever was made whenever', () => {
  const moments = fc.array(fc.integer({ min: -4_000, max: 4_000 }), { minLength: 1, maxLength: 60 })

  it('a new copy lets at most one go, an older one by the journal, never of the newest seven', () => {
    fc.assert(
      fc.property(
        moments,
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 60, maxLength: 60 }),
        (days, sizes) => {
          const all = days.map((number, index) =>
            copyOf(index + 1, day(number), sizes[index]! * MB),
          )
          for (const fresh of all) {
            const goes = copyToDrop(all, fresh)
            if (goes === null) continue
            expect(goes.sequence).toBeLessThan(fresh.sequence)
            expect(goes.sequence).toBeLessThanOrEqual(all.length - 7)
          }
        },
      ),
    )
  })

  it('the order in which a folder names its copies does not matter', () => {
    fc.assert(
      fc.property(moments, (days) => {
        const all = days.map((number, index) => copyOf(index + 1, day(number)))
        const fresh = all.at(-1)!
        expect(copyToDrop(all.toReversed(), fresh)).toBe(copyToDrop(all, fresh))
      }),
    )
  })

  it('after a restore the journal is shorter: what was made before it stays newer, and the new copies are kept', () => {
    const before = [90, 91, 92, 93, 94, 95, 96, 97, 98].map((n, i) => copyOf(n, day(i)))
    const fresh = copyOf(50, day(9))
    expect(copyToDrop([...before, fresh], fresh)).toBeNull()
  })
})
