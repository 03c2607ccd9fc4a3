import type { Issue } from '../kernel/errors.ts'
import type { Deadline } from './model.ts'

/** The clocks that run and stand against an act, each named with its last day. */
export function openClocks(
  deadlines: readonly Pick<Deadline, 'state' | 'rule' | 'legalEnd'>[],
): readonly Issue[] {
  return deadlines
    .filter(({ state }) => state === 'running')
    .map(({ rule, legalEnd }) => ({
      path: '',
      code: 'CLOCK_OPEN',
      params: { rule, day: legalEnd },
    }))
}
