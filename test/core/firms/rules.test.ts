import { describe, expect, it } from 'vitest'
import type { Firm } from '#core/firms/model.ts'
import { canEngage, validityOf } from '#core/firms/rules.ts'
import type { Decision } from '#core/kernel/decision.ts'

const reasonsOf = (decision: Decision): readonly string[] =>
  decision.allowed ? [] : decision.reasons.map((reason) => reason.code)

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

describe('a contract or agreement', () => {
  it.each([
    [null, 'none'],
    ['2026-11-21', 'expired'],
    ['2026-11-22', 'valid'],
    ['2027-01-01', 'valid'],
  ] as const)('until %s is %s on 22/11/2026', (until, validity) => {
    expect(validityOf(until, '2026-11-22')).toBe(validity)
  })
})
