import { describe, expect, it } from 'vitest'

import { DEADLINE_RULES } from '#core/deadlines/rule-table.ts'
import { FACT_WORDS } from '#core/letters/composition/fact-formatting.ts'
import type { LetterKind } from '#core/letters/kinds.ts'
import { HOUSE_WORDING } from '#core/phrases/house/index.ts'
import { CATEGORIES } from '#core/taxonomies/categories.ts'
import { CAUSES } from '#core/taxonomies/causes.ts'
import { CLAUSES } from '#core/taxonomies/clauses.ts'
import { SYSTEMS } from '#core/taxonomies/systems.ts'

/** What the shipped wording of a letter says, each decided by itself; written by hand. */
const NOW: readonly (readonly [LetterKind, string])[] = [
  // The policy has no numbers a reader could look up, so it is quoted (W1).
  ['L4', 'Nội dung liên quan trong Quy định bảo mật thông tin: {clauses}.'],
  // The 30 days are not extended (W2).
  ['L3', 'Gia hạn thời hạn thực hiện yêu cầu (khiếu nại mã {code})'],
  ['L3', 'Thời hạn trả lời kết quả khiếu nại (ngày {dueOn}) không thay đổi.'],
  ['L3', 'Ban quản trị đã xác định {remedyCount} biện pháp khắc phục.'],
  ['L4', 'Ban quản trị đã và sẽ thực hiện {remedyCount} biện pháp sau đây:'],
  ['L6', 'Ban quản trị đã và sẽ thực hiện {remedyCount} biện pháp sau đây:'],
  ...(['L4', 'L5'] as const).flatMap((kind): readonly [LetterKind, string][] => [
    [kind, 'Căn cứ Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 ngày 26 tháng 6 năm 2025;\n'],
    [
      kind,
      'Căn cứ Nghị định số 356/2025/NĐ-CP ngày 31 tháng 12 năm 2025 của Chính phủ quy định chi tiết một số điều và biện pháp thi hành Luật Bảo vệ dữ liệu cá nhân;\n',
    ],
  ]),
  ['L2', 'V/v đề nghị bổ sung thông tin đối với khiếu nại mã {code}'],
  ['L2', 'V/v đề nghị cung cấp thông tin xác minh người khiếu nại (mã {code})'],
  ['L2', 'Trước khi gửi, đề nghị che mật khẩu, mã OTP, số thẻ ngân hàng'],
  ['L5', 'Về việc không thực hiện yêu cầu nêu trong khiếu nại mã {code}'],
  ['L5', 'Về việc thực hiện một phần yêu cầu nêu trong khiếu nại mã {code}'],
  ['L5', 'Ban quản trị sẽ xem xét lại.'],
  ['L5', 'Phần không thực hiện; căn cứ và lý do: {reason}'],
  ['L7', '{company} thông báo vi phạm quy định bảo vệ dữ liệu cá nhân phát hiện lúc {detectedAt}'],
  ['L7', 'Bên kiểm soát dữ liệu cá nhân:'],
  ['L7', 'kèm mã băm để kiểm tra tính toàn vẹn.'],
  [
    'L7',
    'Biên bản kết thúc hồi {minutesTo}, được lập thành {minutesCopies} bản, các thành viên đã đọc lại và thống nhất ký tên./.',
  ],
  // Advice is chosen by category (W20), the board may be called otherwise (W26).
  ['L4', 'đề nghị {honorific}: {advice}'],
  ['L9', '{board} ghi nhận khiếu nại như sau:'],
  ['L4', 'không thuộc phạm vi giải quyết của Ban quản trị.'],
  // The law's own wording of a last day (W23).
  ['L1', 'bằng văn bản chậm nhất vào ngày {dueOn}.'],
  ['L2', 'Thời hạn cung cấp: chậm nhất vào ngày {replyBy}.'],
  ['L1', '{board} gửi kèm theo thư này văn bản: {letterTitle}'],
  // Kept: the notice of progress, not of the extension, is still what its title says.
  ['L3', 'Tình hình giải quyết khiếu nại mã {code}'],
  // English, to its last line.
  ['L2', 'Dear {recipient},\n'],
  ['L2', 'Yours faithfully,'],
  ['L8', 'Dear {recipient},\n'],
  ['L4', 'This notice is respectfully given for your information.'],
]

/** What stood there before: in no letter and in no name that a letter prints. */
const GONE = [
  /Điều khoản liên quan trong Quy định/u,
  /Gia hạn giải quyết khiếu nại/u,
  /Số biện pháp khắc phục đã xác định/u,
  /biện pháp sau:/u,
  /bổ sung thông tin, khiếu nại/u,
  /xác minh người khiếu nại, khiếu nại/u,
  /yêu cầu, khiếu nại mã/u,
  /xem xét từ đầu/u,
  /vi phạm quy định về bảo vệ/u,
  /Tổ chức kiểm soát dữ liệu/u,
  /dấu vết kiểm tra/u,
  /được lập thành văn bản/u,
  /thẩm quyền giải quyết|không thuộc thẩm quyền/u,
  /gửi kèm thư này/u,
  /không thực hiện\. Căn cứ/u,
  /xin che/u,
  /[Cc]hậm nhất ngày/u,
  /của Ban quản trị website/u,
  /(?:^|[\s"(])email(?:[\s",)]|$)/iu,
  /Nghị định 356\/2025|Luật 91\/2025/u,
  /đúng với hiểu biết/u,
  /rests on|answers for it before the law|Copies to/u,
]

const textOf = (kind: LetterKind): readonly string[] =>
  HOUSE_WORDING[kind].parts.flatMap(({ heading, text, byVariant = {} }) =>
    [heading, text, ...Object.values(byVariant)].flatMap((each) =>
      each === null ? [] : [each.vi, each.en],
    ),
  )

describe('the wording of letters', () => {
  it.each(NOW)('%s says “%s”', (kind, words) => {
    expect(textOf(kind).filter((text) => text.includes(words))).not.toEqual([])
  })

  const kinds = Object.keys(HOUSE_WORDING) as LetterKind[]
  const names = [CATEGORIES, CAUSES, SYSTEMS, CLAUSES].flatMap((terms) =>
    terms.map(({ name }) => name.vi),
  )
  const bases = DEADLINE_RULES.map(({ basis }) => basis.vi)
  const said = [...kinds.flatMap(textOf), ...names, ...bases]

  it.each(GONE)('says %s nowhere', (old) => {
    expect(said.filter((text) => old.test(text))).toEqual([])
  })
})

describe('a fact in a letter', () => {
  const { vi } = FACT_WORDS
  it.each([
    [vi.moment('09:05', '02 tháng 12 năm 2026'), '09 giờ 05 phút, ngày 02 tháng 12 năm 2026'],
    [vi.sameDay('09:05'), '09 giờ 05 phút cùng ngày'],
    [vi.count(2), '02'],
    [
      vi.period('02 tháng 12 năm 2026', '05 tháng 12 năm 2026'),
      'Từ ngày 02 tháng 12 năm 2026 đến ngày 05 tháng 12 năm 2026',
    ],
    [vi.channelName.phone, 'Điện thoại'],
    [vi.channelName['in-person'], 'Trực tiếp'],
    [vi.finding.contained, 'đã ngăn chặn, không còn bị lộ hoặc bị sử dụng sai mục đích'],
    [vi.asAbove, '- Như trên;'],
    // Kept: “khiếu nại của Bà …” is one sentence for all six ways a complaint comes in, so “do Bà trực tiếp trình bày” does not fit it.
    [vi.channel['in-person'], 'được trình bày trực tiếp'],
    // Kept: in the cell of a table a day stands in figures, and its column is narrow.
    [vi.planned('02/12/2026'), 'Chậm nhất 02/12/2026'],
    // Kept: on paper “về việc” introduces what a document is about, as in every letter's first sentence.
    [vi.sheet.subject, 'Về việc'],
  ])('is written %j', (written, wanted) => {
    expect(written).toBe(wanted)
  })
})
