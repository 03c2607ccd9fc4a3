import { describe, expect, it } from 'vitest'

import { dueViewOf } from '#renderer/features/today/due-view.ts'

const QUIET = {
  overdue: 0,
  today: 0,
  week: 0,
  awaitingApproval: 4,
  open: 9,
  nextDueOn: '2026-12-24',
}

describe('what the first room shows', () => {
  it.each([
    [{ overdue: 1, today: 2, week: 3 }, 'overdue'],
    [{ overdue: 0, today: 2, week: 3 }, 'today'],
    [{ overdue: 0, today: 0, week: 3 }, 'week'],
    [{ overdue: 0, today: 0, week: 0 }, 'week'],
  ])('is the most pressing: %j → %s', (counts, view) => {
    expect(dueViewOf(undefined, { ...QUIET, ...counts })).toBe(view)
  })

  it('is what was asked for, even when that is empty', () => {
    expect(dueViewOf('today', { ...QUIET, overdue: 5 })).toBe('today')
    expect(dueViewOf('constructor', { ...QUIET, overdue: 5 })).toBe('overdue')
  })
})
