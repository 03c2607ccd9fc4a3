import { expect, it } from 'vitest'

import { isOverdue } from '#core/remediation/rules.ts'

it.each([
  ['late from the day after its day', { state: 'planned', dueOn: '2026-11-21' }, true],
  ['in time on its day', { state: 'planned', dueOn: '2026-11-22' }, false],
  ['not late once done', { state: 'done', dueOn: '2026-11-01' }, false],
  ['not late once dropped', { state: 'dropped', dueOn: '2026-11-01' }, false],
  ['not late without a day', { state: 'planned', dueOn: null }, false],
] as const)('a step is %s', (_name, step, expected) => {
  expect(isOverdue(step, '2026-11-22')).toBe(expected)
})
