import { describe, expect, it } from 'vitest'

import type { CaseFile } from '#core/case/case-file.ts'
import { CHANNELS, SALUTATIONS } from '#core/complaints/model.ts'
import { FINDINGS, wasLookedAt, type RootCause } from '#core/investigation/model.ts'
import { lowerFirst } from '#core/kernel/text.ts'
import type { LetterDocument } from '#core/letters/document.ts'
import { CAUSES } from '#core/taxonomies/causes.ts'
import { nameOf } from '#core/taxonomies/term.ts'
import { step } from '../case/case-facts.ts'
import {
  documentOf,
  factsFor,
  fullFacts,
  fullFile,
  LANGUAGES,
  planOf,
  textOf,
  withComplaint,
  withFile,
} from './letter-facts.ts'

describe('a complaint that ends without its result', () => {
  it.each(['outside-remit', 'duplicate'] as const)(
    'says of no check that it was made: %s',
    (outcome) => {
      const plan = planOf('L4', outcome)
      const text = textOf(factsFor(fullFacts, plan), plan, 'opening')
      expect(text).toContain(
        'Sau khi xem xét nội dung khiếu nại, Ban quản trị thông báo kết quả như sau:',
      )
      expect(text).not.toMatch(/kiểm tra|xác minh/u)
      const english = planOf('L4', outcome, 'en')
      expect(textOf(factsFor(fullFacts, english), english, 'opening')).not.toMatch(
        /checked|verified/u,
      )
    },
  )
})

describe('single facts in a sentence', () => {
  const opening = (facts = fullFacts, kind: 'L1' | 'L3' = 'L3') =>
    textOf(facts, planOf(kind, kind === 'L1' ? 'received' : 'progress'), 'opening')

  it.each([
    ['phone', 'khiếu nại của Bà qua điện thoại,'],
    ['email', 'khiếu nại của Bà qua thư điện tử,'],
    ['in-person', 'khiếu nại của Bà được trình bày trực tiếp,'],
    ['post', 'khiếu nại của Bà qua đường bưu điện,'],
    ['web-form', 'khiếu nại của Bà qua biểu mẫu trên website,'],
    ['authority', 'khiếu nại của Bà do cơ quan nhà nước chuyển đến,'],
  ] as const)('the channel %s: “%s”', (channel, said) => {
    expect(opening(withComplaint(fullFacts, { channel }))).toContain(said)
  })

  it.each([
    ['mr', 'của Ông '],
    ['ms', 'của Bà '],
    ['unknown', 'của Ông/Bà '],
  ] as const)('the form of address %s: “%s”', (salutation, said) => {
    const complainant = { ...fullFile.complaint.complainant, salutation }
    expect(SALUTATIONS).toContain(salutation)
    expect(opening(withComplaint(fullFacts, { complainant }))).toContain(said)
  })

  it('the moment of receipt, by the Vietnamese clock', () => {
    expect(opening(fullFacts, 'L1')).toContain('Lúc 15 giờ 30 phút, ngày 22 tháng 11 năm 2026,')
  })

  it.each([
    ['Bị gọi quảng cáo...', 'về việc: Bị gọi quảng cáo. '],
    ['Bị lộ số?!', 'về việc: Bị lộ số. '],
    ['Một\n hai ', 'về việc: Một hai. '],
  ])('the subject %j: “%s”', (subject, said) => {
    expect(opening(withComplaint(fullFacts, { subject }))).toContain(said)
  })

  it.each([
    ['Xóa số', 'Xóa số.'],
    ['Xóa số.', 'Xóa số.'],
    ['Xóa số?', 'Xóa số?'],
    ['Nói “thôi.”', 'Nói “thôi.”'],
    ['Xóa số;\n', 'Xóa số.'],
    ['- Xóa số;\n- xin lỗi;', '- Xóa số;\n- xin lỗi.'],
  ])('what was wanted, %j, ends as sentences end', (wanted, said) => {
    const sheet = planOf('L9', 'sheet')
    expect(textOf(withComplaint(fullFacts, { wanted }), sheet, 'wanted')).toBe(said)
  })

  it('one day of checking is not a period', () => {
    const [check] = fullFile.stateChecks
    const facts = withFile(fullFacts, { stateChecks: check === undefined ? [] : [check] })
    const text = textOf(facts, planOf('L3', 'progress'), 'progress')
    expect(text).toContain('Ngày 22 tháng 11 năm 2026, Ban quản trị đã kiểm tra')
  })

  it.each(FINDINGS.filter((finding) => wasLookedAt({ finding })))(
    'a finding %s has words in both languages',
    (finding) => {
      const [check] = fullFile.stateChecks
      const stateChecks = check === undefined ? [] : [{ ...check, finding }]
      for (const language of LANGUAGES) {
        const plan = planOf('L4', 'upheld', language)
        const facts = factsFor(withFile(fullFacts, { stateChecks }), plan)
        expect(textOf(facts, plan, 'check')).toMatch(/\n- .+\), .+: \p{L}.+\.\n/u)
      }
    },
  )

  it('what was not checked is told with its reason, and is no system that was checked', () => {
    const [check] = fullFile.stateChecks
    const detail = 'Hệ thống đã ngừng, gọi 0912 345 678'
    const stateChecks = check === undefined ? [] : [{ ...check, finding: 'not-checked', detail }]
    const plan = planOf('L4', 'upheld')
    const facts = factsFor(withFile(fullFacts, { stateChecks } as Partial<CaseFile>), plan)
    const text = textOf(facts, plan, 'check')
    expect(text).toMatch(/\n?- .+\): không kiểm tra, lý do: Hệ thống đã ngừng, gọi \*.+ 678\.\n/u)
    expect(text).not.toContain('0912 345 678')
    expect(text).not.toContain('đã kiểm tra tình trạng thông tin tại')
  })

  it.each(CHANNELS)(
    'a sheet of %s confirms the read-back only where somebody heard it, and said so',
    (channel) => {
      const confirmed = (variant: string) =>
        documentOf(withComplaint(fullFacts, { channel }), planOf('L9', variant)).parts.some(
          ({ key }) => key === 'confirmation',
        )
      expect(confirmed('sheet')).toBe(false)
      expect(confirmed('read-back')).toBe(channel === 'phone' || channel === 'in-person')
    },
  )

  it('the cause is stated, or why there is none, never both', () => {
    const plan = planOf('L4', 'insufficient')
    const causeOf = (state: 'established' | 'undetermined' | 'open') => {
      const { rootCause } = fullFile
      const cause =
        rootCause === null
          ? null
          : { ...rootCause, state, undeterminedReason: 'Nhật ký đã bị ghi đè' }
      return textOf(factsFor(withFile(fullFacts, { rootCause: cause }), plan), plan, 'cause')
    }
    expect(causeOf('established')).toMatch(/danh sách khách hàng\.\nLoại nguyên nhân: .+\.$/u)
    expect(causeOf('undetermined')).toBe(
      'Đến nay chưa xác định được nguyên nhân. Lý do: Nhật ký đã bị ghi đè.',
    )
    expect(causeOf('open')).toBe('')
  })

  it.each([
    ['until when an undetermined one is looked for', { searchUntil: '2099-03-05' }, true],
    ['no day that is over', { searchUntil: '2020-03-05' }, false],
    ['no day where none is promised', { searchUntil: null }, false],
  ] as const)('of the cause, %s', (_, changes, isSaid) => {
    const plan = planOf('L4', 'insufficient')
    const cause = rootCauseWith({ state: 'undetermined', undeterminedReason: 'Mất nhật ký' })
    const file = withFile(fullFacts, { rootCause: { ...cause, ...changes } })
    const said = 'Ban quản trị tiếp tục tìm nguyên nhân đến hết ngày 05 tháng 3 năm 2099.'
    expect(textOf(factsFor(file, plan), plan, 'cause').includes(said)).toBe(isSaid)
  })

  it('other causes are named once confirmed; those only suspected never are', () => {
    const plan = planOf('L4', 'upheld')
    const rootCause = rootCauseWith({ contributing: ['NN-03'], suspected: ['NN-04'] })
    const text = textOf(factsFor(withFile(fullFacts, { rootCause }), plan), plan, 'cause')
    const [first = '', second = ''] = namesOfCauses(['NN-03', 'NN-04'])
    expect(text).toContain(`Nguyên nhân khác đã được xác nhận: ${lowerFirst(first)}.`)
    expect(text.toLowerCase()).not.toContain(second.toLowerCase())
  })
})

describe('the measures', () => {
  const tableOf = (document: LetterDocument) =>
    document.parts
      .filter(({ key }) => key === 'remedy')
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.type === 'table' ? block.rows : []))
  const planned = planOf('L4', 'upheld')
  const notice = planOf('L6', 'affected')

  it('stand in a table under the line that counts them; dropped ones do not', () => {
    const facts = factsFor(fullFacts, planned)
    expect(textOf(facts, planned, 'remedy')).toBe(
      'Để sự việc không lặp lại, Ban quản trị rút ra bài học: Chỉ người được duyệt mới xuất được danh sách khách hàng.\n' +
        'Ban quản trị đã và sẽ thực hiện 03 biện pháp sau đây:',
    )
    expect(tableOf(documentOf(facts, planned))).toEqual([
      ['Thu hồi, yêu cầu bên nhận xóa dữ liệu: Thu hồi tệp đã xuất', 'Hoàn thành 26/11/2026'],
      ['Sửa phân quyền, cấu hình: Chỉ cho xem đơn đang giao', 'Chậm nhất 10/12/2026'],
      [
        'Ngừng quảng cáo, đưa vào danh sách từ chối: Đưa số vào danh sách từ chối',
        'Chậm nhất 30/11/2026',
      ],
    ])
  })

  it.each([
    [
      'vi',
      'Bồi thường, hoàn tiền: Trả lại tiền (số tiền 2.000.000 đồng, theo quyết định ngày 25/11/2026)',
    ],
    ['en', 'Compensate or refund: Trả lại tiền (2,000,000 VND, decided on 25/11/2026)'],
  ] as const)(
    'that are paid tell how much and when it was decided, not by whom: %s',
    (language, told) => {
      const compensation = { amount: 2_000_000, decidedBy: 'chair', decidedOn: '2026-11-25' }
      const paid = { ...step, type: 'KP-41', description: 'Trả lại tiền', compensation }
      const plan = planOf('L4', 'upheld', language)
      const facts = factsFor(withFile(fullFacts, { steps: [paid] }), plan)
      expect(tableOf(documentOf(facts, plan)).map(([measure]) => measure)).toEqual([told])
    },
  )

  it('are none when it is on record why', () => {
    const none = withComplaint(withFile(fullFacts, { steps: [] }), {
      noRemedyReason: 'Thông tin không bị lộ',
    })
    const unlearnt = planOf('L4', 'upheld', 'vi', { lessons: '' })
    const facts = factsFor(none, unlearnt)
    expect(textOf(facts, unlearnt, 'remedy')).toBe(
      'Không cần áp dụng biện pháp khắc phục. Lý do: Thông tin không bị lộ.',
    )
    expect(tableOf(documentOf(facts, planned))).toEqual([])
  })

  it('are told to others by kind alone, once each, without what was done for the complainant', () => {
    const steps = [
      { ...step, type: 'KP-21', description: 'Khóa tài khoản của bà Hoà' },
      { ...step, type: 'KP-21', description: 'Khóa tài khoản thứ hai' },
      { ...step, type: 'KP-21', description: 'Xong', state: 'done', doneOn: '2026-11-25' },
      { ...step, type: 'KP-13', description: 'Bà Hoà từ chối quảng cáo' },
      { ...step, type: 'KP-40', description: 'Xin lỗi bà Hoà' },
      { ...step, type: 'KP-41', description: 'Hoàn tiền cho bà Hoà' },
      { ...step, type: 'KP-43', description: '' },
    ] as const
    const facts = withFile(fullFacts, { steps })
    expect(tableOf(documentOf(facts, notice))).toEqual([
      ['Sửa phân quyền, cấu hình', 'Chậm nhất 30/11/2026'],
      ['Sửa phân quyền, cấu hình', 'Hoàn thành 25/11/2026'],
      ['Thông báo người bị ảnh hưởng', 'Chậm nhất 30/11/2026'],
    ])
    expect(textOf(facts, notice, 'remedy')).toContain('03 biện pháp')
  })
})

function rootCauseWith(changes: Partial<RootCause>): RootCause {
  if (fullFile.rootCause === null) throw new Error('no cause')
  return { ...fullFile.rootCause, ...changes }
}

function namesOfCauses(codes: readonly string[]): readonly string[] {
  return codes.map((code) => nameOf(CAUSES, code, 'vi'))
}
