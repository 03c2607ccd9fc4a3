import { describe, expect, it } from 'vitest'
import { actionOf, canDecide, pendingRequest } from '#core/approvals/rules.ts'
import { APPROVAL_STATES, type Approval, type ApprovalRequest } from '#core/approvals/model.ts'
import type { Decision } from '#core/kernel/decision.ts'
import { can, ROLES } from '#core/people/permissions.ts'

const reasonsOf = (decision: Decision): readonly string[] =>
  decision.allowed ? [] : decision.reasons.map((reason) => reason.code)

const REQUESTS: readonly ApprovalRequest[] = [
  { kind: 'close-complaint', complaintId: 'complaint', reason: 'Đã trả lời' },
  {
    kind: 'correct-receipt',
    complaintId: 'complaint',
    receivedAt: '2026-11-20T02:00:00.000Z',
    receivedOn: '2026-11-20',
    reason: 'Ghi nhầm ngày',
  },
  { kind: 'change-role', personId: 'subject', role: 'board', active: true, reason: 'Bổ nhiệm' },
]

function asked(request: ApprovalRequest, state: Approval['state'] = 'pending'): Approval {
  return {
    id: 'approval',
    version: 1,
    state,
    request,
    complaintId: null,
    subjectVersion: 1,
    requestedBy: 'asker',
    requestedAt: '2026-11-22T08:30:00.000Z',
    decidedBy: null,
    decidedAt: null,
    mark: null,
    remark: null,
  }
}

describe.each(REQUESTS)('a request to $kind', (request) => {
  it.each(ROLES)('is decided by a second person who may do it: %s', (role) => {
    const decision = canDecide(asked(request), { personId: 'second', role })
    expect(reasonsOf(decision)).toEqual(
      ['chair', 'board'].includes(role) ? [] : ['ROLE_NOT_ALLOWED'],
    )
    expect(decision.allowed).toBe(can(role, actionOf(request)))
  })

  it('is never decided by who asked', () => {
    const decision = canDecide(asked(request), { personId: 'asker', role: 'chair' })
    expect(reasonsOf(decision)).toEqual(['APPROVER_IS_REQUESTER'])
  })

  it.each(APPROVAL_STATES.filter((state) => state !== 'pending'))(
    'is decided once: not when %s',
    (state) => {
      const decision = canDecide(asked(request, state), { personId: 'second', role: 'chair' })
      expect(reasonsOf(decision)).toEqual(['APPROVAL_DECIDED'])
    },
  )
})

it('nobody decides about their own role', () => {
  const [, , roleChange] = REQUESTS
  if (roleChange === undefined) throw new Error('no request')
  const decision = canDecide(asked(roleChange), { personId: 'subject', role: 'chair' })
  expect(reasonsOf(decision)).toEqual(['APPROVER_IS_SUBJECT'])
})

it('a request of a kind waits by itself: others and decided ones stand against none', () => {
  const [closing, correction] = REQUESTS
  if (closing === undefined || correction === undefined) throw new Error('no requests')
  const waiting = asked(closing)
  const approvals = [asked(correction), asked(closing, 'approved'), waiting]
  expect(pendingRequest(approvals, 'close-complaint')).toBe(waiting)
  expect(pendingRequest(approvals.slice(0, 2), 'close-complaint')).toBeUndefined()
})
