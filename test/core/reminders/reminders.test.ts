import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  lastOfEachClock,
  pendingReminders,
  reminderKey,
  reminderMoments,
  remindersBetween,
  type Reminder,
  type RunningClock,
  type Told,
} from '#core/reminders/reminders.ts'
import { addDays, type Instant } from '#core/kernel/calendar.ts'

const SETTINGS = { days: [7, 3, 1], percents: [50, 25] }

function clock(changes: Partial<RunningClock>): RunningClock {
  return {
    id: 'clock',
    complaintId: 'complaint',
    code: 'KN-2026-0001',
    subject: '',
    assigneeId: null,
    rule: 'T-POL-30',
    trigger: 'receipt',
    startsAt: '2026-11-22T08:30:00.000Z',
    endsAt: '2026-12-22T17:00:00.000Z',
    legalEnd: '2026-12-22',
    ...changes,
  }
}

describe('when a clock is recalled to mind', () => {
  it('in the morning of so many days before its end, Vietnamese time', () => {
    expect(reminderMoments(clock({}), false, SETTINGS)).toEqual([
      '2026-12-15T01:00:00.000Z',
      '2026-12-19T01:00:00.000Z',
      '2026-12-21T01:00:00.000Z',
    ])
  })

  it('of a limit in hours, with half and a quarter of it left', () => {
    const hours = clock({
      startsAt: '2026-11-22T00:00:00.000Z',
      endsAt: '2026-11-25T00:00:00.000Z',
      legalEnd: '2026-11-25',
    })
    expect(reminderMoments(hours, true, SETTINGS)).toEqual([
      '2026-11-23T12:00:00.000Z',
      '2026-11-24T06:00:00.000Z',
    ])
  })

  it('never after its end, each moment once', () => {
    const moments = reminderMoments(clock({}), false, { days: [1, 1, 60], percents: [] })
    expect(new Set(moments).size).toBe(moments.length)
    expect(moments.every((moment) => moment < '2026-12-22T17:00:00.000Z')).toBe(true)
  })

  it('is told once, however the days are cut into looks', () => {
    const clocks = [clock({}), clock({ complaintId: 'other', legalEnd: '2026-12-24' })]
    const day = fc.integer({ min: 0, max: 40 })
    const whole = { after: '2026-11-20T00:00:00.000Z', until: '2027-01-20T00:00:00.000Z' }
    const all = remindersBetween(clocks, () => false, SETTINGS, whole)
    fc.assert(
      fc.property(fc.array(day, { maxLength: 8 }), (cuts) => {
        const moments = [
          whole.after,
          ...cuts.map((cut) => `${addDays('2026-11-21', cut)}T02:00:00.000Z`).toSorted(),
          whole.until,
        ]
        const told = moments.slice(1).flatMap((until, at) => {
          const after = moments[at] ?? whole.after
          return remindersBetween(clocks, () => false, SETTINGS, { after, until })
        })
        expect(told).toEqual(all)
      }),
    )
  })
})

it('of several reminders of one clock the last is told, nearest end first', () => {
  const clocks = [
    clock({}),
    clock({ rule: 'T-BR-72', endsAt: '2026-11-25T08:30:00.000Z', legalEnd: '2026-11-25' }),
    clock({ complaintId: 'other', endsAt: '2026-12-20T17:00:00.000Z', legalEnd: '2026-12-20' }),
  ]
  const span = { after: '2026-11-20T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' }
  const all = remindersBetween(clocks, (rule) => rule === 'T-BR-72', SETTINGS, span)
  expect(all).toHaveLength(8)
  expect(lastOfEachClock(all).map(({ complaintId, rule, at }) => [complaintId, rule, at])).toEqual([
    ['complaint', 'T-BR-72', '2026-11-24T14:30:00.000Z'],
    ['other', 'T-POL-30', '2026-12-19T01:00:00.000Z'],
    ['complaint', 'T-POL-30', '2026-12-21T01:00:00.000Z'],
  ])
})

describe('what somebody is still to be told', () => {
  const at = (hour: number): Instant => `2026-11-22T${String(hour).padStart(2, '0')}:00:00.000Z`
  const since = '2026-11-20T17:00:00.000Z'
  const all: readonly Reminder[] = Array.from({ length: 8 }, (_, n) => ({
    ...clock({ id: `clock-${n}`, complaintId: `complaint-${n}` }),
    at: at(2 * n + 1),
  }))
  const look = (hour: number, told: Told | null) =>
    pendingReminders(
      all.filter((each) => each.at <= at(hour)),
      told,
      { since, now: at(hour) },
    )

  it('is everything recent for whoever was told nothing, or long ago', () => {
    const longAgo = { until: '2026-10-01T00:00:00.000Z', waiting: [] }
    for (const told of [null, longAgo]) {
      const { reminders, waiting, firstToday } = look(4, told)
      expect([reminders.length, waiting.length, firstToday]).toEqual([2, 0, true])
    }
  })

  it('of one day is not the first of that day twice', () => {
    expect(look(5, { until: at(4), waiting: [] }).firstToday).toBe(false)
    // 17:00 in Greenwich is midnight in Vietnam.
    expect(look(18, { until: at(16), waiting: [] }).firstToday).toBe(true)
  })

  it('no longer waits when its clock has stopped', () => {
    const told = { until: at(4), waiting: ['a clock that stopped 2026-11-22T01:00:00.000Z'] }
    expect(look(4, told).waiting).toEqual([])
  })

  it('is told once and waits until it is put away, however the looks fall', () => {
    const looks = fc.array(fc.record({ hour: fc.nat(17), away: fc.array(fc.nat(7)) }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(looks, (sittings) => {
        let told: Told | null = null
        const tellings: string[] = []
        const away = new Set<string>()
        for (const { hour, away: now } of sittings.toSorted((a, b) => a.hour - b.hour)) {
          const { reminders, waiting, until } = look(hour, told)
          tellings.push(...reminders.map(reminderKey))
          const known = [...waiting, ...reminders]
          expect(known.map(reminderKey).toSorted()).toEqual(
            all
              .filter((each) => each.at <= at(hour))
              .map(reminderKey)
              .filter((key) => !away.has(key))
              .toSorted(),
          )
          for (const n of now) {
            const putAway = known.find(({ id }) => id === `clock-${n}`)
            if (putAway !== undefined) away.add(reminderKey(putAway))
          }
          const left = known.map(reminderKey).filter((key) => !away.has(key))
          told = { until, waiting: left }
        }
        expect(new Set(tellings).size).toBe(tellings.length)
      }),
    )
  })
})
