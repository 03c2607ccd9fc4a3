import { describe, expect, it } from 'vitest'

import { lacksMandate, mayActFor } from '#core/complaints/mandate.ts'
import { documentOf, fullFacts, planOf, withComplaint } from '../letters/letter-facts.ts'
import { complaint } from '../case/case-facts.ts'

const paper = { guardian: false, paper: 'Giấy ủy quyền', seenOn: '2026-11-22', seenBy: 'intake' }

describe('whoever acts for somebody', () => {
  it.each([
    [null, null, false],
    [null, paper, false],
    ['bà Nguyễn Thị Sen', null, true],
    ['bà Nguyễn Thị Sen', paper, false],
    ['con tôi', { ...paper, guardian: true, paper: 'Giấy khai sinh' }, false],
  ])('for %s with %o lacks mandate: %s', (actingFor, mandate, lacks) => {
    const given = { complainant: { ...complaint.complainant, actingFor }, mandate }
    expect(lacksMandate(given)).toBe(lacks)
    expect(mayActFor(given).allowed).toBe(!lacks)
  })
})

describe('until mandate is on record', () => {
  const unproved = withComplaint(fullFacts, { mandate: null })

  it.each([
    ['L3', 'progress'],
    ['L4', 'upheld'],
    ['L5', 'refused'],
  ] as const)(
    '%s goes to the person whose data it is, nobody else’s address on it',
    (kind, variant) => {
      const { recipientLines, copies } = documentOf(unproved, planOf(kind, variant))
      expect(recipientLines).toEqual(['Ông/Bà Nguyễn Thị Sen'])
      expect(copies[0]).toBe('- Như trên;')
    },
  )

  it.each([
    ['L1', 'received'],
    ['L2', 'identity'],
  ] as const)('%s goes to whoever asked: they are told what to show', (kind, variant) => {
    expect(documentOf(unproved, planOf(kind, variant)).recipientLines[0]).toBe('Bà Đỗ Thị Hoà')
  })

  it('with it the answer goes to the representative', () => {
    const { recipientLines } = documentOf(fullFacts, planOf('L4', 'upheld'))
    expect(recipientLines[0]).toBe('Bà Đỗ Thị Hoà')
  })
})
