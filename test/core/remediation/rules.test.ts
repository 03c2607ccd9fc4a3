import { expect, it } from 'vitest'

import { liveSteps, promisesLeft, type RemediationStep } from '#core/remediation/model.ts'
import { canSettle, isOverdue } from '#core/remediation/rules.ts'
import { step } from '../case/case-facts.ts'

it.each([
  ['late from the day after its day', { state: 'planned', dueOn: '2026-11-21' }, true],
  ['in time on its day', { state: 'planned', dueOn: '2026-11-22' }, false],
  ['not late once done', { state: 'done', dueOn: '2026-11-01' }, false],
  ['not late once dropped', { state: 'dropped', dueOn: '2026-11-01' }, false],
  ['not late without a day', { state: 'planned', dueOn: null }, false],
] as const)('a step is %s', (_name, step, expected) => {
  expect(isOverdue(step, '2026-11-22')).toBe(expected)
})

const steps = (...changes: readonly Partial<RemediationStep>[]): readonly RemediationStep[] =>
  changes.map((each, at) => ({ ...step, id: `s${at}`, state: 'planned', dueOn: null, ...each }))

it.each<[string, readonly RemediationStep[], ReturnType<typeof promisesLeft>]>([
  ['none', [], { count: 0, until: null, undated: 0 }],
  [
    'none of what is done, given up or missed',
    steps({ state: 'done' }, { state: 'dropped' }, { state: 'missed', dueOn: '2026-12-01' }),
    { count: 0, until: null, undated: 0 },
  ],
  [
    'until the last of their days, and those without one',
    steps({ dueOn: '2026-12-31' }, { dueOn: '2027-02-01' }, {}),
    { count: 3, until: '2027-02-01', undated: 1 },
  ],
])('promises left: %s', (_, all, left) => {
  expect(promisesLeft(all)).toEqual(left)
})

it('what was missed promises nothing any more', () => {
  const all = steps({ state: 'missed' }, { state: 'done' }, { state: 'dropped' }, {})
  expect(liveSteps(all).map(({ state }) => state)).toEqual(['done', 'planned'])
})

it.each([
  ['planned', null, true],
  ['done', 'Đã xóa', true],
  ['missed', 'Chưa xóa', true],
  ['done', null, false],
  ['dropped', null, false],
] as const)('what became of a step that is %s with note %s can be said: %s', (state, note, can) => {
  expect(canSettle({ state, note })).toBe(can)
})
