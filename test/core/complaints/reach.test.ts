import { expect, it } from 'vitest'

import { isReachable, missingReach } from '#core/complaints/reach.ts'
import { complaint } from '../case/case-facts.ts'

const PHONE = { e164: '+84912345678', asTold: '0912 345 678' }

it.each([
  ['nothing', { phones: [], email: null, address: null }, false],
  ['blanks', { phones: [], email: ' ', address: '\n' }, false],
  ['a telephone number', { phones: [PHONE], email: null, address: null }, true],
  ['an e-mail address', { phones: [], email: 'a@example.com', address: null }, true],
  ['a postal address', { phones: [], email: null, address: '12 Lê Lợi, Huế' }, true],
])('whoever left %s', (_what, contacts, reachable) => {
  expect(isReachable(contacts)).toBe(reachable)
  const of = { ...complaint, complainant: { ...complaint.complainant, ...contacts } }
  expect(missingReach(of).map(({ code }) => code)).toEqual(reachable ? [] : ['REACH_MISSING'])
  expect(missingReach({ ...of, anonymisedAt: complaint.receivedAt })).toEqual([])
})
