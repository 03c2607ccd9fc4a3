import { expect, it } from 'vitest'
import { minutesLeft } from '#core/deadlines/counting.ts'
import { hoursLeftWords, timeLeftWords } from '#renderer/words/time-left-words.ts'

it.each([
  [12, 'left', 12],
  [1, 'left', 1],
  [0, 'today', 0],
  [-1, 'late', 1],
  [-30, 'late', 30],
])('%d days to go is said as %s with %d', (days, key, said) => {
  expect(timeLeftWords(days)).toEqual({ key, days: said })
})

it.each([
  [1440, 'hoursLeft', 24, 0],
  [1079, 'hoursLeft', 17, 59],
  [360, 'hoursLeft', 6, 0],
  [359, 'bothLeft', 5, 59],
  [60, 'bothLeft', 1, 0],
  [59, 'minutesLeft', 0, 59],
  [0, 'minutesLeft', 0, 0],
  [-1, 'minutesLate', 0, 1],
  [-59, 'minutesLate', 0, 59],
  [-60, 'hoursLate', 1, 0],
  [-4_319, 'hoursLate', 71, 59],
  [-4_320, 'late', 72, 0],
])('%i minutes are said by %s', (minutes, key, h, m) => {
  expect(hoursLeftWords(minutes)).toMatchObject({ key, params: { h, m } })
})

it('counts long lateness in whole days', () => {
  expect(hoursLeftWords(-164 * 60).params.n).toBe(6)
})

it.each([
  ['2026-11-22T02:00:00.000Z', 0, 'now'],
  ['2026-11-22T01:59:59.999Z', -1, 'late'],
  ['2026-11-22T02:00:59.999Z', 0, 'now'],
  ['2026-11-22T14:00:00.000Z', 720, 'now'],
  ['2026-11-22T14:01:00.000Z', 721, 'soon'],
  ['2026-11-23T14:00:00.000Z', 2160, 'soon'],
  ['2026-11-23T14:01:00.000Z', 2161, 'calm'],
])('a limit until %s has %i minutes and is %s', (endsAt, minutes, role) => {
  expect(minutesLeft(endsAt, '2026-11-22T02:00:00.000Z')).toEqual({ minutes, role })
})
