import { describe, expect, it } from 'vitest'

import { lateClocks } from '#core/case/late-clocks.ts'
import type { Deadline } from '#core/deadlines/model.ts'
import { LATE_REASON_TERMS, LATE_REASONS } from '#core/deadlines/late.ts'
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
    const sent = { sentOn, recordedAt: `${sentOn}T03:00:00.000Z` }
    const found = lateClocks({ deadlines, rights: [RIGHT] }, letter, sent)
    expect(found.map(({ id }) => id)).toEqual(late)
  })
})

/** A notice to the authority due on 25 November at 10:00 in Vietnam (Law 91/2025, Article 23.1). */
const NOTICE: Deadline = {
  ...CLOCK,
  ...{ id: 'notice', rule: 'T-BR-72', trigger: 'breach', legalEnd: '2026-11-25' },
  endsAt: '2026-11-25T03:00:00.000Z',
}
const FORM_08 = { ...RESULT, kind: 'L7', variant: 'form-08' } as const

describe('a limit in hours is late', () => {
  it.each([
    ['not in the hour before its end', '2026-11-25', '2026-11-25T02:59:00.000Z', []],
    [
      'in the minute after it, on the same day',
      '2026-11-25',
      '2026-11-25T03:01:00.000Z',
      ['notice'],
    ],
    ['not when it left the day before', '2026-11-24', '2026-11-26T03:00:00.000Z', []],
    // Of a day without its hour nobody can say that it was in time.
    ['when it is put on record a day later', '2026-11-25', '2026-11-26T03:00:00.000Z', ['notice']],
  ] as const)('%s', (_, sentOn, recordedAt, late) => {
    const found = lateClocks({ deadlines: [NOTICE], rights: [] }, FORM_08, { sentOn, recordedAt })
    expect(found.map(({ id }) => id)).toEqual(late)
  })

  it('whoever it touched waits as well: a notice to many or to all', () => {
    const told: Deadline = { ...CLOCK, id: 'subjects', rule: 'T-BR-SUBJ', legalEnd: '2026-11-25' }
    for (const variant of ['listed', 'public']) {
      const letter = { ...RESULT, kind: 'L6', variant } as const
      const sent = { sentOn: '2026-12-23', recordedAt: '2026-12-23T03:00:00.000Z' }
      expect(lateClocks({ deadlines: [told], rights: [] }, letter, sent)).toEqual([told])
    }
  })
})

it('every reason has its name in both languages', () => {
  expect(LATE_REASON_TERMS.map(({ code }) => code)).toEqual([...LATE_REASONS])
  for (const { name } of LATE_REASON_TERMS) expect(name.vi !== '' && name.en !== '').toBe(true)
})
