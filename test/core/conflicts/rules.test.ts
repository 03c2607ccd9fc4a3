import { describe, expect, it } from 'vitest'
import type { Conflict, ConflictState } from '#core/conflicts/model.ts'
import {
  approversLeft,
  isFirmShutOut,
  isKeptFrom,
  isShutOut,
  liveConflict,
  requireApproversLeft,
  requireDecider,
} from '#core/conflicts/rules.ts'
import type { Person } from '#core/people/model.ts'
import type { Role } from '#core/people/permissions.ts'

const conflict = (state: ConflictState, changes: Partial<Conflict> = {}): Conflict => ({
  ...{ id: 'x', complaintId: 'case', version: 1, personId: 'an', firmId: null, state },
  ...{ reason: 'r', approvalId: 'a', recordedBy: 'huy', recordedAt: '2026-11-22T08:30:00.000Z' },
  ...changes,
})

const person = (id: string, role: Role, active = true): Person => ({
  ...{ id, version: 1, username: id, fullName: id, title: '', role, active },
  createdAt: '2026-11-22T08:30:00.000Z',
})

it.each([
  ['asked', false, true, true],
  ['named', true, false, true],
  ['lifted', false, false, false],
  ['dropped', false, true, false],
] as const)('a conflict that is %s', (state, shut, secret, live) => {
  const conflicts = [conflict(state)]
  expect(isShutOut(conflicts, 'an'), 'keeps its person out').toBe(shut)
  expect(isShutOut(conflicts, 'huy')).toBe(false)
  expect(isKeptFrom(conflict(state), 'an'), 'is not for the eyes of its person').toBe(secret)
  expect(isKeptFrom(conflict(state, { recordedBy: 'an' }), 'an'), 'asked by themselves').toBe(false)
  expect(liveConflict(conflicts, 'an') !== undefined).toBe(live)
  const ofFirm = [conflict(state, { personId: null, firmId: 'firm' })]
  expect(isFirmShutOut(ofFirm, 'firm')).toBe(shut)
})

describe('approvers', () => {
  const people = [
    person('lan', 'chair'),
    person('minh', 'board'),
    person('cu', 'board', false),
    person('huy', 'investigator'),
  ]

  it.each([
    ['nobody who approves', 'huy', [], 2],
    ['one of two', 'minh', [], 1],
    ['one more than is named already', 'lan', [conflict('named', { personId: 'minh' })], 0],
    ['one beside somebody only asked for', 'lan', [conflict('asked', { personId: 'minh' })], 1],
  ])('left when %s is named', (_what, personId, conflicts, left) => {
    expect(approversLeft(people, conflicts, personId)).toBe(left)
  })

  it.each([
    [2, false, true],
    [1, false, false],
    [1, true, true],
    [0, true, true],
  ])('%i are left, accepted: %s', (left, accepted, allowed) => {
    const check = () => requireApproversLeft(left, accepted)
    if (allowed) expect(check).not.toThrow()
    else expect(check).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED' }))
  })

  it.each([
    ['the investigator asks about the chair', 'lan', 'huy', true],
    ['the only other one asks about the chair', 'lan', 'minh', false],
    ['the chair asks about somebody who decides nothing', 'huy', 'lan', true],
  ])('%s', (_what, personId, requestedBy, allowed) => {
    const check = () => requireDecider(people, [], { personId, requestedBy })
    if (allowed) expect(check).not.toThrow()
    else expect(check).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED' }))
  })
})
