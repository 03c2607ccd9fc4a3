import { describe, expect, it } from 'vitest'
import type { CaseFile } from '#core/case/case-file.ts'
import { STATUSES } from '#core/complaints/model.ts'
import type { Point } from '#core/complaints/model.ts'
import { nextActs, type DutyFacts } from '#core/case/next-act.ts'
import { deriveStage, deriveMilestones, missingForAnswer } from '#core/case/stage.ts'
import { liveSteps } from '#core/remediation/model.ts'
import {
  complaint,
  dispatch,
  emptyFile,
  letter,
  rootCause,
  stateCheck,
  step,
  why,
} from './case-facts.ts'

const nextAct = (facts: DutyFacts) => nextActs(facts)[0]

const checked: CaseFile = { ...emptyFile, stateChecks: [stateCheck] }
const concluded: CaseFile = { ...checked, complaint: { ...complaint, stateConclusion: 'Đã lộ.' } }
const caused: CaseFile = { ...concluded, rootCause }
const remedied: CaseFile = { ...caused, steps: [step] }
const answerable: CaseFile = {
  ...remedied,
  complaint: { ...remedied.complaint, outcome: 'upheld', outcomeReason: 'Trái quy định.' },
}
const withLetter = (state: (typeof letter)['state']): CaseFile => ({
  ...answerable,
  letters: [{ ...letter, state }],
})
const ofStatus = (file: CaseFile, status: (typeof complaint)['status']): CaseFile => ({
  ...file,
  complaint: { ...file.complaint, status },
})

describe('the stage of an open complaint is the first duty of the policy that is not done', () => {
  it.each([
    ['nothing on record', emptyFile, 'received', 'CHECK_STATE'],
    ['a check without a conclusion', checked, 'checking', 'CONCLUDE_STATE'],
    [
      'a conclusion whose checks were all taken back',
      { ...concluded, stateChecks: [] },
      'received',
      'CHECK_STATE',
    ],
    [
      'a conclusion on what nobody looked at',
      { ...concluded, stateChecks: [{ ...stateCheck, finding: 'not-checked' as const }] },
      'received',
      'CHECK_STATE',
    ],
    ['a concluded check', concluded, 'finding-cause', 'FIND_CAUSE'],
    ['whys without a cause', { ...concluded, whys: [why] }, 'finding-cause', 'FIND_CAUSE'],
    ['a cause', caused, 'remedying', 'PLAN_REMEDY'],
    [
      'a remedy without a day',
      { ...caused, steps: [{ ...step, dueOn: null }] },
      'remedying',
      'PLAN_REMEDY',
    ],
    ['a dated remedy', remedied, 'answering', 'SET_OUTCOME'],
    ['an outcome', answerable, 'answering', 'DRAFT_LETTER'],
    ['a draft', withLetter('draft'), 'answering', 'SUBMIT_LETTER'],
    ['a submitted letter', withLetter('submitted'), 'answering', 'APPROVE_LETTER'],
    ['an approved letter', withLetter('approved'), 'answering', 'ISSUE_LETTER'],
    [
      'a draft of another kind',
      { ...answerable, letters: [{ ...letter, kind: 'L1' as const }] },
      'answering',
      'DRAFT_LETTER',
    ],
    [
      'the check reopened under an approved letter',
      {
        ...withLetter('approved'),
        complaint: { ...answerable.complaint, stateConclusion: null },
      },
      'checking',
      'CONCLUDE_STATE',
    ],
  ] as const)('%s', (_what, file, stage, act) => {
    expect(deriveStage(file)).toBe(stage)
    expect(nextAct(file)?.code).toBe(act)
  })

  it.each(STATUSES.filter((status) => status !== 'open'))('is over when %s', (status) => {
    expect(deriveStage(ofStatus(answerable, status))).toBe('done')
    expect(nextAct(ofStatus(answerable, status))?.code ?? null).toBe(
      status === 'answered' ? 'REQUEST_CLOSING' : null,
    )
  })

  it.each([
    ['only a letter that says why', { endingId: 'e' }, 'answering', 'DRAFT_LETTER'],
    [
      'nothing but what else was asked for, once it was withdrawn in writing',
      { endingId: 'e', withdrawalEvidenceId: 'w' },
      'answering',
      'SETTLE_OPEN',
    ],
    [
      'the same once the letter has left',
      { endingId: 'e', status: 'answered' },
      'done',
      'SETTLE_OPEN',
    ],
  ] as const)('asks of what two persons ended %s', (_what, changes, stage, act) => {
    const outcome = { outcome: 'withdrawn', outcomeReason: 'Xin rút' } as const
    const file = { ...emptyFile, complaint: { ...emptyFile.complaint, ...outcome, ...changes } }
    expect(deriveStage(file)).toBe(stage)
    expect(nextAct(file)?.code).toBe(act)
    expect(missingForAnswer(file)).toEqual([])
  })

  it.each([
    [emptyFile, 'state'],
    [checked, 'state'],
    [concluded, 'cause'],
    [caused, 'remedy'],
    [remedied, 'overview'],
    [answerable, 'letters'],
    [withLetter('approved'), 'letters'],
    [ofStatus(answerable, 'answered'), 'overview'],
  ])('names the room of the next act', (file, room) => {
    expect(nextAct(file)?.room).toBe(room)
  })
})

describe('the stations', () => {
  const stationCases: readonly (readonly [string, CaseFile, string, string, readonly string[]])[] =
    [
      ['state', emptyFile, 'nothing', 'missing', ['STATE_NO_CHECK', 'STATE_NOT_CONCLUDED']],
      ['state', checked, 'a check', 'partly', ['STATE_NOT_CONCLUDED']],
      ['state', concluded, 'a conclusion', 'done', []],
      [
        'state',
        { ...concluded, stateChecks: [] },
        'a conclusion about nothing',
        'missing',
        ['STATE_NO_CHECK'],
      ],
      ['cause', emptyFile, 'nothing', 'missing', ['CAUSE_OPEN']],
      ['cause', { ...emptyFile, whys: [why] }, 'a why', 'partly', ['CAUSE_OPEN']],
      ['cause', withCause({ state: 'open' }), 'an open cause', 'partly', ['CAUSE_OPEN']],
      ['cause', withCause({}), 'an established cause', 'done', []],
      ['cause', withCause({ category: null }), 'no category', 'partly', ['CAUSE_NO_CATEGORY']],
      ['cause', withCause({ statement: '' }), 'no statement', 'partly', ['CAUSE_NO_STATEMENT']],
      [
        'cause',
        withCause({ category: null, statement: '' }),
        'neither',
        'partly',
        ['CAUSE_NO_CATEGORY', 'CAUSE_NO_STATEMENT'],
      ],
      [
        'cause',
        withCause({ state: 'undetermined', category: null, undeterminedReason: 'Nhật ký đã xoá.' }),
        'undetermined with a reason',
        'done',
        [],
      ],
      [
        'cause',
        withCause({ state: 'undetermined' }),
        'undetermined without one',
        'partly',
        ['CAUSE_NO_REASON'],
      ],
      ['remedy', emptyFile, 'nothing', 'missing', ['REMEDY_MISSING']],
      ['remedy', withSteps({}), 'a dated step', 'enough', []],
      ['remedy', withSteps({ state: 'done' }), 'a step done', 'done', []],
      ['remedy', withSteps({ dueOn: null }), 'an undated step', 'partly', ['REMEDY_UNDATED']],
      [
        'remedy',
        withSteps({ dueOn: null, state: 'done', doneOn: '2026-11-23' }),
        'a step done that never had a day',
        'done',
        [],
      ],
      [
        'remedy',
        withSteps({ state: 'dropped' }),
        'only a dropped step',
        'partly',
        ['REMEDY_MISSING'],
      ],
      [
        'remedy',
        { ...emptyFile, complaint: { ...complaint, noRemedyReason: 'Dữ liệu vẫn đúng.' } },
        'none needed',
        'done',
        [],
      ],
      ['answer', emptyFile, 'nothing', 'missing', ['OUTCOME_MISSING', 'LETTER_MISSING']],
      ['answer', answerable, 'an outcome', 'partly', ['LETTER_MISSING']],
      ['answer', withLetter('approved'), 'an approved letter', 'partly', ['LETTER_NOT_ISSUED']],
      [
        'answer',
        withLetter('issued'),
        'a letter not sent yet',
        'partly',
        ['LETTER_NOT_DISPATCHED'],
      ],
      ['answer', { ...withLetter('issued'), dispatches: [dispatch] }, 'a letter sent', 'done', []],
      [
        'answer',
        { ...withLetter('issued'), dispatches: [{ ...dispatch, struckAt: dispatch.recordedAt }] },
        'a dispatch struck out',
        'partly',
        ['LETTER_NOT_DISPATCHED'],
      ],
      [
        'answer',
        { ...emptyFile, letters: [{ ...letter, kind: 'L1', state: 'issued' }] },
        'an issued letter of another kind',
        'missing',
        ['OUTCOME_MISSING', 'LETTER_MISSING'],
      ],
    ]
  it.each(stationCases)('%s: %o with %s is %s', (name, file, _what, status, missing) => {
    const stations = deriveMilestones(file)
    const station = stations[name as keyof typeof stations]
    expect(station.status).toBe(status)
    expect(station.missing.map((issue) => issue.code)).toEqual(missing)
  })

  it('is under way while an item complained of was neither checked nor explained, though concluded', () => {
    const dataItems = [stateCheck.dataItem, 'another', 'a-third']
    const file = { ...concluded, complaint: { ...concluded.complaint, dataItems } }
    const { state } = deriveMilestones(file)
    expect(state).toMatchObject({ status: 'partly', missing: [] })
    expect(state.remaining).toEqual([
      { path: 'state', code: 'STATE_PARTLY_CHECKED', params: { done: 1, all: 3 } },
    ])
    // The work that follows is not held up by it; the answer is.
    expect(deriveStage(file)).toBe('finding-cause')
    expect(missingForAnswer(file).filter(({ code }) => code === 'ITEM_UNCHECKED')).toHaveLength(2)
  })

  it('says what goes on although it is enough to answer: what was promised, and until when', () => {
    const later = { ...step, dueOn: '2026-12-15' }
    const { remedy } = deriveMilestones({
      ...caused,
      steps: [later, step, { ...step, state: 'done' }],
    })
    expect(remedy.remaining).toEqual([
      { path: 'remedy', code: 'REMEDY_PROMISED', params: { count: 2, day: '2026-12-15' } },
    ])
    const searched = {
      ...rootCause,
      state: 'undetermined',
      undeterminedReason: 'Chưa rõ.',
    } as const
    const { cause } = deriveMilestones({
      ...concluded,
      rootCause: { ...searched, searchUntil: '2027-01-10' },
    })
    expect(cause).toMatchObject({ status: 'enough', missing: [] })
    expect(cause.remaining).toEqual([
      { path: 'cause', code: 'CAUSE_SEARCHED_UNTIL', params: { day: '2027-01-10' } },
    ])
  })

  it('counts the undated remedies', () => {
    const undated = { ...step, dueOn: null }
    const { remedy } = deriveMilestones({ ...emptyFile, steps: [step, undated, undated] })
    expect(remedy.missing).toEqual([
      { path: 'remedy', code: 'REMEDY_UNDATED', params: { count: 2 } },
    ])
  })
})

const FOUND: Point = { id: 'p', text: 'Bị gọi', clauses: [], finding: 'upheld', reason: 'Đúng.' }

describe('what is missing for an answer', () => {
  it.each([
    [
      'everything',
      emptyFile,
      ['STATE_NO_CHECK', 'STATE_NOT_CONCLUDED', 'CAUSE_OPEN', 'REMEDY_MISSING', 'OUTCOME_MISSING'],
    ],
    ['the outcome', remedied, ['OUTCOME_MISSING']],
    [
      'the reason of the outcome',
      { ...remedied, complaint: { ...remedied.complaint, outcome: 'upheld' as const } },
      ['OUTCOME_NO_REASON'],
    ],
    [
      'the finding of the second of two points',
      {
        ...remedied,
        complaint: { ...remedied.complaint, points: [FOUND, { ...FOUND, finding: null }] },
      },
      ['POINT_OPEN'],
    ],
    [
      'what becomes of the answer that is reviewed',
      { ...answerable, complaint: { ...answerable.complaint, reviewOfId: 'first' } },
      ['REVIEW_FINDING_MISSING'],
    ],
    ['nothing, letter or not', answerable, []],
  ])('%s', (_what, file, codes) => {
    expect(missingForAnswer(file).map((issue) => issue.code)).toEqual(codes)
  })
})

it('a dropped step promises nothing', () => {
  const dropped = { ...step, state: 'dropped' } as const
  expect(liveSteps([step, dropped, { ...step, state: 'done' }])).toHaveLength(2)
})

function withCause(changes: Partial<typeof rootCause>): CaseFile {
  return { ...emptyFile, rootCause: { ...rootCause, ...changes } }
}

function withSteps(changes: Partial<typeof step>): CaseFile {
  return { ...emptyFile, steps: [{ ...step, ...changes }] }
}
