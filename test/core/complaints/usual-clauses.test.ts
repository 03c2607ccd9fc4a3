import { describe, expect, it } from 'vitest'

import { clausesAfter } from '#core/complaints/usual-clauses.ts'

describe('the clauses a category brings', () => {
  it('come with it, keep what was chosen by hand, and go with it', () => {
    const chosen = clausesAfter([], ['KN-01'], ['2.6'])
    expect(chosen).toEqual(['2.6', '1.0', '1.8'])
    expect(clausesAfter(['KN-01'], [], chosen)).toEqual(['2.6'])
  })

  it('stay while another category asks for them', () => {
    expect(clausesAfter(['KN-01', 'KN-02'], ['KN-02'], ['1.0', '1.8'])).toEqual(['1.0'])
  })

  it('do not come back after the clerk took them off', () => {
    expect(clausesAfter(['KN-01'], ['KN-01', 'KN-99'], ['1.0'])).toEqual(['1.0'])
  })
})
