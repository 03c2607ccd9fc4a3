import { describe, expect, it } from 'vitest'

import { to } from '#renderer/to.ts'
import { missingWay } from '#renderer/words/missing-way.ts'

const CASE = { complaintId: 'c1', letterId: null, inLetter: false, maySetUp: false }
const LETTER = { ...CASE, letterId: 'l1' }

describe('the way to what is missing', () => {
  it.each([
    ['a room of the case', 'cause', CASE, { type: 'link', to: to.case('c1', 'cause') }],
    [
      'the letterhead, for whoever sets up',
      'settings',
      { ...CASE, maySetUp: true },
      { type: 'link', to: to.settings('organisation') },
    ],
    ['the letterhead, for others', 'settings', CASE, { type: 'elsewhere' }],
    ['the letter, seen from elsewhere', 'letter', LETTER, { type: 'link', to: to.letter('l1') }],
    ['the letter, in its own form', 'letter', { ...LETTER, inLetter: true }, { type: 'here' }],
    ['the letter, while there is none', 'letter', CASE, { type: 'elsewhere' }],
    ['a place nobody knows', '../nowhere', CASE, { type: 'elsewhere' }],
  ])('leads to %s', (_name, path, place, way) => {
    expect(missingWay({ path, code: 'REQUIRED' }, place)).toEqual(way)
  })

  it('leads to the very block where that is known', () => {
    expect(missingWay({ path: 'overview', code: 'OUTCOME_MISSING' }, CASE)).toEqual({
      type: 'link',
      to: to.case('c1', 'overview', 'outcome'),
    })
  })
})
