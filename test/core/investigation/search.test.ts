import { describe, expect, it } from 'vitest'

import { isCauseOpen, isToldOfSearch, searchedUntil } from '#core/investigation/search.ts'

const TODAY = '2026-12-10'
const undetermined = { state: 'undetermined', searchUntil: '2026-12-20' } as const

describe('until when a cause is looked for', () => {
  it.each([
    [null, null],
    [undetermined, '2026-12-20'],
    [{ state: 'undetermined', searchUntil: null }, null],
    // What was found since is not looked for any more, whatever day stands there.
    [{ state: 'established', searchUntil: '2026-12-20' }, null],
    [{ state: 'open', searchUntil: null }, null],
  ] as const)('%j: %s', (cause, until) => {
    expect(searchedUntil(cause)).toBe(until)
  })
})

describe('whether the cause may still be put on record', () => {
  it.each([
    ['open', null, true],
    ['answered', null, true],
    ['closed', null, false],
    ['closed', { state: 'established', searchUntil: null }, false],
    ['closed', undetermined, true],
    ['closed', { ...undetermined, searchUntil: null }, false],
    // What ended without its result promised no search.
    ['withdrawn', undetermined, false],
    ['rejected', undetermined, false],
    ['duplicate', undetermined, false],
  ] as const)('a case that is %s with %j: %s', (status, cause, open) => {
    expect(isCauseOpen({ status }, cause)).toBe(open)
  })
})

describe('who is told of a search', () => {
  it.each([
    ['whose case it is, before its day', 'me', '2026-12-15', false, true],
    ['whose case it is, after its day', 'me', '2026-12-01', false, true],
    ['somebody else', 'other', '2026-12-01', false, false],
    ['nobody in particular of a case nobody handles', null, '2026-12-01', false, false],
    ['the board of a case nobody handles', null, '2026-12-15', true, true],
    ['the board of a case somebody handles, on its day', 'other', '2026-12-10', true, false],
    ['the board of what passed in silence', 'other', '2026-12-09', true, true],
  ] as const)('%s', (_who, assigneeId, searchUntil, ofBoard, told) => {
    const reader = { personId: 'me', ofBoard }
    expect(isToldOfSearch({ assigneeId, searchUntil }, reader, TODAY)).toBe(told)
  })
})
