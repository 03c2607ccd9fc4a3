import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { deriveClocks, type ClockFacts } from '#core/case/clocks.ts'
import { defaultWorkCalendar } from '#core/deadlines/holidays.ts'
import { DEADLINE_RULES } from '#core/deadlines/rule-table.ts'
import { addDays, addMinutes, instantOfVietnam, yearOf } from '#core/kernel/calendar.ts'
import type { RightRequest } from '#core/rights/model.ts'

const calendarFrom = (from: string) => defaultWorkCalendar(yearOf(from), yearOf(from) + 2)
const table = { rules: DEADLINE_RULES, calendarFrom }

const right: RightRequest = {
  id: 'right',
  complaintId: 'complaint',
  version: 1,
  kind: 'delete',
  viaProcessor: false,
  askedAt: '2026-11-22T03:00:00.000Z',
  state: 'open',
  identity: null,
  promisedOn: null,
  ...{ settledOn: null, lateReason: null, lateExplanation: null },
  remark: '',
  passedOn: [],
}

/** An acknowledgement issued at 11:00 and sent at noon, and the rights it names. */
function sent(
  sentOn: string,
  rightIds: readonly string[] | null,
): Pick<ClockFacts, 'letters' | 'dispatches'> {
  const issued = { issuedAt: `${sentOn}T04:00:00.000Z`, issuedOn: sentOn }
  return {
    letters: [{ id: 'letter', kind: 'L1', variant: 'received', rightIds, ...issued }],
    dispatches: [
      { letterId: 'letter', sentOn, recordedAt: `${sentOn}T05:00:00.000Z`, struckAt: null },
    ],
  }
}

function clocks(changes: Partial<ClockFacts>) {
  const complaint = {
    ...{
      receivedAt: right.askedAt,
      status: 'open' as const,
      endingId: null,
      withdrawalEvidenceId: null,
    },
  }
  return deriveClocks(
    {
      ...{ complaint, stateChecks: [], letters: [], dispatches: [], rights: [] },
      ...{ breach: null, notices: [], extensions: [], authority: null },
      ...changes,
    },
    table,
  )
}

const day = fc.integer({ min: 0, max: 1_400 }).map((offset) => addDays('2026-01-01', offset))

// Nghị định số 356/2025/NĐ-CP, Điều 5: phản hồi trong 02 ngày làm việc kể từ ngày nhận được yêu cầu.
describe('the reply to each right asked for', () => {
  const later: RightRequest = {
    ...right,
    id: 'later',
    kind: 'view',
    askedAt: '2026-12-17T08:00:00.000Z',
  }
  const replies = (changes: Partial<ClockFacts>) =>
    Object.fromEntries(
      clocks({ rights: [right, later], ...changes })
        .filter(({ rule }) => rule === 'T-DSR-ACK')
        .map((each) => [each.triggerId, each]),
    )

  it('has its own two working days, also when asked later', () => {
    expect(replies({})).toMatchObject({
      right: { startsOn: '2026-11-22', legalEnd: '2026-11-25', state: 'running' },
      later: { startsOn: '2026-12-17', legalEnd: '2026-12-21', state: 'running' },
    })
  })

  const BOTH = ['right', 'later']
  const cases: readonly [string, string, readonly string[] | null, string, string][] = [
    ['a letter of before the request', '2026-11-24', BOTH, 'met', 'running'],
    [
      'a letter of the same day, issued before the request',
      '2026-12-17',
      BOTH,
      'missed',
      'running',
    ],
    ['a letter since', '2026-12-18', BOTH, 'missed', 'met'],
    ['a letter after both', '2026-12-22', BOTH, 'missed', 'missed'],
    ['a letter that names one of them', '2026-12-18', ['later'], 'running', 'met'],
    ['a letter that names neither', '2026-12-18', [], 'running', 'running'],
    ['a letter from before names were kept', '2026-12-18', null, 'missed', 'met'],
  ]
  it.each(cases)('is made by %s, sent %s, where it is named', (_name, on, names, first, second) => {
    const states = replies(sent(on, names))
    expect([states['right']?.state, states['later']?.state]).toEqual([first, second])
  })

  it('ends neither before it began nor twice', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1_439 }), fc.nat(3), (on, minute, days) => {
        const askedAt = instantOfVietnam(on, '00:00')
        const asked = { ...right, askedAt: addMinutes(askedAt, minute) }
        const settledOn = addDays(on, days)
        const settled = { ...asked, state: 'done' as const, settledOn }
        const facts = { rights: [settled], ...sent(addDays(on, days), ['right']) }
        for (const each of clocks(facts).filter(({ trigger }) => trigger === 'right')) {
          expect(each.stoppedAt === null || each.stoppedAt >= each.startsAt).toBe(true)
        }
      }),
    )
  })
})
