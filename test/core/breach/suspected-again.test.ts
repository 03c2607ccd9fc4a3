import { describe, expect, it } from 'vitest'

import { suspectedAgain, suspectedBreach, type Breach } from '#core/breach/model.ts'

const FIRST = '2026-11-22T03:00:00.000Z'
const NOW = '2026-12-01T03:00:00.000Z'
const breach: Breach = suspectedBreach('case', FIRST)
const FREE: Partial<Breach> = {
  ...{ harmNotice: 'not-owed', harmReason: 'Không gây hại.' },
  ...{ conductNotice: 'not-owed', conductReason: 'Đúng mục đích.' },
  ...{ decidedAt: FIRST, decidedBy: 'chair' },
}
const OUT: Partial<Breach> = { state: 'ruled-out', ruledOutReason: 'Không có vi phạm.' }
const ASKED: Partial<Breach> = {
  harmNotice: 'undecided',
  conductNotice: 'undecided',
  decidedAt: null,
}

describe('a violation the case says anew (Law 91/2025, Article 23.1)', () => {
  it.each<[string, Partial<Breach>, Partial<Breach>]>([
    [
      'ruled out: its hours run from now',
      { ...OUT, ...FREE },
      { ...ASKED, state: 'suspected', detectedAt: NOW, ruledOutReason: '' },
    ],
    ['nothing owed: is asked again', FREE, { ...ASKED, state: 'suspected', detectedAt: FIRST }],
    [
      'confirmed, nothing owed: is asked again and stays confirmed',
      { ...FREE, state: 'confirmed', confirmedAt: FIRST },
      { ...ASKED, state: 'confirmed', confirmedAt: FIRST },
    ],
  ])('%s', (_, before, after) => {
    expect(suspectedAgain({ ...breach, ...before }, NOW)).toMatchObject(after)
  })

  it.each<[string, Partial<Breach>]>([
    ['undecided', {}],
    ['owed for one reason', { ...FREE, conductNotice: 'owed' }],
  ])('%s: stays as it is', (_, changes) => {
    const before = { ...breach, ...changes }
    expect(suspectedAgain(before, NOW)).toBe(before)
  })
})
