import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  filterOf,
  isNarrowed,
  narrowingOf,
  queryWithNarrowing,
  queryWithTab,
  TABS,
  tabOf,
} from '#renderer/features/letters/letter-filter.ts'
import { contract } from '#shared/contract/index.ts'

const DATED = { kieu: 'L4', tu: '2026-11-01', den: '2026-11-22' }

describe('the letters an address asks for', () => {
  it.each([
    ['nothing said: what waits for approval', {}, { standings: ['submitted'] }],
    ['all of them', { loai: 'all' }, {}],
    ['a kind', { loai: 'draft', kieu: 'L8' }, { standings: ['draft'], kinds: ['L8'] }],
    [
      'days of issue',
      { loai: 'issued', ...DATED },
      {
        standings: ['issued'],
        kinds: ['L4'],
        issuedFrom: '2026-11-01',
        issuedTo: '2026-11-22',
      },
    ],
    [
      'no days where nothing is issued yet',
      { loai: 'approved', ...DATED },
      { standings: ['approved'], kinds: ['L4'] },
    ],
    [
      'what nobody knows is left out',
      { loai: 'lost', kieu: 'L0', tu: '2026-02-30', den: ['2026-11-22', '2026-11-23'] },
      { standings: ['submitted'] },
    ],
    ['what nobody knows among all', { loai: 'all', tu: '22/11/2026', kieu: '__proto__' }, {}],
  ])('%s', (_name, query, expected) => {
    expect(filterOf(query)).toEqual(expected)
    expect(contract['letters.list'].input.shape.filter.safeParse(filterOf(query)).success).toBe(
      true,
    )
  })

  it('keeps what narrows the list from tab to tab', () => {
    const query = queryWithTab({ loai: 'issued', ...DATED }, 'dispatched')
    expect(filterOf(query as never)).toMatchObject({
      standings: ['dispatched'],
      kinds: ['L4'],
      issuedFrom: '2026-11-01',
    })
  })

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TABS),
        fc.option(fc.constantFrom('L1' as const, 'L9' as const)),
        fc.option(fc.constantFrom('2026-01-31', '2025-12-31')),
        (tab, kind, from) => {
          const query = queryWithNarrowing({ loai: tab }, { kind, from, to: null }) as never
          expect(tabOf(query)).toBe(tab)
          const dated = tab === 'issued' || tab === 'dispatched' || tab === 'all'
          expect(narrowingOf(query)).toEqual({ kind, from: dated ? from : null, to: null })
          expect(isNarrowed(query)).toBe(kind !== null || (dated && from !== null))
        },
      ),
    )
  })
})
