import { describe, expect, it } from 'vitest'
import type { Approval } from '#core/approvals/model.ts'
import type { Hold } from '#core/retention/model.ts'
import {
  canErase,
  closedBefore,
  requireImpersonal,
  type RetentionFacts,
} from '#core/retention/rules.ts'
import { complaint } from '../case/case-facts.ts'

const NOW = '2028-12-01T03:00:00.000Z'
const CLOSED = '2026-11-22T08:30:00.000Z'

const HOLD: Hold = {
  ...{ id: 'h-1', complaintId: 'c-1', version: 1, state: 'set', reason: 'Kiện', setBy: 'p-1' },
  ...{ setAt: CLOSED, liftedBy: null, liftedAt: null },
}
const APPROVAL: Approval = {
  ...{ id: 'a-1', version: 1, state: 'pending', complaintId: 'c-1', subjectVersion: 1 },
  request: { kind: 'anonymise-complaint', complaintId: 'c-1', months: 24, reason: 'Hết hạn' },
  ...{ requestedBy: 'p-1', requestedAt: NOW, decidedBy: null, decidedAt: null },
  ...{ mark: null, remark: null },
}

const CLOCK = { rule: 'T-DSR-DEL', legalEnd: '2026-12-12' } as const

function facts(changes: Partial<RetentionFacts> = {}): RetentionFacts {
  const closed = { ...complaint, status: 'closed' as const, closedAt: CLOSED }
  const nothing = { holds: [], approvals: [], steps: [] }
  return { complaint: closed, deadlines: [{ ...CLOCK, state: 'met' }], ...nothing, ...changes }
}

const whole = facts().complaint

describe('a case may be made anonymous', () => {
  it.each<[string, RetentionFacts, number | null, string | null, readonly string[]]>([
    ['when its period is over', facts(), 24, null, []],
    ['not while no period is set', facts(), null, null, ['RETENTION_OFF']],
    ['not a month early', facts(), 25, null, ['RETENTION_NOT_OVER']],
    [
      'not while it is open',
      facts({ complaint: { ...whole, status: 'open', closedAt: null } }),
      24,
      null,
      ['COMPLAINT_NOT_ENDED'],
    ],
    [
      'not when it was answered only',
      facts({ complaint: { ...whole, status: 'answered' } }),
      24,
      null,
      ['COMPLAINT_NOT_ENDED'],
    ],
    [
      'not twice',
      facts({ complaint: { ...whole, anonymisedAt: NOW } }),
      24,
      null,
      ['CASE_ANONYMISED'],
    ],
    ['not on hold', facts({ holds: [HOLD] }), 24, null, ['CASE_ON_HOLD']],
    ['when the hold was lifted', facts({ holds: [{ ...HOLD, state: 'lifted' }] }), 24, null, []],
    [
      'not on one hold of two',
      facts({
        holds: [
          { ...HOLD, state: 'lifted' },
          { ...HOLD, id: 'h-2' },
        ],
      }),
      24,
      null,
      ['CASE_ON_HOLD'],
    ],
    [
      'not while a clock runs',
      facts({ deadlines: [{ ...CLOCK, state: 'running' }] }),
      24,
      null,
      ['CLOCK_OPEN'],
    ],
    ['not twice at a time', facts({ approvals: [APPROVAL] }), 24, null, ['APPROVAL_PENDING']],
    ['by the very request', facts({ approvals: [APPROVAL] }), 24, 'a-1', []],
    [
      'not beside another request',
      facts({ approvals: [APPROVAL, { ...APPROVAL, id: 'a-2' }] }),
      24,
      'a-1',
      ['APPROVAL_PENDING'],
    ],
  ])('%s', (_when, file, months, request, reasons) => {
    const decision = canErase(file, { months }, NOW, request)
    expect(decision.allowed ? [] : decision.reasons.map(({ code }) => code)).toEqual(reasons)
  })

  it.each([
    // The day it was closed on counts to its end in Vietnam, at 17:00 UTC.
    ['2026-03-31T16:59:59.000Z', 1, '2026-04-30T16:59:59.000Z', false],
    ['2026-03-31T16:59:59.000Z', 1, '2026-04-30T17:00:00.000Z', true],
    ['2026-03-30T02:00:00.000Z', 1, '2026-04-30T02:00:00.000Z', true],
    ['2024-02-29T02:00:00.000Z', 12, '2025-02-28T02:00:00.000Z', false],
    ['2024-02-29T02:00:00.000Z', 12, '2025-03-01T02:00:00.000Z', true],
  ])('closed %s and kept %d months is over at %s: %s', (closedAt, months, now, isOver) => {
    expect(closedAt < closedBefore(months, now)).toBe(isOver)
  })
})

describe('words that stay', () => {
  const person = { fullName: 'Đỗ Thị Hoà', actingFor: 'mẹ là bà Lê Thị Sáu' }
  it.each([
    ['Hết thời hạn lưu theo Quyết định 12/QĐ-BQT', true],
    ['Hồ sơ của Đỗ Thị Hoà', false],
    ['theo yêu cầu của bà Lê Thị Sáu', false],
    ['gọi 0912 345 678', false],
    ['hoa.do@example.vn', false],
  ])('%s: %s', (words, fine) => {
    const check = (): void => requireImpersonal('reason', words, person)
    if (fine) expect(check).not.toThrow()
    else expect(check).toThrow()
  })
})
