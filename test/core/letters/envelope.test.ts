import { describe, expect, it } from 'vitest'

import { buildDocument } from '#core/letters/composition/letter-document.ts'
import {
  composeMail,
  statedValues,
  type LetterPlan,
} from '#core/letters/composition/letter-content.ts'
import type { Letter } from '#core/letters/model.ts'
import { letter } from '../case/case-facts.ts'
import {
  blankPlan,
  contentOf,
  documentOf,
  emptyFacts,
  engagement,
  EVERY_PLAN,
  factsFor,
  fullFacts,
  planOf,
  textOf,
  withFile,
} from './letter-facts.ts'

const PLANS = EVERY_PLAN.map((plan) => ({
  name: `${plan.kind} ${plan.variant} ${plan.language}`,
  plan,
}))

describe('the addressee', () => {
  const linesOf = (plan: LetterPlan, facts = fullFacts) => documentOf(facts, plan).recipientLines

  it('is the complainant, contacts masked', () => {
    expect(linesOf(planOf('L3', 'progress'))).toEqual([
      'Bà Đỗ Thị Hoà',
      'Địa chỉ: 5 Lê Lợi, phường Hải Châu, Đà Nẵng',
      'Điện thoại: *******678',
      'Thư điện tử: h***@example.vn',
    ])
  })

  it('has no line for what is not known', () => {
    expect(linesOf(planOf('L3', 'progress', 'en'), emptyFacts)).toEqual(['Ms Đỗ Thị Hoà'])
  })

  it('is the firm engaged', () => {
    expect(linesOf(planOf('L8', 'firm'))).toEqual([
      'Công ty Cổ phần An ninh mạng Sao Khuê',
      'Địa chỉ: 25 Duy Tân, phường Cầu Giấy, Hà Nội',
    ])
  })

  it.each([
    ['L6', 'affected'],
    ['L8', 'processor'],
  ] as const)('of %s %s is whom the author names', (kind, variant) => {
    expect(linesOf(planOf(kind, variant))).toEqual([
      'Ông Vũ Đình Kha',
      'Địa chỉ: 9 Trần Phú, Huế',
      'Thư điện tử: k***@example.vn',
    ])
  })

  it('is nobody while nobody is named, and then no copy goes to anybody', () => {
    const plan = blankPlan(planOf('L8', 'processor'))
    expect(linesOf(plan)).toEqual([])
    expect(documentOf(fullFacts, plan).copies).toEqual(['- Lưu: VT, BQT.'])
  })

  it('is named under the letter', () => {
    expect(documentOf(fullFacts, planOf('L8', 'firm')).copies).toEqual([
      '- Như trên;',
      '- Lưu: VT, BQT.',
    ])
    expect(documentOf(fullFacts, planOf('L8', 'firm', 'en')).copies).toEqual([
      '- The addressee;',
      '- File.',
    ])
    expect(documentOf(fullFacts, planOf('L9', 'sheet')).copies).toEqual([])
  })

  it('is not a firm whose work has ended up elsewhere', () => {
    const facts = withFile(fullFacts, { engagements: [{ ...engagement, id: 'other' }] })
    expect(linesOf(planOf('L8', 'firm'), facts)).toEqual([])
  })
})

describe('the e-mail a letter leaves with', () => {
  const issued = {
    letterTitle: 'Thông báo kết quả',
    letterNumber: '07/TB-BQT',
    letterDay: '20 tháng 12 năm 2026',
  }
  const mailable = PLANS.filter(({ plan }) => plan.kind !== 'L9')

  it.each(mailable)(
    'of $name names the letter, the code and how to reach the board',
    ({ plan }) => {
      const { subject, text } = composeMail(factsFor(fullFacts, plan), plan, issued)
      expect(subject).toMatch(/^\[KN-2026-0001\] Thông báo kết quả (?:số|No\.) 07\/TB-BQT$/u)
      const expected = ['Thông báo kết quả', '07/TB-BQT', issued.letterDay, 'KN-2026-0001']
      expect([...expected, '028 38 49 40 88'].filter((fact) => !text.includes(fact))).toEqual([])
      expect(text).not.toMatch(/[{}]| {2}|\n{3}|^\n|\n$/u)
    },
  )

  it.each(mailable)('of $name repeats nothing of the case', ({ plan }) => {
    const { subject, text } = composeMail(factsFor(fullFacts, plan), plan, issued)
    const told = [
      'bảo hiểm',
      'Nguyễn Thị Sen',
      'ra ngoài hệ thống',
      'Đang chờ người bán',
      'Lịch sử mua hàng',
      'quảng cáo',
      'Lê Lợi',
    ]
    expect(told.filter((fact) => `${subject}\n${text}`.includes(fact))).toEqual([])
  })
})

describe('what a letter rests on', () => {
  it('is every fact its phrases name, and its variant', () => {
    const plan = planOf('L2', 'information')
    const stated = statedValues(fullFacts, plan)
    expect(stated).toMatchObject({
      variant: 'information',
      replyBy: '05 tháng 12 năm 2026',
      dueOn: '22 tháng 12 năm 2026',
    })
    expect(Object.keys(stated)).not.toContain('cause')
    expect(Object.keys(stated)).not.toContain('letterNumber')
  })

  it('follows the board’s own wording', () => {
    const own = {
      kind: 'L2',
      variant: '',
      part: 'contact',
      version: 1,
      vi: 'Gọi {phone}.',
      en: 'Call {phone}.',
      authorId: 'chair',
      createdAt: '2026-11-22T08:30:00.000Z',
    } as const
    const facts = { ...fullFacts, phrases: [own] }
    const plan = planOf('L2', 'information')
    expect(textOf(facts, plan, 'contact')).toBe('Gọi 028 38 49 40 88.')
    expect(Object.keys(statedValues(facts, plan))).not.toContain('address')
  })
})

describe('a correction', () => {
  const plan = planOf('L1', 'received')
  const issued = { ...letter, id: 'first', kind: 'L1', state: 'issued' } as const
  const correct = (first: Letter) => {
    const facts = withFile(fullFacts, { letters: [first] })
    const content = { ...contentOf(facts, plan), replacesId: 'first' }
    return buildDocument(content, facts, 'letter', null).parts[0]
  }

  it('names the letter it replaces before anything else', () => {
    expect(correct({ ...issued, number: '03/TB-BQT', issuedOn: '2026-11-23' })).toEqual({
      key: 'replaces',
      heading: null,
      blocks: [
        {
          type: 'paragraph',
          text: 'Văn bản này thay thế Thông báo tiếp nhận khiếu nại số 03/TB-BQT ngày 23 tháng 11 năm 2026 của Ban quản trị website.',
        },
      ],
    })
  })

  it('names none that was never issued', () => {
    expect(correct(issued)?.key).toBe('opening')
  })
})
