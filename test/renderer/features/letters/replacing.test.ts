import { describe, expect, it } from 'vitest'

import { canReplace, replacedBy } from '#renderer/features/letters/replacing.ts'
import { aLetter } from './a-letter.ts'

const ISSUED = aLetter({ state: 'issued', kind: 'L4', variant: '' })
const DRAFT = aLetter({ id: 'draft', kind: 'L4', variant: '' })
const HEIR = { ...DRAFT, replacesId: ISSUED.id }

const codes = (...input: Parameters<typeof canReplace>) => {
  const decision = canReplace(...input)
  return decision.allowed ? [] : decision.reasons.map(({ code }) => code)
}

describe('replacing an issued letter', () => {
  it.each([
    ['while the case is open', ISSUED, [ISSUED], 'open', []],
    ['when the case is answered', ISSUED, [ISSUED], 'answered', []],
    ['when the case is over', ISSUED, [ISSUED], 'closed', ['COMPLAINT_NOT_OPEN']],
    ['that is not issued', DRAFT, [], 'open', ['LETTER_NOT_ISSUED', 'LETTER_IN_WORK']],
    ['with another of its kind in work', ISSUED, [ISSUED, DRAFT], 'open', ['LETTER_IN_WORK']],
    ['that has its heir: that reason alone', ISSUED, [ISSUED, HEIR], 'open', ['LETTER_REPLACED']],
  ] as const)('%s', (_name, letter, letters, status, reasons) => {
    const all = letter === DRAFT ? [DRAFT] : letters
    expect(codes(letter, all, status)).toEqual(reasons)
  })

  it('of a kind that goes to several people may begin beside others in work', () => {
    const issued = aLetter({ state: 'issued', kind: 'L8', variant: 'firm' })
    const other = aLetter({ id: 'other', kind: 'L8', variant: 'firm' })
    expect(codes(issued, [issued, other], 'open')).toEqual([])
  })

  it('leads to the letter that took its place, and to no other', () => {
    expect(replacedBy(ISSUED, [ISSUED, DRAFT, HEIR])).toBe(HEIR)
    expect(replacedBy(ISSUED, [ISSUED, DRAFT])).toBeUndefined()
  })
})
