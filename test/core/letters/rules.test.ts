import { describe, expect, it } from 'vitest'
import { STATUSES, type Status } from '#core/complaints/model.ts'
import type { Decision } from '#core/kernel/decision.ts'
import { LETTER_STATES, type Letter } from '#core/letters/model.ts'
import { chosenVariants, DRAFTED_KINDS, type LetterKind } from '#core/letters/kinds.ts'
import {
  canApprove,
  canDraft,
  canEdit,
  canIssue,
  canReturn,
  canSubmit,
  firstDispatch,
  letterInWork,
  letterOfDuty,
  replacedBy,
  standingOf,
  type LetterSituation,
} from '#core/letters/rules.ts'
import { RULE } from '#core/deadlines/rule-table.ts'
import { complaint, dispatch, letter } from '../case/case-facts.ts'

const reasonsOf = (decision: Decision): readonly string[] =>
  decision.allowed ? [] : decision.reasons.map((reason) => reason.code)

function situation(
  changes: Partial<Letter>,
  around: Partial<Omit<LetterSituation, 'letter'>> = {},
): LetterSituation {
  return {
    letter: { ...letter, ...changes },
    missing: [],
    unmet: [],
    factsChanged: false,
    complaintStatus: 'open',
    barred: [],
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

const inWork = (kind: LetterKind): Letter => ({ ...letter, id: 'work', kind, state: 'submitted' })
const issued = (kind: LetterKind): Letter => ({ ...letter, id: 'issued', kind, state: 'issued' })
const caseOf = (status: Status, letters: readonly Letter[] = []) => ({
  complaint: { ...complaint, status },
  letters,
})

describe('beginning a letter', () => {
  it.each([
    ['on an open case', 'L4', caseOf('open'), []],
    ['with one of its kind in work', 'L4', caseOf('open', [inWork('L4')]), ['LETTER_IN_WORK']],
    ['with one of another kind in work', 'L4', caseOf('open', [inWork('L1')]), []],
    ['after one that is issued', 'L3', caseOf('open', [issued('L3')]), []],
    ['beside one to another addressee', 'L8', caseOf('open', [inWork('L8')]), []],
    ['after the answer, for another answer', 'L4', caseOf('answered'), ['COMPLAINT_NOT_OPEN']],
    ['after the answer, for a refusal', 'L5', caseOf('answered'), []],
    ['at the end of the case', 'L1', caseOf('closed'), ['COMPLAINT_NOT_OPEN']],
  ] as const)('%s', (_name, kind, file, reasons) => {
    expect(reasonsOf(canDraft({ kind, replaces: null }, file))).toEqual(reasons)
  })

  it('names the letter that is in work, where only one may be', () => {
    const one = inWork('L2')
    expect(letterInWork('L2', [issued('L2'), one])).toBe(one)
    expect(letterInWork('L2', [issued('L2')])).toBeUndefined()
    expect(letterInWork('L8', [inWork('L8')])).toBeUndefined()
  })

  it('is never of a sheet, which has no draft, nor in a wording where the outcome decides', () => {
    expect(DRAFTED_KINDS).not.toContain('L9')
    expect(chosenVariants('L4')).toEqual([])
    expect(chosenVariants('L8')).toEqual(['firm', 'processor', 'pass-on'])
  })
})

describe('replacing an issued letter', () => {
  const first = issued('L4')
  const draft = { ...inWork('L4'), id: 'draft' }
  const heir = { ...draft, replacesId: first.id }
  it.each([
    ['while the case is open', first, [first], 'open', []],
    ['when the case is answered', first, [first], 'answered', []],
    ['when the case is over', first, [first], 'closed', ['COMPLAINT_NOT_OPEN']],
    ['that is not issued', draft, [draft], 'open', ['LETTER_NOT_ISSUED', 'LETTER_IN_WORK']],
    ['with another of its kind in work', first, [first, draft], 'open', ['LETTER_IN_WORK']],
    ['that has its heir: that reason alone', first, [first, heir], 'open', ['LETTER_REPLACED']],
  ] as const)('%s', (_name, replaces, letters, status, reasons) => {
    const decision = canDraft({ kind: 'L4', replaces }, caseOf(status, letters))
    expect(reasonsOf(decision)).toEqual(reasons)
  })

  it('leads to the letter that took its place, and to no other', () => {
    expect(replacedBy(first, [first, draft, heir])).toBe(heir)
    expect(replacedBy(first, [first, draft])).toBeUndefined()
  })
})

describe('a letter that left the house', () => {
  const struck = { ...dispatch, sentOn: '2026-11-24', struckAt: '2026-11-26T01:00:00.000Z' }
  const another = { ...dispatch, letterId: 'other', sentOn: '2026-11-23' }
  it.each([
    ['never', [], null],
    ['by the first that stands', ['2026-11-27', '2026-11-25'], '2026-11-25'],
  ])('did so %s', (_name, days, expected) => {
    const all = [struck, another, ...days.map((sentOn) => ({ ...dispatch, sentOn }))]
    expect(firstDispatch(letter, all)?.sentOn ?? null).toBe(expected)
  })

  it.each([
    ['draft', [dispatch], 'draft'],
    ['issued', [struck, another], 'issued'],
    ['issued', [dispatch], 'dispatched'],
  ] as const)('%s with %j is %s', (state, dispatches, standing) => {
    expect(standingOf({ ...letter, state }, dispatches)).toBe(standing)
  })
})

it('the letter of a duty is the newest that meets it, or is still to be begun', () => {
  const plan = letterOfDuty(RULE.breachNotice, [])?.plan
  if (plan === undefined) throw new Error('no letter for the notice')
  const older = { ...letter, ...plan, id: 'older' }
  const newer = { ...letter, ...plan, id: 'newer' }
  expect(letterOfDuty(RULE.breachNotice, [older, newer, letter])).toEqual({ plan, letter: newer })
  expect(letterOfDuty(RULE.breachNotice, [letter])).toEqual({ plan, letter: undefined })
  expect(letterOfDuty(RULE.policyFirstCheck, [letter])).toBeNull()
})
