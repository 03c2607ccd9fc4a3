import { describe, expect, it } from 'vitest'

import type { Dispatch, Letter } from '#core/letters/model.ts'
import { RIGHTS, type IdentityCheck } from '#core/rights/model.ts'
import { LATER_SETTINGS } from '#core/settings/model.ts'
import {
  canCarryOut,
  canRefuse,
  isAskedFor,
  needsDay,
  needsRemark,
  rightsToMark,
} from '#core/rights/rules.ts'

import { complaint, letter } from '../case/case-facts.ts'
import { identityMatched as matched } from './identity-matched.ts'

const own = {
  ...{ complainant: { ...complaint.complainant, actingFor: null }, mandate: null, flags: [] },
}
const paper = { guardian: false, paper: 'Giấy ủy quyền', seenOn: '2026-11-22', seenBy: 'intake' }

const dispatchOf = (letterId: string): Dispatch => ({
  ...{ id: 'dispatch', complaintId: 'complaint', letterId, version: 1, channel: 'email' },
  ...{
    sentOn: '2026-11-23',
    trackingNumber: null,
    evidenceId: null,
    lateReason: null,
    lateExplanation: null,
    recordedBy: 'board',
  },
  ...{ recordedAt: '2026-11-23T05:00:00.000Z', struckBy: null, struckAt: null },
  struckReason: null,
})

describe('a right carried out', () => {
  const needed = LATER_SETTINGS.rights.needIdentity

  // Bảng giao kèm: xem, cung cấp bản sao, chỉnh sửa, xóa; chưa đối chiếu bản Công báo.
  it.each(RIGHTS)('%s: who asks is checked first where the table says so', (kind) => {
    const wanted = ['view', 'correct', 'copy', 'delete'].includes(kind)
    const allowed = (identity: IdentityCheck | null, table = needed) =>
      canCarryOut({ kind, identity, state: 'open' }, own, table).allowed
    expect(allowed(null)).toBe(!wanted)
    expect(allowed({ ...matched, result: 'unmatched' })).toBe(!wanted)
    expect(allowed(matched)).toBe(true)
    expect(allowed(null, [])).toBe(true)
  })

  const sen = 'bà Nguyễn Thị Sen'
  // By whom, with which paper, checked or not, in which state; and the word, or null where it may be carried out or passed on.
  it.each([
    ['delete', sen, null, matched, 'open', 'MANDATE_MISSING'],
    ['delete', sen, paper, null, 'open', 'IDENTITY_NOT_CHECKED'],
    ['delete', sen, paper, matched, 'open', null],
    ['withdraw', sen, null, null, 'open', 'MANDATE_MISSING'],
    ['withdraw', sen, paper, null, 'open', null],
    ['withdraw', null, null, null, 'open', null],
    // Carried out already, before the table asked for a check: the processor is still told.
    ['delete', null, null, null, 'done', null],
    ['delete', sen, null, matched, 'done', 'MANDATE_MISSING'],
  ] as const)(
    '%s for %s with %j is neither carried out nor passed on before it may be (%#)',
    (kind, actingFor, mandate, identity, state, code) => {
      const by = { ...own, mandate, complainant: { ...complaint.complainant, actingFor } }
      const decision = canCarryOut({ kind, identity, state }, by, needed)
      expect(decision.allowed ? null : decision.reasons.map((each) => each.code)).toEqual(
        code === null ? null : [code],
      )
    },
  )

  it.each([null, { ...paper, guardian: true }])('of a child takes its guardian: %j', (mandate) => {
    const child = { ...own, flags: ['minor'], mandate }
    const decision = canCarryOut({ kind: 'withdraw', identity: null, state: 'open' }, child, needed)
    expect(decision.allowed ? null : decision.reasons[0]?.code).toBe(
      mandate === null ? 'GUARDIAN_MISSING' : null,
    )
  })
})

describe('a refusal', () => {
  const right = { id: 'one', askedAt: '2026-11-22T03:00:00.000Z' }
  const sentLetter: Letter = {
    ...{ ...letter, id: 'refusal', kind: 'L5', state: 'issued', rightIds: ['one', 'two'] },
    issuedAt: '2026-11-23T03:00:00.000Z',
    particulars: { ...letter.particulars, refuses: 'one' },
  }
  const sent = dispatchOf('refusal')

  it.each([
    ['a letter that refuses it', right, sentLetter, sent, true],
    ['a letter not sent', right, sentLetter, { ...sent, letterId: 'other' }, false],
    ['a sending struck out', right, sentLetter, { ...sent, struckAt: right.askedAt }, false],
    ['another right', { ...right, id: 'two' }, sentLetter, sent, false],
    [
      'a right asked for since',
      { ...right, askedAt: '2026-11-23T04:00:00.000Z' },
      sentLetter,
      sent,
      false,
    ],
    ['a letter of another kind', right, { ...sentLetter, kind: 'L4' }, sent, false],
    [
      'a refusal from before names were kept',
      right,
      { ...sentLetter, rightIds: null, particulars: letter.particulars },
      sent,
      true,
    ],
  ] as const)('is told by its own letter alone: %s', (_name, asked, told, dispatch, allowed) => {
    expect(canRefuse(asked, { letters: [told], dispatches: [dispatch] }).allowed).toBe(allowed)
  })
})

describe('a right that was asked for', () => {
  it.each([
    ['is marked once while it is open', 'open', true],
    ['may be asked for again once it was carried out', 'done', false],
    ['may be asked for again once it was refused', 'refused', false],
    ['may be asked for again once it was dropped', 'dropped', false],
  ] as const)('%s', (_name, state, asked) => {
    const rights = [{ kind: 'delete', state }] as const
    expect(isAskedFor('delete', rights)).toBe(asked)
    expect(rightsToMark(rights)).toEqual(RIGHTS.filter((kind) => !asked || kind !== 'delete'))
  })

  it.each([
    ['done', true, false],
    ['refused', true, true],
    ['dropped', false, true],
  ] as const)('when %s has a day: %s, and says why: %s', (state, day, remark) => {
    expect([needsDay(state), needsRemark(state)]).toEqual([day, remark])
  })
})
