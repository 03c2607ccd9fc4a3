import { describe, expect, it } from 'vitest'
import { actionOf, canDecide } from '#core/approvals/rules.ts'
import { APPROVAL_STATES, type Approval, type ApprovalRequest } from '#core/approvals/model.ts'
import { STATUSES } from '#core/complaints/model.ts'
import { canAttach } from '#core/evidence/rules.ts'
import { canEngage } from '#core/firms/rules.ts'
import type { Firm } from '#core/firms/model.ts'
import type { Decision } from '#core/kernel/decision.ts'
import { can, PERMISSIONS, ROLES, type Action } from '#core/people/permissions.ts'
import { complaint, emptyFile } from './case/case-facts.ts'

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

describe('a firm may be given personal data', () => {
  const firm: Firm = {
    id: 'firm',
    version: 1,
    name: 'Công ty An ninh mạng Sao Khuê',
    taxCode: null,
    address: null,
    contactName: null,
    phone: null,
    email: null,
    contractNumber: 'HĐ-01',
    contractValidUntil: '2026-12-31',
    ndaValidUntil: '2026-12-31',
    active: true,
  }
  it.each([
    ['with contract and agreement', {}, []],
    ['on their last day', { contractValidUntil: '2026-11-22', ndaValidUntil: '2026-11-22' }, []],
    ['not when no longer in use', { active: false }, ['FIRM_INACTIVE']],
    ['not without a contract', { contractValidUntil: null }, ['CONTRACT_MISSING']],
    ['not after it ran out', { contractValidUntil: '2026-11-21' }, ['CONTRACT_EXPIRED']],
    ['not without an agreement', { ndaValidUntil: null }, ['NDA_MISSING']],
    ['not after that ran out', { ndaValidUntil: '2026-11-21' }, ['NDA_EXPIRED']],
    [
      'and every reason is told',
      { active: false, contractValidUntil: null, ndaValidUntil: '2020-01-01' },
      ['FIRM_INACTIVE', 'CONTRACT_MISSING', 'NDA_EXPIRED'],
    ],
  ])('%s', (_what, changes, reasons) => {
    expect(reasonsOf(canEngage({ ...firm, ...changes }, '2026-11-22'))).toEqual(reasons)
  })
})

describe('a file may be attached', () => {
  const request = { complaintId: 'complaint', firmNoteId: null, fileName: 'a.txt' }
  it.each(STATUSES)('to a complaint that is not over: %s', (status) => {
    const file = { ...emptyFile, complaint: { ...complaint, status } }
    expect(reasonsOf(canAttach(file, request))).toEqual(
      status === 'open' || status === 'answered' ? [] : ['COMPLAINT_ENDED'],
    )
  })

  it('to a note of this case only', () => {
    const note = {
      id: 'note',
      engagementId: 'engagement',
      complaintId: 'complaint',
      version: 1,
      author: 'Ngô Bảo Long',
      notedOn: '2026-11-22',
      body: 'Đã nhận.',
      recordedBy: 'investigator',
      recordedAt: '2026-11-22T08:30:00.000Z',
    }
    const file = { ...emptyFile, firmNotes: [note] }
    expect(reasonsOf(canAttach(file, { ...request, firmNoteId: 'note' }))).toEqual([])
    expect(reasonsOf(canAttach(file, { ...request, firmNoteId: 'other' }))).toEqual([
      'NOTE_UNKNOWN',
    ])
  })
})

describe('the role table', () => {
  it('lets the auditor change nothing', () => {
    const changing = (Object.keys(PERMISSIONS) as Action[]).filter(
      (action) => !/\.(?:read|export)$/.test(action),
    )
    expect(changing.filter((action) => can('auditor', action))).toEqual([])
  })

  it('has a chair who may do everything, so that a board can always work', () => {
    expect((Object.keys(PERMISSIONS) as Action[]).filter((each) => !can('chair', each))).toEqual([])
  })
})
