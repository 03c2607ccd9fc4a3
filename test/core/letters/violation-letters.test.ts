import { describe, expect, it } from 'vitest'

import type { LetterFacts } from '#core/letters/composition/facts.ts'
import type { PassedOn } from '#core/rights/model.ts'
import { documentText } from '#core/letters/page.ts'
import { missingForLetter } from '#core/letters/composition/readiness.ts'
import { letter } from '../case/case-facts.ts'
import {
  breach,
  deletionAsked,
  documentOf,
  fullFacts,
  planOf,
  withComplaint,
  withFile,
} from './letter-facts.ts'

const withBreach = (changes: Partial<typeof breach>): LetterFacts => ({
  ...fullFacts,
  file: { ...fullFacts.file, breach: { ...breach, ...changes } },
})
const textOf = (facts: LetterFacts, kind: 'L6' | 'L7', variant: string) =>
  documentText(documentOf(facts, planOf(kind, variant))).join('\n')

describe('a notice to those an incident touched', () => {
  // Law findings, L3: phone and address were complained of, cards and passwords had leaked.
  it('speaks of the data of the violation, not of the complaint', () => {
    const text = textOf(withBreach({ dataItems: ['card', 'password'] }), 'L6', 'affected')
    expect(text).toContain(
      'Thông tin có thể bị ảnh hưởng: thông tin thẻ, giao dịch ngân hàng; mật khẩu tài khoản.',
    )
  })

  it.each([
    ['password', 'Đổi mật khẩu tài khoản'],
    ['account', 'Đổi mật khẩu tài khoản'],
    ['card', 'khóa hoặc cấp lại thẻ'],
    ['voucher', 'Giữ kín mã voucher'],
    ['id-number', 'kiểm tra khoản vay, thuê bao điện thoại đứng tên mình'],
    ['id-image', 'Không gửi ảnh giấy tờ tùy thân cho người lạ'],
    ['biometrics', 'Không gửi ảnh giấy tờ tùy thân cho người lạ'],
    ['location', 'Tắt chia sẻ vị trí'],
  ])('advises what fits %s, and no more than that', (item, advice) => {
    const text = textOf(withBreach({ dataItems: [item] }), 'L6', 'affected')
    expect(text).toContain(advice)
    const others = ['Đổi mật khẩu', 'cấp lại thẻ', 'Giữ kín mã voucher', 'Tắt chia sẻ vị trí']
    const said = others.filter((each) => text.includes(each))
    expect(said.filter((each) => !advice.includes(each))).toEqual([])
    // Whatever it was that leaked.
    expect(text).toContain('Cảnh giác với cuộc gọi, tin nhắn tự xưng là nhân viên website')
    expect(text).toContain('Báo ngay cho Ban quản trị khi phát hiện dấu hiệu bất thường')
  })

  it('speaks of the complaint where the violation was ruled out', () => {
    const text = textOf(withBreach({ dataItems: ['card'], state: 'ruled-out' }), 'L6', 'affected')
    expect(text).not.toContain('thông tin thẻ')
  })
})

// Decree 356/2025, Article 29.2: six points, here as an official would look for them.
describe.each(['affected', 'listed', 'public'])('a notice to those touched (%s)', (variant) => {
  const text = textOf(withBreach({}), 'L6', variant)
  it.each([
    'Thời điểm phát hiện: 14 giờ 05 phút, ngày 22 tháng 11 năm 2026.',
    'Hình thức phát hiện: Kiểm tra nhật ký truy cập theo khiếu nại của khách hàng.',
    'Thông tin có thể bị ảnh hưởng: họ và tên; số điện thoại; lịch sử mua hàng.',
    'Mức độ nghiêm trọng, rủi ro có thể xảy ra: ',
    'Ban quản trị đã và sẽ thực hiện 02 biện pháp sau đây:',
    'Để tự bảo vệ, đề nghị Ông/Bà:',
    'Nhân sự chịu trách nhiệm bảo vệ dữ liệu cá nhân: Vũ Minh Châu, ',
    'Bộ phận tiếp nhận, xử lý sự cố: Ban quản trị website; điện thoại ',
  ])('says %s', (line) => {
    expect(text).toContain(line)
  })
})

describe('the record of a violation', () => {
  const record = (changes: Partial<typeof breach> = {}): string =>
    textOf(withBreach(changes), 'L7', 'record')

  it('begins, names those present, and ends as a biên bản does', () => {
    const text = record()
    expect(text).toContain(
      'Hôm nay, hồi 15 giờ 00 phút, ngày 22 tháng 11 năm 2026, tại Phòng họp 2, trụ sở công ty, ',
    )
    expect(text).toContain('- Trần Quốc Bảo, Trưởng ban;'.slice(0, -1))
    expect(text).toContain('- Lê Minh Tâm, Thư ký')
    expect(text).toContain('Qua kiểm tra, các thành viên thống nhất ghi nhận:')
    expect(text).toContain(
      'Căn cứ khoản 1 Điều 23, vi phạm nêu trên thuộc trường hợp phải thông báo cho cơ quan chuyên trách bảo vệ dữ liệu cá nhân.',
    )
    expect(text).toContain(
      'Biên bản kết thúc hồi 16 giờ 15 phút cùng ngày, được lập thành 02 bản, các thành viên đã đọc lại và thống nhất ký tên./.',
    )
    expect(text).not.toContain('Cam kết')
  })

  it('has a place to sign for everybody present', () => {
    const document = documentOf(withBreach({}), planOf('L7', 'record'))
    const blocks = document.parts.flatMap((part) => part.blocks)
    expect(blocks.filter(({ type }) => type === 'signatures')).toEqual([
      {
        type: 'signatures',
        people: [
          { name: 'Trần Quốc Bảo', capacity: 'TRƯỞNG BAN' },
          { name: 'Lê Minh Tâm', capacity: 'THƯ KÝ' },
        ],
      },
    ])
  })

  it('names the day of its end where that is another', () => {
    expect(record({ minutesTo: '2026-11-23T01:30:00.000Z' })).toContain(
      'Biên bản kết thúc hồi 08 giờ 30 phút, ngày 23 tháng 11 năm 2026, được lập thành',
    )
  })

  it('says that nothing is owed where that was decided', () => {
    expect(record({ harmNotice: 'not-owed', harmReason: 'Chỉ một số' })).toContain(
      'vi phạm nêu trên không thuộc trường hợp phải thông báo cho cơ quan chuyên trách bảo vệ dữ liệu cá nhân.\nLý do: Chỉ một số.',
    )
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
    'Các loại dữ liệu cá nhân và số lượng dữ liệu liên quan',
    'Nhân sự chịu trách nhiệm bảo vệ dữ liệu cá nhân',
    'Hậu quả xảy ra',
    'Biện pháp áp dụng',
    '3. Tài liệu kèm theo',
    '4. Cam kết',
    'Nội dung nào chưa xác định được tại thời điểm thông báo sẽ được thông báo bổ sung ngay khi có kết quả xác minh.',
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
    const dataItems = ['phone', 'password']
    const data = 'Số điện thoại; Mật khẩu tài khoản'
    expect(form({ dataItems, dataQuantity: 'khoảng 2.300 bản ghi' })).toContain(
      `${data}; số lượng: khoảng 2.300 bản ghi`,
    )
    expect(form({ dataItems, dataQuantity: '' })).toContain(`${data}; số lượng: chưa xác định được`)
  })

  it('is the organisation’s, not the board’s', () => {
    const document = documentOf(withBreach({}), planOf('L7', 'form-08'))
    const { legalName } = fullFacts.settings.organisation
    expect(document.issuer).toMatchObject({ parentName: '', name: legalName })
  })
})

// Law 91/2025, Articles 10 and 14: whoever processes or received the data carries it out too.
describe('a right passed on', () => {
  const text = documentText(documentOf(fullFacts, planOf('L8', 'pass-on'))).join('\n')

  it.each([
    'Ban quản trị đề nghị Ông Vũ Đình Kha thực hiện:',
    '- Xóa dữ liệu: xóa, hủy dữ liệu cá nhân, kể cả các bản sao.',
    'Dữ liệu cần thực hiện:',
    'xác nhận bằng văn bản, nêu rõ việc đã làm và ngày hoàn thành, chậm nhất vào ngày 05 tháng 12 năm 2026.',
    'Nếu không thực hiện được toàn bộ hoặc một phần, đề nghị nêu lý do',
  ])('says to whoever is told: %s', (line) => {
    expect(text).toContain(line)
  })

  const { file } = fullFacts
  const second = { ...deletionAsked, id: 'second', kind: 'correct' } as const
  const open = withFile(fullFacts, { rights: [deletionAsked, second] })

  // It is carried out by whoever is told, and not called back: first it is on record who asks, and that they may.
  it.each([
    // Said once, whichever of the two it names lacks it.
    ['nobody was checked for', open, 'right second', 'IDENTITY_NOT_CHECKED'],
    ['asked by proxy', withComplaint(fullFacts, { mandate: null }), 'right', 'MANDATE_MISSING'],
    ['a child asks', withComplaint(fullFacts, { flags: ['minor'] }), 'right', 'GUARDIAN_MISSING'],
    ['not of the case', fullFacts, 'right second', 'REFUSED_RIGHT_SETTLED'],
    [
      'taken back',
      withFile(fullFacts, { rights: file.rights.map((each) => ({ ...each, state: 'dropped' })) }),
      ...['right', 'REFUSED_RIGHT_SETTLED'],
    ],
    ['with all of it on record', fullFacts, 'right', null],
  ] as const)('%s is written of by no letter before it may be', (_what, facts, passesOn, code) => {
    const plan = planOf('L8', 'pass-on', 'vi', { passesOn })
    const codes = missingForLetter(plan, letter.signatory, facts).map((issue) => issue.code)
    expect(codes).toEqual(code === null ? [] : [code])
  })

  const told = {
    ...{ id: 'a', recipient: 'Cửa hàng Hoa Mai', toldOn: '2026-11-23', letterId: null },
    ...{ reference: '', recordedBy: 'board', confirmedOn: null, confirmation: '' },
    struckReason: null,
  }
  const answer = (passedOn: readonly PassedOn[]): string => {
    const rights = fullFacts.file.rights.map((right) => ({ ...right, passedOn }))
    const facts = { ...fullFacts, file: { ...fullFacts.file, rights } }
    return documentText(documentOf(facts, planOf('L4', 'upheld'))).join('\n')
  }

  it.each([
    ['told', [told], 'đã chuyển yêu cầu đến 01 bên đang giữ dữ liệu (ngày 23 tháng 11 năm 2026)'],
    [
      'confirmed by one of two',
      [told, { ...told, id: 'b', confirmedOn: '2026-11-25', toldOn: '2026-11-24' }],
      'đã chuyển yêu cầu đến 02 bên đang giữ dữ liệu (ngày 23 tháng 11 năm 2026); 01 bên đã xác nhận thực hiện',
    ],
  ])('is said in the answer once it was %s, without naming anybody', (_how, passedOn, words) => {
    expect(answer(passedOn)).toContain(words)
    expect(answer(passedOn)).not.toContain('Hoa Mai')
  })

  it('is not said of what was struck out', () => {
    expect(answer([{ ...told, struckReason: 'Nhầm' }])).not.toContain('đã chuyển yêu cầu')
  })
})
