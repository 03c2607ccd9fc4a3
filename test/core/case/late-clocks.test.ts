import { describe, expect, it } from 'vitest'

import { lateClocks } from '#core/case/late-clocks.ts'
import type { Deadline } from '#core/deadlines/model.ts'
import { LATE_REASON_TERMS, LATE_REASONS } from '#core/letters/late.ts'
import { NO_PARTICULARS } from '#core/letters/particulars.ts'
import type { RightRequest } from '#core/rights/model.ts'

const CLOCK: Deadline = {
  id: 'clock',
  complaintId: 'case',
  version: 1,
  rule: 'T-POL-30',
  trigger: 'receipt',
  triggerId: '',
  startsAt: '2026-11-22T03:00:00.000Z',
  startsOn: '2026-11-22',
  viaProcessor: false,
  extension: 0,
  legalEnd: '2026-12-22',
  target: '2026-12-22',
  endsAt: '2026-12-22T17:00:00.000Z',
  state: 'running',
  stoppedAt: null,
}
const REPLY: Deadline = {
  ...CLOCK,
  id: 'reply',
  rule: 'T-DSR-ACK',
  trigger: 'right',
  triggerId: 'right',
  legalEnd: '2026-11-25',
}
const RIGHT: RightRequest = {
  id: 'right',
  complaintId: 'case',
  version: 1,
  kind: 'delete',
  viaProcessor: false,
  askedAt: '2026-11-22T03:00:00.000Z',
  passedOn: [],
  state: 'open',
  identity: null,
  promisedOn: null,
  ...{ settledOn: null, lateReason: null, lateExplanation: null },
  remark: '',
}
const RESULT = {
  kind: 'L4',
  variant: 'upheld',
  rightIds: ['right'],
  issuedAt: '2026-11-23T03:00:00.000Z',
  particulars: NO_PARTICULARS,
} as const
/** Refuses the deletion, which the law gives until 14 December. */
const REFUSAL = {
  ...RESULT,
  kind: 'L5',
  variant: 'refused',
  particulars: { ...NO_PARTICULARS, refuses: 'right' },
} as const
const EXECUTION: Deadline = {
  ...{ ...REPLY, id: 'execution', rule: 'T-DSR-DEL', legalEnd: '2026-12-14' },
}

describe('a letter is late', () => {
  it.each([
    ['on the last day it is not', RESULT, '2026-12-22', [CLOCK], []],
    ['on the day after it is', RESULT, '2026-12-23', [CLOCK], ['clock']],
    ['but not for a clock that stopped', RESULT, '2026-12-23', [{ ...CLOCK, state: 'missed' }], []],
    [
      'nor for one it does not stop',
      { ...RESULT, kind: 'L1', variant: 'received' },
      '2026-12-23',
      [CLOCK],
      [],
    ],
    [
      'for the reply to a right it names',
      { ...RESULT, kind: 'L1', variant: 'received' },
      '2026-11-26',
      [REPLY],
      ['reply'],
    ],
    ['not for a right it does not name', { ...RESULT, rightIds: [] }, '2026-11-26', [REPLY], []],
    // Decree 356/2025, Article 5: what a refusal settles late is as late as what is carried out late.
    ['for the right it refuses', REFUSAL, '2026-12-15', [EXECUTION], ['execution']],
    ['not while that has time', REFUSAL, '2026-12-14', [EXECUTION], []],
    ['not for a right it only names', RESULT, '2026-12-15', [EXECUTION], []],
    ['for both at once', RESULT, '2026-12-23', [CLOCK, REPLY], ['clock', 'reply']],
  ] as const)('%s', (_, letter, sentOn, deadlines, late) => {
    const found = lateClocks({ deadlines, rights: [RIGHT] }, letter, sentOn)
    expect(found.map(({ id }) => id)).toEqual(late)
  })
})

it('every reason has its name in both languages', () => {
  expect(LATE_REASON_TERMS.map(({ code }) => code)).toEqual([...LATE_REASONS])
  for (const { name } of LATE_REASON_TERMS) expect(name.vi !== '' && name.en !== '').toBe(true)
})
