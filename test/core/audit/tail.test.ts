import { describe, expect, it } from 'vitest'

import { givenNumbers, numbersBeyond } from '#core/audit/numbers.ts'
import { laterHead, tailLossOf } from '#core/audit/tail.ts'
import {
  complaintSeries,
  letterSeries,
  takenLetterNumber,
  writtenNumber,
} from '#core/kernel/series.ts'

const AT = '2026-11-22T08:30:00.000Z'
const LAST = '2026-11-20T08:30:00.000Z'
const HASH = 'a'.repeat(64)
const head = (sequence: number, branch = 1) => ({ branch, sequence, hash: HASH, at: AT })

describe('a journal against the recorded head', () => {
  it.each([
    ['is level', 10, HASH, null],
    ['is ahead', 12, HASH, null],
    ['has another entry there', 10, 'b'.repeat(64), 'rewritten'],
    ['is longer, with another entry there', 14, 'b'.repeat(64), 'rewritten'],
    ['ends before', 9, null, 'behind'],
    ['is empty', 0, null, 'behind'],
  ])('that %s: %i', (_what, sequence, hashAtRecorded, kind) => {
    const journal = { sequence, at: sequence === 0 ? null : LAST, hashAtRecorded }
    expect(tailLossOf(head(10), journal)?.kind ?? null).toBe(kind)
  })

  it('lacks what lies between its last entry and the recorded one', () => {
    expect(tailLossOf(head(10), { sequence: 7, at: LAST, hashAtRecorded: null })).toEqual({
      ...{ kind: 'behind', fromSequence: 8, toSequence: 10, since: LAST, until: AT },
    })
  })

  it('that never had an entry lacks nothing', () => {
    expect(tailLossOf(head(0), { sequence: 0, at: null, hashAtRecorded: null })).toBeNull()
  })

  it.each([
    [head(3), head(5), 5],
    [head(5), head(3), 5],
    [head(9), head(2, 2), 2],
    [null, head(4), 4],
    [head(4), null, 4],
  ])('is compared with the later of two places', (one, other, sequence) => {
    expect(laterHead(one, other)?.sequence).toBe(sequence)
  })
})

describe('numbers given out', () => {
  const letter = {
    ...({ action: 'letter.issued', complaintId: 'c1', entity: 'letter', entityId: 'l1' } as const),
    changes: Object.entries({
      ...{ kind: 'L4', number: '23/TB-BQT', issuedOn: '2026-11-22' },
      ...{ contentHash: HASH, pdfSha256: 'b'.repeat(64) },
    }).map(([field, to]) => ({ field, from: null, to })),
  }
  const series = letterSeries('TB-BQT', 2026)

  it('of a letter are known by its bytes and its content, of anything else by the number alone', () => {
    const taken = [
      { series, value: 23 },
      { series: complaintSeries(2026), value: 4 },
    ]
    expect(givenNumbers(taken, [letter])).toEqual([
      {
        ...{ series, value: 23, complaintId: 'c1' },
        letter: {
          ...{ letterId: 'l1', kind: 'L4', issuedOn: '2026-11-22', contentHash: HASH },
          pdfSha256: 'b'.repeat(64),
        },
      },
      { series: 'KN-2026', value: 4, complaintId: null, letter: null },
    ])
  })

  it.each([
    ['KN-2026', 41, 'KN-2026-0041'],
    ['KN-2026', 12345, 'KN-2026-12345'],
    [series, 3, '03/TB-BQT'],
    ['of somebody else', 3, 'of somebody else 3'],
  ])('%s, %i is written %s', (name, value, written) => {
    expect(writtenNumber(name, value)).toBe(written)
  })

  it('of a letter on paper name their series again', () => {
    expect(takenLetterNumber('03/TB-BQT', 2026)).toEqual({ series, value: 3 })
    expect(takenLetterNumber('TB-BQT', 2026)).toBeNull()
  })

  it('beyond a series are all up to the last, those nobody noted too; the last word on one counts', () => {
    const none = { complaintId: null, letter: null }
    const given = [
      { series: 'KN-2026', value: 2, ...none },
      { series: 'KN-2026', value: 5, ...none, complaintId: 'gave up' },
      { series: 'KN-2026', value: 5, ...none, complaintId: 'c5' },
      { series: 'KN-2025', value: 9, ...none },
    ]
    const ends = new Map([
      ['KN-2026', 3],
      ['KN-2025', 9],
    ])
    expect(
      numbersBeyond(given, ends).map(({ value, complaintId }) => [value, complaintId]),
    ).toEqual([
      [4, null],
      [5, 'c5'],
    ])
  })
})
