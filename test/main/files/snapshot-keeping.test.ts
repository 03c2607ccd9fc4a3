import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, instantOfVietnam, vietnamDate, type Instant } from '#core/kernel/calendar.ts'
import {
  snapshotName,
  snapshotOf,
  snapshotsBeyondRoom,
  snapshotsToDrop,
  type Snapshot,
} from '#main/files/snapshot-keeping.ts'

const TODAY = '2026-11-27'
const NOW = instantOfVietnam(TODAY, '18:00')

/** A snapshot so many days before today, at noon or at another time. */
function daysAgo(days: number, time = '12:00'): Snapshot {
  const at = instantOfVietnam(addDays(TODAY, -days), time)
  return { name: snapshotName(at), at }
}

const keptOf = (all: readonly Snapshot[], now: Instant = NOW) => {
  const dropped = new Set(snapshotsToDrop(all, now))
  return all.filter((snapshot) => !dropped.has(snapshot))
}

describe('the name of a snapshot', () => {
  it('says when it was made and is read back', () => {
    const at = '2026-11-27T14:06:00.123Z'
    expect(snapshotName(at)).toBe('hoi-am-2026-11-27T14-06-00-123Z.db')
    expect(snapshotOf(snapshotName(at))).toEqual({ name: snapshotName(at), at })
  })

  it.each([
    'hoi-am.db',
    'hoi-am-2026-11-27T14-06-00-123Z.db.part',
    'hoi-am-2026-13-45T99-06-00-123Z.db',
    'hoi-am-2026-11-27.db',
    '.DS_Store',
    '',
  ])('is not %j', (name) => {
    expect(snapshotOf(name)).toBeNull()
  })
})

describe('of the snapshots', () => {
  it('all of the last week are kept, several of a day too', () => {
    const all = [daysAgo(0), daysAgo(0, '08:00'), daysAgo(1), daysAgo(6), daysAgo(7)]
    expect(keptOf(all)).toEqual(all)
  })

  it('one of each week is kept for four weeks, the newest of it', () => {
    // 2026-11-18 is a Wednesday; weeks are counted from a Thursday, 1970-01-01.
    const all = [daysAgo(0), ...[9, 10, 11, 12, 13, 14, 15, 16].map((days) => daysAgo(days))]
    expect(keptOf(all)).toEqual([daysAgo(0), daysAgo(9), daysAgo(16)])
  })

  it('one of each month is kept for a year, then none', () => {
    const all = [daysAgo(0), ...[40, 60, 80, 340, 366, 367, 700].map((days) => daysAgo(days))]
    expect(keptOf(all).map(({ at }) => vietnamDate(at))).toEqual([
      '2026-11-27',
      '2026-10-18',
      '2026-09-28',
      '2025-12-22',
      '2025-11-26',
    ])
  })

  it('the newest is kept however old, and one of a clock that ran ahead', () => {
    expect(keptOf([daysAgo(900), daysAgo(901)])).toEqual([daysAgo(900)])
    expect(keptOf([daysAgo(-3), daysAgo(0)])).toEqual([daysAgo(-3), daysAgo(0)])
  })

  it('a board that takes one a day for two years never keeps many, and never none of a month', () => {
    let kept: readonly Snapshot[] = []
    for (let day = 730; day >= 0; day -= 1) {
      const now = instantOfVietnam(addDays(TODAY, -day), '18:00')
      kept = keptOf([...kept, daysAgo(day)], now)
      expect(kept.length).toBeLessThanOrEqual(8 + 5 + 13)
    }
    const months = new Set(kept.map(({ at }) => vietnamDate(at).slice(0, 7)))
    expect(months.size).toBeGreaterThanOrEqual(12)
  })

  it('of a large board the oldest go, but never the newest three', () => {
    const GIB = 1024 ** 3
    const sized = (...bytes: readonly number[]) => bytes.map((each, n) => ({ n, bytes: each }))
    const dropped = (...bytes: readonly number[]) =>
      snapshotsBeyondRoom(sized(...bytes)).map(({ n }) => n)
    expect(dropped()).toEqual([])
    expect(dropped(...Array.from({ length: 26 }, () => GIB / 13))).toEqual([])
    expect(dropped(GIB / 2, GIB / 2, GIB / 2, GIB / 2, 1)).toEqual([4])
    expect(dropped(9 * GIB, 9 * GIB, 9 * GIB, 1)).toEqual([3])
  })

  it('what is kept is kept again at once, and the newest always', () => {
    const days = fc.array(fc.integer({ min: -5, max: 800 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(days, (ages) => {
        const all = [...new Set(ages)].map((age) => daysAgo(age))
        const kept = keptOf(all)
        expect(keptOf(kept)).toEqual(kept)
        const newest = all.toSorted((one, other) => (one.at < other.at ? 1 : -1))[0]
        expect(kept).toContainEqual(newest)
      }),
    )
  })
})
