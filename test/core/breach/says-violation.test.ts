import { describe, expect, it } from 'vitest'
import { saysViolation, type ViolationFacts } from '#core/breach/rules.ts'
import { FINDINGS } from '#core/investigation/model.ts'
import { CAUSES_OF_VIOLATION } from '#core/taxonomies/causes.ts'

const [VIOLATION = ''] = CAUSES_OF_VIOLATION
type Cause = NonNullable<ViolationFacts['rootCause']>

const cause = (changes: Partial<Cause>): Cause => ({
  ...{ state: 'established', category: null, contributing: [] },
  ...changes,
})

describe('that information leaked or was used wrongly', () => {
  it.each(FINDINGS)('is said by a finding, or not: %s', (finding) => {
    const told = saysViolation({ stateChecks: [{ finding }], rootCause: null })
    expect(told).toBe(['leaked', 'misused', 'contained'].includes(finding))
  })

  it.each([
    ['the primary cause', cause({ category: VIOLATION }), true],
    ['another confirmed beside it', cause({ category: 'NN-99', contributing: [VIOLATION] }), true],
    ['no cause that means it', cause({ category: 'NN-99', contributing: ['NN-98'] }), false],
    ['a cause that is still open', cause({ state: 'open', category: VIOLATION }), false],
    ['an undetermined one', cause({ state: 'undetermined', category: null }), false],
  ])('is said by %s', (_who, rootCause, said) => {
    expect(saysViolation({ stateChecks: [], rootCause })).toBe(said)
  })
})
