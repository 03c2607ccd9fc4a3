import { describe, expect, it } from 'vitest'
import { STATUSES } from '#core/complaints/model.ts'
import type { Decision } from '#core/kernel/decision.ts'
import { LETTER_STATES, type Letter } from '#core/letters/model.ts'
import {
  canApprove,
  canEdit,
  canIssue,
  canReturn,
  canSubmit,
  type LetterSituation,
} from '#core/letters/rules.ts'
import { letter } from '../case/case-facts.ts'

const reasonsOf = (decision: Decision): readonly string[] =>
  decision.allowed ? [] : decision.reasons.map((reason) => reason.code)

function situation(
  changes: Partial<Letter>,
  around: Partial<Omit<LetterSituation, 'letter'>> = {},
): LetterSituation {
  return {
    letter: { ...letter, ...changes },
    missing: [],
    factsChanged: false,
    complaintStatus: 'open',
    dispatches: [],
    ...around,
  }
}

const approved = { state: 'approved', approvedHash: 'content' } as const

describe('the state of a letter decides what may happen to it', () => {
  it.each([
    ['draft', { edit: true, submit: true, approve: false, return: false, issue: false }],
    ['submitted', { edit: true, submit: false, approve: true, return: true, issue: false }],
    ['approved', { edit: true, submit: false, approve: false, return: true, issue: true }],
    ['issued', { edit: false, submit: false, approve: false, return: false, issue: false }],
  ] as const)('%s', (state, expected) => {
    const now = situation({ state, approvedHash: 'content' })
    expect({
      edit: canEdit(now.letter).allowed,
      submit: canSubmit(now).allowed,
      approve: canApprove(now, 'second').allowed,
      return: canReturn(now.letter).allowed,
      issue: canIssue(now).allowed,
    }).toEqual(expected)
  })

  it('covers every state', () => {
    expect(LETTER_STATES).toEqual(['draft', 'submitted', 'approved', 'issued'])
  })
})

const ACTS = [
  ['submitting', (changes: Parameters<typeof situation>[1]) => canSubmit(situation({}, changes))],
  [
    'approving',
    (changes: Parameters<typeof situation>[1]) =>
      canApprove(situation({ state: 'submitted' }, changes), 'second'),
  ],
  ['issuing', (changes: Parameters<typeof situation>[1]) => canIssue(situation(approved, changes))],
] as const

describe.each(ACTS)('%s is refused', (_act, decideOn) => {
  it('while something is missing, and says what', () => {
    const missing = [{ path: 'cause', code: 'CAUSE_OPEN' } as const]
    expect(reasonsOf(decideOn({ missing }))).toEqual(['CAUSE_OPEN'])
  })

  it('when the facts moved on', () => {
    expect(reasonsOf(decideOn({ factsChanged: true }))).toEqual(['FACTS_CHANGED'])
  })

  it.each(STATUSES.filter((status) => status !== 'open'))('on a complaint that is %s', (status) => {
    expect(reasonsOf(decideOn({ complaintStatus: status }))).toEqual(['COMPLAINT_NOT_OPEN'])
  })
})

describe('a second person approves', () => {
  it.each([
    ['the author', 'author', null],
    ['somebody who wrote on it', 'editor', null],
    ['who submitted it', 'submitter', 'submitter'],
  ])('not %s', (_who, actorId, submittedBy) => {
    const now = situation({ state: 'submitted', submittedBy })
    expect(reasonsOf(canApprove(now, actorId))).toEqual(['APPROVER_IS_AUTHOR'])
  })
})

describe('issuing needs the approval of exactly this content', () => {
  it.each([
    ['given for another content', 'older'],
    ['never given', null],
  ])('refused when it was %s', (_what, approvedHash) => {
    expect(reasonsOf(canIssue(situation({ state: 'approved', approvedHash })))).toEqual([
      'APPROVAL_VOID',
    ])
  })
})

it('tells the state a letter is in and the one it needs', () => {
  expect(canSubmit(situation({ state: 'issued' }))).toEqual({
    allowed: false,
    reasons: [{ path: '', code: 'LETTER_STATE', params: { state: 'issued', needed: 'draft' } }],
  })
})
