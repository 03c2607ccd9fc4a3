import { describe, expect, it } from 'vitest'
import { PROOF_MINUTES } from '#core/people/fresh-proof.ts'
import { createSessions, IDLE_MINUTES, LONGEST_HOURS } from '#main/dispatch/sessions.ts'
import { createSteadyClock } from '#main/dispatch/steady-clock.ts'

const MINUTE = 60_000

function desk() {
  const time = { wall: Date.UTC(2026, 10, 22), running: 0 }
  const sessions = createSessions(
    createSteadyClock(
      () => time.wall,
      () => time.running,
    ),
  )
  sessions.start('window', { id: 'lan', fullName: 'Lan' })
  return {
    time,
    sessions,
    /** As the timer of the program looks, every quarter of a minute. */
    pass: (minutes: number) => {
      for (let quarter = 0; quarter < minutes * 4; quarter += 1) {
        time.wall += MINUTE / 4
        time.running += MINUTE / 4
        sessions.expired()
      }
    },
    isOver: () => sessions.expired().length > 0,
  }
}

it('what somebody did that took a while counts for nobody who signed in at the window meanwhile', () => {
  const { sessions, time } = desk()
  sessions.start('window', { id: 'minh', fullName: 'Minh' }, 'code')
  time.running += (PROOF_MINUTES + 1) * MINUTE
  time.wall += (PROOF_MINUTES + 1) * MINUTE
  sessions.complete('window', 'lan')
  sessions.reveal('window', 'lan', 'a case')
  sessions.prove('window', 'lan')
  expect(sessions.of('window')).toMatchObject({ lacks: 'code', revealed: new Set() })
  expect(sessions.isProven('window')).toBe(false)
})

describe('an unattended window', () => {
  it.each([
    ['back by a day', -24 * 60],
    ['back by an hour, then left', -60],
  ])('whose clock was set %s is locked after ten minutes all the same', (_how, minutes) => {
    const { time, pass, isOver } = desk()
    pass(5)
    time.wall += minutes * MINUTE
    pass(5)
    expect(isOver()).toBe(false)
    pass(0.25)
    expect(isOver()).toBe(true)
  })

  it('set back again and again gains nothing', () => {
    const { time, pass, isOver } = desk()
    for (let minute = 0; minute < IDLE_MINUTES; minute += 1) {
      pass(1)
      time.wall -= 10 * MINUTE
      expect(isOver()).toBe(false)
    }
    pass(0.25)
    expect(isOver()).toBe(true)
  })

  it('is locked after a sleep, in which the clock of the program stands still', () => {
    const { time, isOver } = desk()
    time.wall += 11 * MINUTE
    expect(isOver()).toBe(true)
  })

  it('is locked when only the program’s clock says so', () => {
    const { time, isOver } = desk()
    time.running += 11 * MINUTE
    expect(isOver()).toBe(true)
  })

  it('ends after twelve hours however busy and however often the clock is set back', () => {
    const { time, pass, sessions, isOver } = desk()
    for (let round = 0; round < LONGEST_HOURS * 12; round += 1) {
      pass(5)
      time.wall -= 5 * MINUTE
      sessions.touch('window')
      expect(isOver()).toBe(false)
    }
    pass(0.25)
    expect(isOver()).toBe(true)
  })
})

describe('a proof of who sits here', () => {
  it('is believed for five minutes, whatever the clock is set to and however busy the window is', () => {
    const { time, sessions, pass } = desk()
    for (let minute = 0; minute < PROOF_MINUTES; minute += 1) {
      expect(sessions.isProven('window')).toBe(true)
      pass(1)
      sessions.touch('window')
      time.wall -= 10 * MINUTE
    }
    expect(sessions.isProven('window')).toBe(true)
    pass(0.25)
    expect(sessions.isProven('window')).toBe(false)
    sessions.prove('window', 'lan')
    expect(sessions.isProven('window')).toBe(true)
  })

  it('ends in a sleep, and early by a clock set forward', () => {
    const { time, sessions } = desk()
    time.wall += (PROOF_MINUTES + 1) * MINUTE
    expect(sessions.isProven('window')).toBe(false)
  })

  it('is nobody else’s: not of another window, not of whoever sits there meanwhile', () => {
    const { sessions, pass } = desk()
    sessions.start('other', { id: 'lan', fullName: 'Lan' })
    pass(PROOF_MINUTES + 1)
    sessions.prove('window', 'lan')
    expect(sessions.isProven('other')).toBe(false)
    sessions.prove('other', 'minh')
    expect(sessions.isProven('other')).toBe(false)
    sessions.end('window')
    sessions.prove('window', 'lan')
    expect(sessions.isProven('window')).toBe(false)
  })
})
