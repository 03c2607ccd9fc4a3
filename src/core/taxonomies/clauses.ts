import type { Term } from './term.ts'

export type ClauseKind = 'promise' | 'purpose' | 'limit' | 'right' | 'duty'
export type Clause = Term & Readonly<{ kind: ClauseKind }>

const POLICY = 'Quy định bảo mật thông tin, Ledu.vn / vouchersharing.com'

/** The policy, clause by clause (our own numbering: part 1 purposes, part 2 the complaint process). */
export const CLAUSES: readonly Clause[] = [
  {
    code: '1.0',
    name: {
      vi: 'Chỉ dùng theo mục đích đã nêu; cam kết bảo mật',
      en: 'Used only for the stated purposes; kept confidential',
    },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'promise',
  },
  {
    code: '1.1',
    name: {
      vi: 'Giao dịch: đặt dịch vụ, mua, giao hàng, thanh toán',
      en: 'Transactions: booking, purchase, delivery, payment',
    },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.2',
    name: { vi: 'Quảng cáo qua email', en: 'Advertising by e-mail' },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.3',
    name: {
      vi: 'Cung cấp thông tin dịch vụ bằng email, bưu điện, điện thoại',
      en: 'Service information by e-mail, post and phone',
    },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.4',
    name: {
      vi: 'Cá nhân hóa nội dung theo hồ sơ và hành vi',
      en: 'Personalised content from profile and behaviour',
    },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.5',
    name: { vi: 'Phân tích xu hướng tiêu dùng', en: 'Analysis of consumption trends' },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.6',
    name: {
      vi: 'Liên lạc khi khảo sát, khuyến mại, trao đổi đánh giá, bình luận',
      en: 'Contact for surveys, promotions, reviews and comments',
    },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.7',
    name: {
      vi: 'Trả lời thắc mắc bằng email, điện thoại, thư',
      en: 'Answering enquiries by e-mail, phone and letter',
    },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.8',
    name: {
      vi: 'Cung cấp cho người bán theo chính sách',
      en: 'Disclosure to sellers under the policy',
    },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'limit',
  },
  {
    code: '1.8a',
    name: {
      vi: 'Liên lạc người bán để cập nhật thông tin người bán',
      en: 'Contacting sellers to update their information',
    },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.8b',
    name: { vi: 'Bảo mật thông tin thẻ tín dụng bằng SSL', en: 'Card data protected by SSL' },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'promise',
  },
  {
    code: '2.1',
    name: { vi: 'Quyền gửi khiếu nại tới Ban quản trị', en: 'The right to complain to the board' },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'right',
  },
  {
    code: '2.1a',
    name: { vi: 'Kênh điện thoại tiếp nhận khiếu nại', en: 'The telephone channel for complaints' },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'promise',
  },
  {
    code: '2.1b',
    name: { vi: 'Kênh email tiếp nhận khiếu nại', en: 'The e-mail channel for complaints' },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'promise',
  },
  {
    code: '2.2',
    name: {
      vi: 'Ngay lập tức kiểm tra tình trạng thông tin bị khiếu nại',
      en: 'Immediate check of the state of the information',
    },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'duty',
  },
  {
    code: '2.3',
    name: { vi: 'Tìm nguyên nhân', en: 'Finding the cause' },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'duty',
  },
  {
    code: '2.4',
    name: { vi: 'Tìm cách khắc phục', en: 'Finding the remedy' },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'duty',
  },
  {
    code: '2.5',
    name: {
      vi: 'Sử dụng dịch vụ của công ty an ninh mạng khi cần thiết',
      en: 'Use of security firms where needed',
    },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'duty',
  },
  {
    code: '2.6',
    name: {
      vi: 'Phản hồi kết quả trong 30 ngày kể từ ngày nhận khiếu nại',
      en: 'Answer with the result within 30 days of receipt',
    },
    effectiveFrom: '2013-01-01',
    effectiveTo: null,
    source: POLICY,
    kind: 'duty',
  },
]
