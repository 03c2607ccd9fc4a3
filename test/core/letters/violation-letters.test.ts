import { describe, expect, it } from 'vitest'

import type { LetterFacts } from '#core/letters/composition/facts.ts'
import { documentText } from '#core/letters/page.ts'
import { breach, documentOf, fullFacts, planOf } from './letter-facts.ts'

const withBreach = (changes: Partial<typeof breach>): LetterFacts => ({
  ...fullFacts,
  file: { ...fullFacts.file, breach: { ...breach, ...changes } },
})
const textOf = (facts: LetterFacts, kind: 'L6' | 'L7', variant: 'affected' | 'form-08') =>
  documentText(documentOf(facts, planOf(kind, variant))).join('\n')

describe('a notice to those an incident touched', () => {
  // Law findings, L3: phone and address were complained of, cards and passwords had leaked.
  it('speaks of the data of the violation, not of the complaint', () => {
    const text = textOf(withBreach({ dataItems: ['card', 'password'] }), 'L6', 'affected')
    expect(text).toContain(
      'Thông tin có thể bị ảnh hưởng: thông tin thẻ, giao dịch ngân hàng; mật khẩu tài khoản.',
    )
  })

  it('speaks of the complaint where the violation was ruled out', () => {
    const text = textOf(withBreach({ dataItems: ['card'], state: 'ruled-out' }), 'L6', 'affected')
    expect(text).not.toContain('thông tin thẻ')
  })
})

// The appendix of Decree 356/2025: four parts, their labels, the undertaking.
describe('Form 08', () => {
  const form = (changes: Partial<typeof breach>): string =>
    textOf(withBreach(changes), 'L7', 'form-08')

  it.each([
    '1. Thông tin về tổ chức, doanh nghiệp',
    'Tên tổ chức, doanh nghiệp',
    'Địa chỉ trụ sở chính',
    '2. Mô tả hành vi vi phạm quy định bảo vệ dữ liệu cá nhân',
    'Thời gian',
    'Hành vi vi phạm',
    'Tổ chức, cá nhân có liên quan',
    'Các loại dữ liệu cá nhân liên quan',
    'Số lượng dữ liệu liên quan',
    'Nhân sự chịu trách nhiệm bảo vệ dữ liệu cá nhân',
    'Hậu quả xảy ra',
    'Biện pháp áp dụng',
    '3. Tài liệu kèm theo',
    '4. Cam kết',
    'cam kết chịu trách nhiệm về tính chính xác và tính hợp pháp của thông báo cùng các tài liệu kèm theo và cam kết tuân thủ các quy định của pháp luật.',
  ])('has %s', (line) => {
    expect(form({})).toContain(line)
  })

  it.each([
    ['unknown', null, 'chưa xác định được'],
    ['known', '2026-11-20T02:15:00.000Z', '09 giờ 15 phút, ngày 20 tháng 11 năm 2026'],
    ['estimated', '2026-11-20T02:15:00.000Z', 'ước tính 09 giờ 15 phút, ngày 20 tháng 11 năm 2026'],
  ] as const)('says of the time that it is %s', (occurrence, occurredAt, expected) => {
    expect(form({ occurrence, occurredAt })).toContain(expected)
  })

  it('says how much data, and that it is not known yet', () => {
    expect(form({ dataQuantity: 'khoảng 2.300 bản ghi' })).toContain('khoảng 2.300 bản ghi')
    expect(form({ dataQuantity: '' }).split('\n')).toContain('chưa xác định được')
  })

  it('is the organisation’s, not the board’s', () => {
    const document = documentOf(withBreach({}), planOf('L7', 'form-08'))
    const { legalName } = fullFacts.settings.organisation
    expect(document.issuer).toMatchObject({ parentName: '', name: legalName })
  })
})
