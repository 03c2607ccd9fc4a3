import { describe, expect, it } from 'vitest'
import type { Complaint, Point } from '#core/complaints/model.ts'
import { outcomeOfPoints, reasonOfPoints } from '#core/complaints/points.ts'
import { composeParts } from '#core/letters/composition/letter-content.ts'
import { unmetChecks } from '#core/letters/composition/unmet-checks.ts'
import type { HousePhrase } from '#core/phrases/model.ts'
import type { Language } from '#core/taxonomies/term.ts'
import { fullFacts, planOf, withComplaint } from './letter-facts.ts'

const SOLD: Point = {
  id: 'sold',
  text: 'Số điện thoại bị chuyển cho bên bán khóa học.',
  clauses: ['1.4'],
  finding: 'upheld',
  reason: 'Tệp khách hàng đã được gửi ra ngoài\nngày 03/11',
}
const CALLED: Point = {
  id: 'called',
  text: 'Bị gọi từ số 0912 345 678',
  clauses: [],
  finding: 'unfounded',
  reason: 'Cuộc gọi không xuất phát từ dữ liệu của website.',
}

function factsOf(points: readonly Point[], more: Partial<Complaint> = {}) {
  const found = { outcome: outcomeOfPoints(points), outcomeReason: reasonOfPoints(points) }
  return withComplaint(fullFacts, { clauses: ['1.4', '2.5'], points, ...found, ...more })
}

function partsOf(points: readonly Point[], language: Language = 'vi', more?: Partial<Complaint>) {
  const facts = factsOf(points, more)
  const plan = planOf('L4', '', language)
  const parts = composeParts(facts, plan)
  const text = (key: string) => parts.find((part) => part.key === key)?.text ?? ''
  return { facts, parts, plan, told: text('complaint'), finding: text('finding') }
}

describe('a letter that answers a complaint of several points', () => {
  it('lists them in the order of the complaint and answers each in turn', () => {
    const { told, finding } = partsOf([SOLD, CALLED])
    expect(told).toContain(`Khiếu nại gồm các điểm sau:
- Điểm 1: Số điện thoại bị chuyển cho bên bán khóa học.
- Điểm 2: Bị gọi từ số **** *** 678.`)
    expect(finding).toContain('Khiếu nại của Bà là đúng một phần.')
    expect(finding).toMatch(
      /Ban quản trị trả lời từng điểm khiếu nại như sau:\n- Điểm 1 \(Số điện thoại bị chuyển cho bên bán khóa học\): khiếu nại đúng\. Tệp khách hàng đã được gửi ra ngoài ngày 03\/11\. Nội dung liên quan trong Quy định bảo mật thông tin: “[^”]+”\.\n- Điểm 2 \(Bị gọi từ số [^)]*\): khiếu nại không có cơ sở\. Cuộc gọi không xuất phát từ dữ liệu của website\./u,
    )
  })

  it('says the same in English', () => {
    const { told, finding } = partsOf([SOLD, CALLED], 'en')
    expect(told).toContain('The complaint has these points:\n- Point 1: Số điện thoại')
    expect(finding).toContain('Your complaint is upheld in part.')
    expect(finding).toContain('The board answers each point of your complaint:\n- Point 1 (')
    expect(finding).toContain('): unfounded. Cuộc gọi')
  })

  it('tells no reason and no passage twice', () => {
    const { finding } = partsOf([SOLD, CALLED])
    expect(finding.split('Tệp khách hàng đã được gửi ra ngoài')).toHaveLength(2)
    // That of the first point, and the one no point names.
    expect(finding.match(/“[^”]+”/gu)).toHaveLength(2)
    expect(new Set(finding.match(/“[^”]+”/gu)).size).toBe(2)
  })

  it.each([
    ['upheld', ['upheld', 'upheld'], 'là đúng.'],
    ['unfounded', ['unfounded', 'unfounded'], 'không có cơ sở.'],
    ['insufficient', ['insufficient', 'insufficient'], 'Chưa đủ thông tin để kết luận khiếu nại'],
    [
      'insufficient beside unfounded',
      ['unfounded', 'insufficient'],
      'Khiếu nại của Bà có nội dung không có cơ sở và có nội dung chưa đủ thông tin để kết luận.',
    ],
  ] as const)(
    'when %s, has the wording of that outcome above the points',
    (_o, [one, two], words) => {
      const { finding } = partsOf([
        { ...SOLD, finding: one },
        { ...CALLED, finding: two },
      ])
      expect(finding).toContain(words)
      expect(finding).toContain('- Điểm 2 (')
    },
  )

  it('begins with nothing that an unfounded point contradicts, in English too', () => {
    const mixed = [
      { ...SOLD, finding: 'unfounded' },
      { ...CALLED, finding: 'insufficient' },
    ] as const
    expect(partsOf(mixed).finding).not.toContain('Chưa đủ thông tin để kết luận khiếu nại')
    const { finding } = partsOf(mixed, 'en')
    expect(finding.split('\n')[0]).toBe(
      'Your complaint is unfounded in part; for the rest there is not enough information to decide.',
    )
    expect(
      partsOf([], 'vi', { outcome: 'insufficient', outcomeReason: 'Thiếu.' }).finding,
    ).toContain('Chưa đủ thông tin để kết luận khiếu nại của Bà.')
  })

  it('answers each in the words of a board that has its own', () => {
    const own: HousePhrase = {
      ...{ version: 1, kind: 'L4', variant: 'partly-upheld', part: 'finding' },
      ...{ vi: 'Kết luận của Ban: đúng một phần.\n{outcomeReason}\n{clauses}', en: 'In part.' },
      ...{ authorId: 'chair', createdAt: '2026-11-01T00:00:00.000Z' },
    }
    const facts = { ...factsOf([SOLD, CALLED]), phrases: [own] }
    const parts = composeParts(facts, planOf('L4', ''))
    const text = parts.find(({ key }) => key === 'finding')?.text ?? ''
    expect(text.split('\n').map((line) => line.slice(0, 12))).toEqual([
      ...['Kết luận của', 'Ban quản trị', '- Điểm 1 (Số', '- Điểm 2 (Bị'],
      expect.stringMatching(/^“/u),
    ])
  })

  it('answers none while one is open, and a complaint of one point as before', () => {
    expect(partsOf([SOLD, { ...CALLED, finding: null }]).finding).not.toContain('Điểm 1')
    const { told, finding } = partsOf([], 'vi', { outcome: 'upheld', outcomeReason: 'Đúng.' })
    expect(told).not.toContain('các điểm')
    expect(finding).not.toContain('từng điểm')
  })

  it('says why it ends, and no points, where two persons decided that it ends', () => {
    const { finding } = partsOf([SOLD, CALLED], 'vi', {
      ...{ outcome: 'withdrawn', outcomeReason: 'Bà đã rút.', endingId: 'e' },
    })
    expect(finding).toBe('Bà đã rút khiếu nại; việc giải quyết kết thúc tại đây.\nBà đã rút.')
  })

  it('is shown to author and approver when somebody took a point out of it', () => {
    const { facts, parts, plan } = partsOf([SOLD, CALLED])
    const letter = { ...plan, parts }
    expect(unmetChecks(letter, facts)).not.toContain('points')
    const shorter = parts.map((part) =>
      part.key === 'finding' ? { ...part, text: part.text.split('\n- Điểm 2')[0] ?? '' } : part,
    )
    expect(unmetChecks({ ...letter, parts: shorter }, facts)).toContain('points')
  })
})
