import { describe, expect, it } from 'vitest'

import type { CaseFile } from '#core/case/case-file.ts'
import { actOfClock, nextActs, type DutyFacts } from '#core/case/next-act.ts'
import type { Deadline } from '#core/deadlines/model.ts'
import { RULE, type RuleCode } from '#core/deadlines/rule-table.ts'
import type { Approval } from '#core/approvals/model.ts'
import type { RightRequest } from '#core/rights/model.ts'
import { complaint, dispatch, emptyFile, letter, stateCheck } from './case-facts.ts'

const nextAct = (facts: DutyFacts) => nextActs(facts)[0]

const RIGHT: RightRequest = {
  ...{ id: 'right', complaintId: 'complaint', version: 1, kind: 'delete', viaProcessor: false },
  ...{ askedAt: '2026-11-22T03:00:00.000Z', state: 'open', identity: null, promisedOn: null },
  ...{ settledOn: null, lateReason: null, lateExplanation: null, remark: '', passedOn: [] },
}

function clock(rule: RuleCode, endsAt: string, changes: Partial<Deadline> = {}): Deadline {
  return {
    ...{ id: `${rule} ${endsAt}`, complaintId: 'complaint', version: 1, rule },
    ...{ trigger: 'receipt', triggerId: '', viaProcessor: false, extension: 0 },
    ...{ startsAt: '2026-11-22T08:30:00.000Z', startsOn: '2026-11-22' },
    ...{ legalEnd: endsAt.slice(0, 10), target: endsAt.slice(0, 10), endsAt },
    ...{ state: 'running', stoppedAt: null },
    ...changes,
  }
}

const DAY = (day: number): string => `2026-12-${String(day).padStart(2, '0')}T17:00:00.000Z`
const answer = clock(RULE.policyAnswer, DAY(22))
const reply = clock(RULE.rightReply, DAY(2), { trigger: 'right', triggerId: 'right' })
const deletion = clock(RULE.rightToDeletion, DAY(12), { trigger: 'right', triggerId: 'right' })
const question = clock(RULE.breachQuestion, DAY(1), { trigger: 'breach' })
const notice = clock(RULE.breachNotice, DAY(1), { trigger: 'breach' })

const withClocks = (deadlines: readonly Deadline[], changes: Partial<CaseFile> = {}): CaseFile => ({
  ...{ ...emptyFile, rights: [RIGHT], deadlines },
  ...changes,
})
const codes = (file: CaseFile) => nextActs(file).map(({ code }) => code)

describe('the nearest duty comes first', () => {
  it('a notice of 72 hours before a conclusion, the reply of two days before a cause', () => {
    const checked = { stateChecks: [stateCheck] }
    expect(codes(withClocks([answer, deletion, reply, notice], checked))).toEqual([
      'GIVE_NOTICE',
      'ACKNOWLEDGE_RIGHT',
      'SETTLE_RIGHT',
      'CONCLUDE_STATE',
    ])
  })

  it('the question before the notice it may call for, where both end together', () => {
    expect(codes(withClocks([notice, question])).slice(0, 2)).toEqual([
      'ANSWER_NOTICE_QUESTION',
      'GIVE_NOTICE',
    ])
  })

  it('carries its clock, and what was met asks for nothing', () => {
    expect(nextAct(withClocks([answer, reply]))?.clock).toBe(reply)
    const met = { ...reply, state: 'met' } as const
    expect(nextAct(withClocks([answer, met]))).toMatchObject({ code: 'CHECK_STATE', clock: answer })
    expect(actOfClock(met, withClocks([met]))).toBeNull()
  })

  it('says each act once, under the clock that ends first', () => {
    const first = clock(RULE.policyFirstCheck, '2026-11-23T08:30:00.000Z')
    const acts = nextActs(withClocks([answer, first]))
    expect(acts).toHaveLength(1)
    expect(acts[0]).toMatchObject({ code: 'CHECK_STATE', place: 'checks', clock: first })
  })
})

describe('the act of each clock', () => {
  it.each([
    [RULE.policyFirstCheck, 'CHECK_STATE', 'state', 'checks'],
    [RULE.rightReply, 'ACKNOWLEDGE_RIGHT', 'letters', 'receipt'],
    [RULE.rightToStop, 'SETTLE_RIGHT', 'overview', 'right-right'],
    [RULE.rightToSee, 'SETTLE_RIGHT', 'overview', 'right-right'],
    [RULE.rightToDeletion, 'SETTLE_RIGHT', 'overview', 'right-right'],
    [RULE.rightToProtection, 'SETTLE_RIGHT', 'overview', 'right-right'],
    [RULE.breachQuestion, 'ANSWER_NOTICE_QUESTION', 'breach', 'notice-question'],
    [RULE.breachNotice, 'GIVE_NOTICE', 'breach', 'notice-T-BR-72'],
    [RULE.breachNoticeToSubjects, 'GIVE_NOTICE', 'breach', 'notice-T-BR-SUBJ'],
    [RULE.breachRecord, 'GIVE_NOTICE', 'breach', 'notice-T-BR-REC'],
    [RULE.cyberFirstNotice, 'GIVE_NOTICE', 'breach', 'notice-T-CY-24'],
    [RULE.cyberReport, 'GIVE_NOTICE', 'breach', 'notice-T-CY-72'],
    [RULE.consumerNotice, 'GIVE_NOTICE', 'breach', 'notice-T-CON-24'],
    [RULE.authorityAnswer, 'ANSWER_AUTHORITY', 'overview', 'authority'],
    [RULE.policyAnswer, 'CHECK_STATE', 'state', 'checks'],
  ] as const)('%s is met by %s', (rule, code, room, place) => {
    const own = clock(rule, DAY(3), { triggerId: 'right' })
    expect(actOfClock(own, withClocks([own]))).toEqual({
      ...{ code, room, place, letterId: null, clock: own },
    })
  })

  it('of a limit this program does not know is none', () => {
    const own = { ...answer, rule: 'T-OWN' }
    expect(actOfClock(own, withClocks([own]))).toBeNull()
  })

  it.each([
    ['draft', 'SUBMIT_LETTER'],
    ['submitted', 'APPROVE_LETTER'],
    ['approved', 'ISSUE_LETTER'],
  ] as const)('of a right told of by a letter that is a %s is that letter’s: %s', (state, code) => {
    const letters = [{ ...letter, id: 'l1', kind: 'L1', variant: 'received', state } as const]
    expect(nextAct(withClocks([reply], { letters }))).toMatchObject({ code, letterId: 'l1' })
  })

  it('is to send the letter that tells of the right, and another letter once it did not', () => {
    const issued = { ...letter, kind: 'L1', variant: 'received', state: 'issued' } as const
    const telling = { ...issued, issuedAt: '2026-11-23T03:00:00.000Z', rightIds: ['right'] }
    expect(nextAct(withClocks([reply], { letters: [telling] }))?.code).toBe('DISPATCH_LETTER')
    const silent = { ...telling, rightIds: [] }
    expect(nextAct(withClocks([reply], { letters: [silent] }))).toMatchObject({
      ...{ code: 'ACKNOWLEDGE_RIGHT', place: 'begin-letter' },
    })
  })
})

describe('once it is answered', () => {
  const answered = { complaint: { ...complaint, status: 'answered' as const } }
  const sent = { letters: [{ ...letter, state: 'issued' as const }], dispatches: [dispatch] }

  it('what is still owed comes before closing', () => {
    expect(codes(withClocks([deletion], { ...answered, ...sent }))).toEqual([
      'SETTLE_RIGHT',
      'REQUEST_CLOSING',
    ])
  })

  it('closing is asked for once, then decided', () => {
    const asked = {
      ...{ id: 'a', version: 1, state: 'pending' },
      request: { kind: 'close-complaint', complaintId: 'complaint', reason: 'Xong' },
    } as unknown as Approval
    expect(codes(withClocks([], { ...answered, approvals: [asked] }))).toEqual(['DECIDE_CLOSING'])
    const returned = { ...asked, state: 'returned' } as const
    expect(codes(withClocks([], { ...answered, approvals: [returned] }))).toEqual([
      'REQUEST_CLOSING',
    ])
  })
})
