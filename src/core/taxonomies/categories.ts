import type { Advice } from './advice.ts'
import type { Term } from './term.ts'

export type Category = Term &
  Readonly<{
    clauses: readonly string[]
    lawArticles: string
    /** Leaked, taken over or used by others: harm that may be going on while the clerk writes. */
    leak?: true
    /** About data of a child. */
    child?: true
    /** What the answer advises whoever complained to do; nothing where nothing helps. */
    advice?: readonly Advice[]
  }>

const DESK = 'Complaint desk taxonomy 2026; Law 91/2025/QH15'

/** What a complaint is about, with the clauses it usually touches and the article of Law 91/2025/QH15 behind it. */
export const CATEGORIES: readonly Category[] = [
  {
    code: 'KN-01',
    name: { vi: 'Lộ, lọt thông tin cá nhân', en: 'Disclosure or leak of personal information' },
    source: DESK,
    clauses: ['1.0', '1.8'],
    lawArticles: '23, 7',
    advice: ['wary', 'report'],
    leak: true,
  },
  {
    code: 'KN-02',
    name: {
      vi: 'Chiếm đoạt, truy cập trái phép tài khoản',
      en: 'Account takeover or unauthorised access',
    },
    source: DESK,
    clauses: ['1.0'],
    lawArticles: '23.1',
    advice: ['password', 'wary', 'report'],
    leak: true,
  },
  {
    code: 'KN-03',
    name: {
      vi: 'Thông tin thẻ, thanh toán bị lộ hoặc dùng trái phép',
      en: 'Card or payment data leaked or misused',
    },
    source: DESK,
    clauses: ['1.8b', '1.1'],
    lawArticles: '23.1',
    advice: ['bank', 'wary', 'report'],
    leak: true,
  },
  {
    code: 'KN-04',
    name: {
      vi: 'Thư điện tử, tin nhắn, cuộc gọi quảng cáo không mong muốn',
      en: 'Unwanted advertising by e-mail, message or call',
    },
    source: DESK,
    clauses: ['1.2', '1.3', '1.6'],
    lawArticles: '9, 10, 28',
    advice: ['advertising'],
  },
  {
    code: 'KN-05',
    name: { vi: 'Sử dụng sai mục đích', en: 'Use beyond the stated purpose' },
    source: DESK,
    clauses: ['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'],
    lawArticles: '3.2, 23.3.b',
    advice: ['report'],
  },
  {
    code: 'KN-06',
    name: {
      vi: 'Chia sẻ cho người bán, bên thứ ba trái chính sách',
      en: 'Sharing with sellers or third parties against the policy',
    },
    source: DESK,
    clauses: ['1.8'],
    lawArticles: '17, 23.3.b',
    advice: ['wary', 'report'],
  },
  {
    code: 'KN-07',
    name: { vi: 'Thông tin sai, không được cập nhật', en: 'Inaccurate or outdated information' },
    source: DESK,
    clauses: ['1.1', '1.7'],
    lawArticles: '13',
    advice: ['details'],
  },
  {
    code: 'KN-08',
    name: {
      vi: 'Yêu cầu xem, cung cấp bản sao chưa được đáp ứng',
      en: 'Request to view or copy not met',
    },
    source: DESK,
    clauses: ['2.1'],
    lawArticles: '4.1.c–d, 15',
  },
  {
    code: 'KN-09',
    name: {
      vi: 'Yêu cầu xóa, hạn chế xử lý chưa được đáp ứng',
      en: 'Request to delete or restrict not met',
    },
    source: DESK,
    clauses: ['2.1'],
    lawArticles: '14, 10',
  },
  {
    code: 'KN-10',
    name: {
      vi: 'Rút lại đồng ý, phản đối không được thực hiện',
      en: 'Withdrawal of consent or objection ignored',
    },
    source: DESK,
    clauses: ['1.2', '1.4'],
    lawArticles: '10',
    advice: ['advertising'],
  },
  {
    code: 'KN-11',
    name: { vi: 'Cá nhân hóa, theo dõi hành vi', en: 'Personalisation or tracking of behaviour' },
    source: DESK,
    clauses: ['1.4', '1.5'],
    lawArticles: '9',
  },
  {
    code: 'KN-12',
    name: {
      vi: 'Công khai thông tin trong đánh giá, bình luận',
      en: 'Information published in reviews or comments',
    },
    source: DESK,
    clauses: ['1.6'],
    lawArticles: '16',
    advice: ['wary', 'report'],
  },
  {
    code: 'KN-13',
    name: {
      vi: 'Giả mạo website, mạo danh nhân viên dùng dữ liệu khách',
      en: 'Impersonation of the site or its staff using customer data',
    },
    source: DESK,
    clauses: ['1.0'],
    lawArticles: '23.1',
    advice: ['wary', 'report'],
    leak: true,
  },
  {
    code: 'KN-14',
    name: {
      vi: 'Thông tin người nhận quà, bên thứ ba',
      en: 'Data of gift recipients or third parties',
    },
    source: DESK,
    clauses: ['1.1', '1.8'],
    lawArticles: '9',
    advice: ['wary', 'report'],
  },
  {
    code: 'KN-15',
    name: { vi: 'Dữ liệu trẻ em', en: 'Data of a child' },
    source: DESK,
    clauses: ['1.0'],
    lawArticles: '24',
    advice: ['child', 'report'],
    child: true,
  },
  {
    code: 'KN-16',
    name: { vi: 'Chậm hoặc không trả lời khiếu nại', en: 'Complaint answered late or not at all' },
    source: DESK,
    clauses: ['2.2', '2.6'],
    lawArticles: '',
  },
  {
    code: 'KN-17',
    name: {
      vi: 'Mã voucher bị người khác sử dụng do lộ thông tin',
      en: 'Voucher code used by another after a leak',
    },
    source: DESK,
    clauses: ['1.1', '1.0'],
    lawArticles: '23.1',
    advice: ['voucher', 'wary', 'report'],
    leak: true,
  },
  {
    code: 'KN-99',
    name: { vi: 'Khác', en: 'Other' },
    source: DESK,
    clauses: [],
    lawArticles: '',
  },
]
