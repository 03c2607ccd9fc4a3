import { describe, expect, it } from 'vitest'

import { letterWay } from '#renderer/features/letters/letter-milestones.ts'
import { aDispatch, aLetter } from './a-letter.ts'

const ISSUED = {
  state: 'issued',
  submittedBy: 'author',
  submittedAt: '2026-11-20T03:00:00.000Z',
  approvedBy: 'chair',
  approvedAt: '2026-11-20T04:00:00.000Z',
  issuedBy: 'chair',
  issuedAt: '2026-11-20T05:00:00.000Z',
} as const

const present = (...input: Parameters<typeof letterWay>) =>
  letterWay(...input).find((step) => step.present)?.standing

describe('the way of a letter', () => {
  it('goes from draft to sent by five steps', () => {
    expect(letterWay(aLetter(), []).map(({ standing }) => standing)).toEqual([
      'draft',
      'submitted',
      'approved',
      'issued',
      'dispatched',
    ])
  })

  it('of a sheet has neither draft nor second person', () => {
    const way = letterWay(aLetter({ ...ISSUED, kind: 'L9', variant: 'sheet' }), [])
    expect(way.map(({ standing }) => standing)).toEqual(['issued', 'dispatched'])
  })

  it.each([
    ['a draft', aLetter(), [], 'draft'],
    ['issued and not sent', aLetter(ISSUED), [], 'issued'],
    ['sent', aLetter(ISSUED), [aDispatch()], 'dispatched'],
    ['sent by mistake', aLetter(ISSUED), [aDispatch({ struckAt: ISSUED.issuedAt })], 'issued'],
  ])('stands, %s, where it should', (_name, letter, dispatches, standing) => {
    expect(present(letter, dispatches)).toBe(standing)
  })

  it('names who took a step and when, and nobody for steps to come', () => {
    const letter = aLetter({ ...ISSUED, state: 'submitted' })
    const [, submitted, approved] = letterWay(letter, [])
    expect(submitted).toMatchObject({ by: 'author', at: ISSUED.submittedAt, passed: true })
    expect(approved).toMatchObject({ by: null, at: null, passed: false })
  })

  it('was sent on the first day it left, whenever that was written down', () => {
    const later = aDispatch({ sentOn: '2026-11-22', recordedBy: 'first' })
    const earlier = aDispatch({ sentOn: '2026-11-21', recordedBy: 'second' })
    expect(letterWay(aLetter(ISSUED), [later, earlier]).at(-1)).toMatchObject({
      by: 'second',
      dispatch: { sentOn: '2026-11-21' },
    })
  })
})
