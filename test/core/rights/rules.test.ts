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

import { letter } from '../case/case-facts.ts'

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
  const matched: IdentityCheck = {
    ...{ checkedOn: '2026-11-24', checkedBy: 'board', way: 'account', against: 'Tài khoản' },
    ...{ result: 'matched', copyDestroyedOn: null },
  }
  const needed = LATER_SETTINGS.rights.needIdentity

  // Bảng giao kèm: xem, cung cấp bản sao, chỉnh sửa, xóa; chưa đối chiếu bản Công báo.
  it.each(RIGHTS)('%s: who asks is checked first where the table says so', (kind) => {
    const wanted = ['view', 'correct', 'copy', 'delete'].includes(kind)
    expect(canCarryOut({ kind, identity: null }, needed).allowed).toBe(!wanted)
    const unmatched = { ...matched, result: 'unmatched' as const }
    expect(canCarryOut({ kind, identity: unmatched }, needed).allowed).toBe(!wanted)
    expect(canCarryOut({ kind, identity: matched }, needed).allowed).toBe(true)
    expect(canCarryOut({ kind, identity: null }, []).allowed).toBe(true)
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
