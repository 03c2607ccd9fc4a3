import type { Bilingual, Term } from './term.ts'

export type ClauseKind = 'promise' | 'purpose' | 'limit' | 'right' | 'duty'
export type Clause = Term &
  Readonly<{
    kind: ClauseKind
    /** The policy's own words, as a letter quotes them: the policy has no numbers its readers could look up. */
    quote: Bilingual
  }>

const POLICY = 'Quy định bảo mật thông tin, Ledu.vn / vouchersharing.com'

/** The policy, clause by clause (our own numbering: part 1 purposes, part 2 the complaint process). */
export const CLAUSES: readonly Clause[] = [
  {
    code: '1.0',
    name: {
      vi: 'Chỉ dùng theo mục đích đã nêu; cam kết bảo mật',
      en: 'Used only for the stated purposes; kept confidential',
    },
    quote: {
      vi: 'sẽ sử dụng thông tin cá nhân nhận được từ thành viên vào những mục đích như dưới đây',
      en: 'will use the personal information received from members for the purposes below',
    },
    source: POLICY,
    kind: 'promise',
  },
  {
    code: '1.1',
    name: {
      vi: 'Giao dịch: đặt dịch vụ, mua, giao hàng, thanh toán',
      en: 'Transactions: booking, purchase, delivery, payment',
    },
    quote: {
      vi: 'Dùng để giao dịch … như dùng để đặt dịch vụ, mua hàng hóa, gửi hàng hóa, thanh toán tiền sau khi mua hàng hóa, dịch vụ',
      en: 'Used for transactions … such as booking services, buying goods, sending goods, paying for goods and services bought',
    },
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.2',
    name: { vi: 'Quảng cáo qua thư điện tử', en: 'Advertising by e-mail' },
    quote: {
      vi: 'Dùng trong tuyên truyền quảng cáo các thông tin của Ledu.vn đến các thành viên',
      en: 'Used to advertise Ledu.vn’s information to its members',
    },
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.3',
    name: {
      vi: 'Cung cấp thông tin dịch vụ bằng thư điện tử, bưu điện, điện thoại',
      en: 'Service information by e-mail, post and phone',
    },
    quote: {
      vi: 'Cung cấp thông tin về dịch vụ bằng email, bưu điện, điện thoại',
      en: 'To provide information about services by e-mail, post and telephone',
    },
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.4',
    name: {
      vi: 'Cá nhân hóa nội dung theo hồ sơ và hành vi',
      en: 'Personalised content from profile and behaviour',
    },
    quote: {
      vi: 'Dùng để cá nhân hóa nội dung mỗi khi khách hàng truy cập vào Ledu.vn',
      en: 'Used to personalise content whenever a customer visits Ledu.vn',
    },
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.5',
    name: { vi: 'Phân tích xu hướng tiêu dùng', en: 'Analysis of consumption trends' },
    quote: {
      vi: 'Dùng để phân tích xu hướng tiêu dùng của khách hàng',
      en: 'Used to analyse customers’ consumption trends',
    },
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.6',
    name: {
      vi: 'Liên lạc khi khảo sát, khuyến mại, trao đổi đánh giá, bình luận',
      en: 'Contact for surveys, promotions, reviews and comments',
    },
    quote: {
      vi: 'Dùng để liên lạc với thành viên khi Voucher Sharing điều tra thông tin khách hàng, tổ chức khuyến mại, trao đổi ý kiến thông tin trên bảng đánh giá, bình luận',
      en: 'Used to contact members when Voucher Sharing surveys customers, runs promotions, or exchanges opinions on reviews and comments',
    },
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.7',
    name: {
      vi: 'Trả lời thắc mắc bằng thư điện tử, điện thoại, thư',
      en: 'Answering enquiries by e-mail, phone and letter',
    },
    quote: {
      vi: 'Dùng để trả lời khi thành viên thắc mắc',
      en: 'Used to answer members’ enquiries',
    },
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.8',
    name: {
      vi: 'Cung cấp cho người bán theo chính sách',
      en: 'Disclosure to sellers under the policy',
    },
    quote: {
      vi: 'Dùng cung cấp thông tin cá nhân cho người bán theo chính sách',
      en: 'Used to provide personal information to sellers under the policy',
    },
    source: POLICY,
    kind: 'limit',
  },
  {
    code: '1.8a',
    name: {
      vi: 'Liên lạc người bán để cập nhật thông tin người bán',
      en: 'Contacting sellers to update their information',
    },
    quote: {
      vi: 'Để luôn cập nhật thông tin của người bán',
      en: 'To keep the information on sellers up to date',
    },
    source: POLICY,
    kind: 'purpose',
  },
  {
    code: '1.8b',
    name: { vi: 'Bảo mật thông tin thẻ tín dụng bằng SSL', en: 'Card data protected by SSL' },
    quote: {
      vi: 'Để giữ bảo mật các thông tin về thẻ tín dụng của thành viên, Voucher Sharing sử dụng kỹ thuật SSL (Secure Sockets Layer)',
      en: 'To keep members’ credit card information secure, Voucher Sharing uses SSL (Secure Sockets Layer)',
    },
    source: POLICY,
    kind: 'promise',
  },
  {
    code: '2.1',
    name: { vi: 'Quyền gửi khiếu nại tới Ban quản trị', en: 'The right to complain to the board' },
    quote: {
      vi: 'có quyền gửi khiếu nại … tới Ban quản trị website',
      en: 'have the right to complain … to the website’s management board',
    },
    source: POLICY,
    kind: 'right',
  },
  {
    code: '2.1a',
    name: { vi: 'Kênh điện thoại tiếp nhận khiếu nại', en: 'The telephone channel for complaints' },
    quote: { vi: 'Điện thoại : 028 38 49 40 88', en: 'Telephone: 028 38 49 40 88' },
    source: POLICY,
    kind: 'promise',
  },
  {
    code: '2.1b',
    name: { vi: 'Kênh thư điện tử tiếp nhận khiếu nại', en: 'The e-mail channel for complaints' },
    quote: { vi: 'email : hotro@vouchersharing.com', en: 'e-mail: hotro@vouchersharing.com' },
    source: POLICY,
    kind: 'promise',
  },
  {
    code: '2.2',
    name: {
      vi: 'Ngay lập tức kiểm tra tình trạng thông tin bị khiếu nại',
      en: 'Immediate check of the state of the information',
    },
    quote: {
      vi: 'ngay lập tức có trách nhiệm kiểm tra tình trạng thông tin khách hàng bị khiếu nại',
      en: 'is responsible for checking at once the state of the customer information complained about',
    },
    source: POLICY,
    kind: 'duty',
  },
  {
    code: '2.3',
    name: { vi: 'Tìm nguyên nhân', en: 'Finding the cause' },
    quote: {
      vi: 'có trách nhiệm kiểm tra tình trạng thông tin khách hàng bị khiếu nại, nguyên nhân',
      en: 'is responsible for checking the state of the customer information complained about, and the cause',
    },
    source: POLICY,
    kind: 'duty',
  },
  {
    code: '2.4',
    name: { vi: 'Tìm cách khắc phục', en: 'Finding the remedy' },
    quote: { vi: 'tìm cách khắc phục', en: 'finding the remedy' },
    source: POLICY,
    kind: 'duty',
  },
  {
    code: '2.5',
    name: {
      vi: 'Sử dụng dịch vụ của công ty an ninh mạng khi cần thiết',
      en: 'Use of security firms where needed',
    },
    quote: {
      vi: 'Trong trường hợp cần thiết, có thể sử dụng dịch vụ hỗ trợ của các công ty về an ninh mạng',
      en: 'Where needed, the services of network security companies may be used',
    },
    source: POLICY,
    kind: 'duty',
  },
  {
    code: '2.6',
    name: {
      vi: 'Phản hồi kết quả trong 30 ngày kể từ ngày nhận khiếu nại',
      en: 'Answer with the result within 30 days of receipt',
    },
    quote: {
      vi: 'có trách nhiệm phản hồi cho người khiếu nại về kết quả giải quyết khiếu nại trong vòng 30 ngày kể từ ngày nhận được khiếu nại',
      en: 'is responsible for telling the complainant the result within 30 days of the day the complaint was received',
    },
    source: POLICY,
    kind: 'duty',
  },
]
