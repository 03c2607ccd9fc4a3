import { describe, expect, it } from 'vitest'

import { RIGHTS } from '#core/rights/model.ts'
import { isAskedFor, needsDay, needsRemark, rightsToMark } from '#core/rights/rules.ts'

describe('a right that was asked for', () => {
  it.each([
    ['is marked once while it is open', 'open', true],
    ['may be asked for again once it was carried out', 'done', false],
    ['may be asked for again once it was refused', 'refused', false],
    ['may be asked for again once it was dropped', 'dropped', false],
  ] as const)('%s', (_name, state, asked) => {
    const rights = [{ kind: 'delete', state }] as const
    expect(isAskedFor('delete', rights)).toBe(asked)
    expect(rightsToMark(rights)).toEqual(RIGHTS.filter((kind) => !asked || kind !== 'delete'))
  })

  it.each([
    ['done', true, false],
    ['refused', true, true],
    ['dropped', false, true],
  ] as const)('when %s has a day: %s, and says why: %s', (state, day, remark) => {
    expect([needsDay(state), needsRemark(state)]).toEqual([day, remark])
  })
})
