import { describe, expect, it } from 'vitest'

import {
  composeParts,
  variantFor,
  type LetterPlan,
} from '#core/letters/composition/letter-content.ts'
import type { LetterDocument } from '#core/letters/document.ts'
import type { Channel } from '#core/complaints/model.ts'
import { LETTER_KINDS, LETTERS, READ_BACK, variantsOf } from '#core/letters/kinds.ts'
import { documentText } from '#core/letters/page.ts'
import {
  blankPlan,
  documentOf,
  emptyFacts,
  EVERY_PLAN,
  factsFor,
  fullFacts,
  LANGUAGES,
  planOf,
  textOf,
  withComplaint,
} from './letter-facts.ts'

const nameOfPlan = ({ kind, variant, language }: LetterPlan): string =>
  `${kind} ${variant} ${language}`
const PLANS = EVERY_PLAN.map((plan) => ({ name: nameOfPlan(plan), plan }))

const RECEIVED_ON = { vi: '22 tháng 11 năm 2026', en: '22 November 2026' }
const DUE_ON = { vi: '22 tháng 12 năm 2026', en: '22 December 2026' }
const REPLY_BY = { vi: '05 tháng 12 năm 2026', en: '5 December 2026' }
const NEW_END = { vi: '28 tháng 12 năm 2026', en: '28 December 2026' }
const HAPPENED_ON = { vi: '17 tháng 11 năm 2026', en: '17 November 2026' }
const CONTACT = ['028 38 49 40 88', 'hotro@vouchersharing.com', '12 Nguyễn Huệ']
const ASKED = ['Ảnh chụp nhật ký cuộc gọi từ ngày 18/11/2026', 'Số máy đã gọi đến']
const REASON = 'Đang chờ người bán cung cấp nhật ký xuất dữ liệu.'
const TOLD = ['mời mua bảo hiểm', 'cho biết ai đã có số điện thoại', 'bà Nguyễn Thị Sen']
const CHECKED = {
  vi: ['22 tháng 11 năm 2026', '02 tháng 12 năm 2026', 'bị người bán xuất ra ngoài hệ thống'],
  en: ['22 November 2026', '2 December 2026', 'bị người bán xuất ra ngoài hệ thống'],
}
const HELPED = {
  vi: ['Công ty Cổ phần An ninh mạng Sao Khuê', 'từ ngày 24 tháng 11 năm 2026'],
  en: ['Công ty Cổ phần An ninh mạng Sao Khuê', 'from 24 November 2026'],
}

/** What a letter composed from the full case must state, by kind and where the variant adds to it. */
function expectedOf({ kind, variant, language }: LetterPlan): readonly string[] {
  const name = language === 'vi' ? 'Lịch sử mua hàng' : 'Purchase history'
  // Small within a sentence, as it is called where it stands in a table.
  const items = kind === 'L7' ? name : language === 'vi' ? 'lịch sử mua hàng' : 'purchase history'
  const receipt = [RECEIVED_ON[language], 'Ledu.vn', 'Bị gọi quảng cáo sau khi mua khóa học']
  const toTheComplainant = ['KN-2026-0001', 'Đỗ Thị Hoà', '5 Lê Lợi', ...CONTACT]
  switch (kind) {
    case 'L1':
      return [...toTheComplainant, ...receipt, ...TOLD, items, DUE_ON[language], 'Lê Minh Tâm']
    case 'L2':
      return [
        ...toTheComplainant,
        ...receipt,
        ...ASKED,
        REPLY_BY[language],
        DUE_ON[language],
      ].concat(variant === 'identity' ? ['bà Nguyễn Thị Sen'] : [])
    case 'L3':
      return [
        ...toTheComplainant,
        ...receipt,
        ...CHECKED[language],
        ...HELPED[language],
        'được phân quyền xuất toàn bộ',
        REASON,
        variant === 'extension' ? NEW_END[language] : DUE_ON[language],
      ]
    case 'L4':
      return [
        ...toTheComplainant,
        ...receipt,
        ...TOLD,
        ...CHECKED[language],
        ...HELPED[language],
        items,
        'đã được dùng ngoài phạm vi giao dịch',
        'được phân quyền xuất toàn bộ',
        'Thu hồi tệp đã xuất',
        '26/11/2026',
        'Chỉ cho xem đơn đang giao',
        '10/12/2026',
      ]
    case 'L5':
      return [...toTheComplainant, ...receipt, ...ASKED, REASON].concat(
        variant === 'partial' ? ['Đã đưa số điện thoại vào danh sách từ chối quảng cáo.'] : [],
      )
    case 'L6':
      return [
        'KN-2026-0001',
        ...(variant === 'affected' ? ['Ông Vũ Đình Kha', '9 Trần Phú, Huế'] : []),
        'Ledu.vn',
        items,
        // The six points of Decree 356/2025, Article 29.2: found when and how, by whom it is handled.
        language === 'vi' ? '14 giờ 05 phút, ngày 22 tháng 11 năm 2026' : '14:05',
        'Kiểm tra nhật ký truy cập theo khiếu nại',
        'Vũ Minh Châu',
        HAPPENED_ON[language],
        'bị xuất khỏi cổng người bán',
        'gọi điện, nhắn tin giả mạo',
        '26/11/2026',
        '10/12/2026',
        ...CONTACT,
      ]
    case 'L7':
      return [
        'KN-2026-0001',
        'Công ty Cổ phần Ledu Việt Nam',
        'Vũ Minh Châu',
        '0312345678',
        'bị xuất khỏi cổng người bán',
        language === 'vi' ? '14 giờ 05' : '14:05',
        language === 'vi' ? '1.200 người' : '1,200 people',
        items,
        'thu hồi tệp',
      ].concat(variant === 'form-08' ? ['Bộ Công an'] : [])
    case 'L8':
      return [
        'KN-2026-0001',
        // What is passed on tells nothing of the complaint it was asked for in.
        ...(variant === 'pass-on' ? [] : [RECEIVED_ON[language], 'Ledu.vn', items]),
        ...ASKED,
        REPLY_BY[language],
        'Công ty Cổ phần Ledu Việt Nam',
        ...CONTACT,
      ].concat(
        variant === 'firm'
          ? ['Sao Khuê', '07/2026/HĐDV-ANM', 'Rà soát nhật ký truy cập cổng người bán']
          : ['Ông Vũ Đình Kha', '9 Trần Phú, Huế'],
      )
    case 'L9':
      return [
        'KN-2026-0001',
        'Đỗ Thị Hoà',
        'hoado88',
        'Lê Minh Tâm',
        RECEIVED_ON[language],
        ...TOLD,
        items,
        DUE_ON[language],
      ]
  }
}

describe.each(PLANS)('$name, everything on record', ({ plan }) => {
  const facts = factsFor(fullFacts, plan)
  const document = documentOf(facts, plan)
  const text = documentText(document).join('\n')

  it('states the facts', () => {
    expect(expectedOf(plan).filter((fact) => !text.includes(fact))).toEqual([])
  })

  it('has no hole, no brace and no slip of the pen', () => {
    expect(slipsOf(document)).toEqual([])
  })

  it('has every part it can have', () => {
    const parts = composeParts(facts, plan)
    const empty = parts.filter(({ text }) => text === '').map(({ key }) => key)
    // Nobody is advised whose complaint was not looked into.
    const unadvised = ['withdrawn', 'outside-remit', 'duplicate'].includes(plan.variant)
    expect(empty.filter((key) => key !== 'remedy')).toEqual(unadvised ? ['advice'] : [])
  })

  it('numbers its headings in order, a sheet none', () => {
    const numbers = document.parts.flatMap(({ heading }) =>
      heading === null ? [] : [/^(\d+)\. /u.exec(heading)?.[1] ?? ''],
    )
    const sheet = LETTERS[plan.kind].form === 'sheet'
    expect(numbers).toEqual(numbers.map((_number, at) => (sheet ? '' : String(at + 1))))
  })

  it('ends as letters in its language end', () => {
    const last = lastWords(document)
    const filed = plan.kind === 'L9' || (plan.variant === 'record' && plan.language === 'en')
    if (filed) expect(last).toMatch(/\p{L}\.$/u)
    else if (plan.language === 'vi') expect(last).toMatch(/\p{L}\.\/\.$/u)
    else if (LETTERS[plan.kind].form === 'official') expect(last).toBe('Yours faithfully,')
    else expect(last).toMatch(/(?:for your information|Respectfully submitted)\.$/u)
  })

  it('is not turned into a list by mistake', () => {
    const paragraphs = document.parts
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.type === 'paragraph' ? [block.text] : []))
    expect(paragraphs.filter((each) => !/^[\p{Lu}\d]/u.test(each))).toEqual([])
  })
})

describe.each(PLANS)('$name, next to nothing on record', ({ plan }) => {
  const facts = factsFor(emptyFacts, plan)
  const document = documentOf(facts, blankPlan(plan))

  it('has no hole where a fact would be', () => {
    expect(slipsOf(document)).toEqual([])
  })

  it('still says who writes and what about', () => {
    const text = documentText(document).join('\n')
    expect(text).toContain('KN-2026-0001')
    expect(text).toContain('CÔNG TY CỔ PHẦN LEDU VIỆT NAM')
    // A record whose end is not on record says nothing of it, and goes no further (`readiness.test.ts`).
    if (plan.language === 'vi' && plan.kind !== 'L9' && plan.variant !== 'record')
      expect(lastWords(document)).toMatch(/\.\/\.$/u)
  })
})

it('knows what to expect of every kind with every variant in both languages', () => {
  const variants = LETTER_KINDS.flatMap(variantsOf)
  expect(PLANS).toHaveLength(variants.length * LANGUAGES.length)
})

describe('a sheet that was read back', () => {
  const plan = planOf('L9', READ_BACK)
  const signing = (channel: Channel) =>
    documentOf(withComplaint(fullFacts, { channel }), plan)
      .parts.flatMap(({ blocks }) => blocks)
      .filter(({ type }) => type === 'signatures')

  it('has a place to sign for whoever was there to hear it', () => {
    const name = fullFacts.file.complaint.complainant.fullName
    expect(signing('in-person')).toEqual([
      { type: 'signatures', people: [{ name, capacity: 'NGƯỜI KHIẾU NẠI' }] },
    ])
  })

  it('has none where it was read on the telephone', () => {
    expect(signing('phone')).toEqual([])
  })
})

describe('what a variant changes', () => {
  it.each([
    ['L2', 'information', 'request', 'đủ căn cứ kiểm tra', 'xuất trình giấy tờ'],
    ['L2', 'identity', 'request', 'che số giấy tờ', 'đủ căn cứ kiểm tra'],
    ['L3', 'progress', 'deadline', 'Thời hạn không thay đổi', 'Thời hạn mới'],
    ['L3', 'extension', 'deadline', 'Thời hạn mới', 'Thời hạn không thay đổi'],
    ['L3', 'extension', 'deadline', 'xin lỗi', 'Thời hạn không thay đổi'],
    // The 30 days of the policy are never lengthened.
    [
      'L3',
      'extension',
      'deadline',
      'Thời hạn trả lời kết quả khiếu nại (ngày 22 tháng 12',
      'gia hạn giải quyết',
    ],
    ['L4', 'upheld', 'finding', 'là đúng.', 'một phần'],
    ['L4', 'partly-upheld', 'finding', 'đúng một phần', 'không có cơ sở'],
    ['L4', 'unfounded', 'finding', 'không có cơ sở', 'xin lỗi'],
    ['L4', 'insufficient', 'finding', 'Chưa đủ thông tin', 'xin lỗi'],
    ['L4', 'withdrawn', 'opening', 'đã rút khiếu nại', 'Sau khi kiểm tra, xác minh'],
    ['L4', 'outside-remit', 'finding', 'không thuộc phạm vi giải quyết', 'xin lỗi'],
    ['L4', 'duplicate', 'finding', 'trùng với', 'xin lỗi'],
    ['L5', 'refused', 'decision', 'không thực hiện yêu cầu', 'Phần đã thực hiện'],
    ['L5', 'partial', 'decision', 'Phần đã thực hiện', 'không thực hiện yêu cầu'],
    ['L8', 'firm', 'ground', 'công ty về an ninh mạng', 'Quý đơn vị'],
    ['L8', 'processor', 'ground', 'hợp đồng, thỏa thuận', 'an ninh mạng'],
  ] as const)('%s %s: its part %s says “%s”, not “%s”', (kind, variant, part, said, unsaid) => {
    const plan = planOf(kind, variant)
    const text = textOf(factsFor(fullFacts, plan), plan, part)
    expect(text).toContain(said)
    expect(text).not.toContain(unsaid)
  })

  it('is of L4 the outcome on record, whatever the author chose', () => {
    const facts = withComplaint(fullFacts, { outcome: 'unfounded' })
    expect(variantFor(facts, planOf('L4', 'upheld'))).toBe('unfounded')
    expect(variantFor(fullFacts, planOf('L4', 'upheld'))).toBe('')
    expect(variantFor(facts, planOf('L5', 'refused'))).toBe('refused')
  })
})

function lastWords(document: LetterDocument): string {
  const block = document.parts.at(-1)?.blocks.findLast(({ type }) => type !== 'signatures')
  return block?.type === 'paragraph' ? (block.text.split('\n').at(-1) ?? '') : ''
}

/** Traces of a fact that was not there, or of a sentence not made for the one that was. */
function slipsOf(document: LetterDocument): readonly string[] {
  return documentText(document)
    .flatMap((text) => text.split('\n'))
    .flatMap((line) =>
      [
        /[{}]/u,
        /undefined|null|NaN|\[object/u,
        /(?<! ) {2}(?! )|^ | $/u,
        /[:;,] ?[;,.]|\.\.(?!\.)|\?\./u,
        / [,;:](?!\))/u,
        /(?<!cùng )ngày(?:[,.;]|$)/iu,
        /\(\)|“”|- ?;|^- *$/u,
      ].flatMap((fault) => (fault.test(line) ? [line] : [])),
    )
}
