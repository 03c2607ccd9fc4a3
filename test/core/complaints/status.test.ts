import { describe, expect, it } from 'vitest'

import { STATUSES, type Status } from '#core/complaints/model.ts'
import {
  isActive,
  isAnswered,
  isUnanswered,
  mayWork,
  requireActive,
  requireAnswered,
  requireUnanswered,
} from '#core/complaints/status.ts'

const passes = (guard: () => void): boolean => {
  try {
    guard()
    return true
  } catch {
    return false
  }
}

describe('what the status of a complaint leaves to do', () => {
  const table: Readonly<Record<Status, readonly [boolean, boolean, boolean]>> = {
    open: [true, true, false],
    answered: [true, false, true],
    closed: [false, false, false],
    withdrawn: [false, false, false],
    rejected: [false, false, false],
    duplicate: [false, false, false],
  }
  it.each(STATUSES)('%s', (status) => {
    const complaint = { status }
    const said = [isActive(complaint), isUnanswered(complaint), isAnswered(complaint)]
    expect(said).toEqual(table[status])
    // The guards refuse exactly what the buttons do not offer.
    const guards = [requireActive, requireUnanswered, requireAnswered]
    expect(guards.map((guard) => passes(() => guard(complaint)))).toEqual(said)
  })
})

it.each([
  ['who may, while it is not over', 'intake', 'answered', true],
  ['nobody once it is over', 'chair', 'closed', false],
  ['nobody whose role may not', 'auditor', 'open', false],
  ['nobody who is not signed in', null, 'open', false],
] as const)('a complaint is edited by %s', (_name, role, status, expected) => {
  expect(mayWork(role, 'complaint.edit', { status })).toBe(expected)
})
