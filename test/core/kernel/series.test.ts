import { describe, expect, it } from 'vitest'
import {
  complaintCode,
  complaintSeries,
  orderOfCode,
  reviewCode,
  reviewSeries,
  seriesNameOf,
  writtenNumber,
} from '#core/kernel/series.ts'

describe('the code of a review', () => {
  const first = complaintCode(2026, 42)

  it('is that of the first complaint with its number', () => {
    expect(reviewCode(first, 1)).toBe('KN-2026-0042-X1')
    expect(reviewCode(first, 12)).toBe('KN-2026-0042-X12')
    expect(seriesNameOf(reviewSeries(first))).toEqual({ of: 'complaint', year: 2026 })
  })

  it('is read back from its series, as a lost number is', () => {
    expect(writtenNumber(reviewSeries(first), 2)).toBe('KN-2026-0042-X2')
    expect(writtenNumber(complaintSeries(2026), 42)).toBe('KN-2026-0042')
    expect(writtenNumber('letter:TB-BQT:2026', 1)).toBe('01/TB-BQT')
  })

  it('stands between its complaint and the next, in any year and past ten thousand', () => {
    const codes = [
      ...['KN-2025-99999', 'KN-2026-0041', 'KN-2026-0042', 'KN-2026-0042-X1', 'KN-2026-0042-X2'],
      ...['KN-2026-0042-X10', 'KN-2026-0043', 'KN-2026-9999', 'KN-2026-10000', 'KN-2027-0001'],
    ]
    const shuffled = codes.toSorted()
    expect(shuffled.toSorted((one, other) => orderOfCode(one) - orderOfCode(other))).toEqual(codes)
    expect(Number.isSafeInteger(orderOfCode('KN-2100-99999999-X999'))).toBe(true)
    expect(orderOfCode('')).toBe(0)
  })
})
