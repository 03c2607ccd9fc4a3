import { describe, expect, it } from 'vitest'
import type { Conflict } from '#core/conflicts/model.ts'
import { STATUSES, type Status } from '#core/complaints/model.ts'
import { canReview, othersRemain } from '#core/complaints/review.ts'
import type { Role } from '#core/people/permissions.ts'

describe('a complainant is heard again', () => {
  it.each(STATUSES)('when %s, if they were answered', (status: Status) => {
    const answeredAt = '2026-11-22T08:30:00.000Z'
    expect(canReview({ status, answeredAt }).allowed).toBe(status !== 'open')
    expect(canReview({ status, answeredAt: null }).allowed).toBe(false)
  })
})

const person = (id: string, role: Role, active = true) => ({ id, role, active })
const concerned: Conflict = {
  ...{ id: 'x', complaintId: 'c', version: 1, personId: 'two', firmId: null, reason: '' },
  ...{ state: 'named', approvalId: 'a', recordedBy: 'p', recordedAt: '' },
}

describe('others remain to answer a review', () => {
  it.each<[string, Parameters<typeof othersRemain>, boolean]>([
    [
      'where one may write and another approve',
      [[person('one', 'investigator'), person('two', 'board')], [], ['chair']],
      true,
    ],
    ['not where one would do both', [[person('two', 'board')], [], []], false],
    [
      'not where nobody else may approve',
      [[person('one', 'investigator'), person('two', 'investigator')], [], []],
      false,
    ],
    [
      'not where one of them had a hand in it',
      [[person('one', 'investigator'), person('two', 'board')], [], ['one']],
      false,
    ],
    [
      'not where one has left',
      [[person('one', 'investigator'), person('two', 'board', false)], [], []],
      false,
    ],
    [
      'not where the case concerns one of them',
      [[person('one', 'investigator'), person('two', 'board')], [concerned], []],
      false,
    ],
  ])('%s', (_, facts, expected) => {
    expect(othersRemain(...facts)).toBe(expected)
  })
})
