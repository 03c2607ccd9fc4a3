import { describe, expect, it } from 'vitest'

import { queryOf, stepFilterOf } from '#renderer/features/remediation/step-filter.ts'

describe('the filter of steps', () => {
  it.each([
    [{}, { states: ['planned'], overdueOnly: false, ownerId: undefined }],
    [{ shown: 'overdue' }, { states: ['planned'], overdueOnly: true, ownerId: undefined }],
    [
      { shown: 'done', whose: 'mine' },
      { states: ['done'], overdueOnly: false, ownerId: 'me' },
    ],
    [
      { shown: 'lost', whose: 'theirs' },
      { states: ['planned'], overdueOnly: false, ownerId: undefined },
    ],
  ])('%j asks %j', (query, filter) => {
    expect(stepFilterOf(query, 'me')).toEqual(filter)
  })

  it('keeps the address short for what is usual', () => {
    expect(queryOf('all', 'planned')).toEqual({})
    expect(queryOf('mine', 'dropped')).toEqual({ whose: 'mine', shown: 'dropped' })
  })
})
