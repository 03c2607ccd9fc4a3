import { describe, expect, it } from 'vitest'

import { lacksMandate, mayActFor } from '#core/complaints/mandate.ts'
import { documentOf, fullFacts, planOf, withComplaint } from '../letters/letter-facts.ts'
import { documentText } from '#core/letters/page.ts'
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
    const given = { complainant: { ...complaint.complainant, actingFor }, mandate, flags: [] }
    expect(lacksMandate(given)).toBe(lacks)
    expect(mayActFor(given).allowed).toBe(!lacks)
  })
})

describe('a child', () => {
  const guardian = { ...paper, guardian: true, paper: 'Giấy khai sinh' }

  // Law 91/2025, Article 24: its parent or guardian asks for its rights, whoever else shows a paper.
  it.each([
    ['speaks for itself', null, null, false, 'GUARDIAN_MISSING'],
    ['speaks for itself, its mother on record', null, guardian, false, null],
    ['is spoken for, nothing on record', 'cháu Lê Bảo Anh', null, true, 'GUARDIAN_MISSING'],
    ['is spoken for by somebody else', 'cháu Lê Bảo Anh', paper, true, 'GUARDIAN_MISSING'],
    ['is spoken for by its guardian', 'cháu Lê Bảo Anh', guardian, false, null],
  ] as const)('that %s', (_how, actingFor, mandate, lacks, refused) => {
    const given = {
      ...{ complainant: { ...complaint.complainant, actingFor }, mandate, flags: ['minor'] },
    }
    expect(lacksMandate(given)).toBe(lacks)
    const decision = mayActFor(given)
    expect(decision.allowed ? null : decision.reasons[0]?.code).toBe(refused)
  })

  const childs = (actingFor: string | null, mandate: typeof paper | null, language: 'vi' | 'en') =>
    documentOf(
      withComplaint(fullFacts, {
        ...{ flags: ['minor'], mandate, complainant: { ...complaint.complainant, actingFor } },
      }),
      planOf('L4', 'upheld', language),
    ).recipientLines[0]

  it.each([
    // Nobody showed that they may: the answer is the child’s, and never the child’s alone.
    ['cháu Lê Bảo Anh', null, 'vi', 'Em Lê Bảo Anh và cha, mẹ hoặc người giám hộ'],
    ['cháu Lê Bảo Anh', paper, 'vi', 'Em Lê Bảo Anh và cha, mẹ hoặc người giám hộ'],
    ['cháu Lê Bảo Anh', null, 'en', 'Lê Bảo Anh and their parent or guardian'],
    ['cháu Lê Bảo Anh', guardian, 'vi', 'Bà Đỗ Thị Hoà'],
    [null, guardian, 'vi', 'Em Đỗ Thị Hoà và cha, mẹ hoặc người giám hộ'],
    // That a child is concerned does not say that whoever complains is one.
    // Nobody on record speaks for it: what was found is no child's to read alone.
    [null, null, 'vi', 'Em Đỗ Thị Hoà và cha, mẹ hoặc người giám hộ'],
  ] as const)(
    'spoken of as %s with %j is answered in %s: %s',
    (actingFor, mandate, language, to) => {
      expect(childs(actingFor, mandate, language)).toBe(to)
    },
  )

  it('is not called Ông or Bà in the letter', () => {
    const facts = withComplaint(fullFacts, {
      ...{ flags: ['minor'], mandate: guardian },
      complainant: { ...complaint.complainant, actingFor: null },
    })
    const text = documentText(documentOf(facts, planOf('L4', 'upheld'))).join('\n')
    expect(text).toContain('Ông/Bà')
    expect(text).not.toMatch(/(?<!Ông\/)Bà Đỗ/u)
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
