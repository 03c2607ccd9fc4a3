import type { Term } from './term.ts'

const DESK = 'Inventory of the site, 2026'

/** Where personal data lives and can be checked. */
export const SYSTEMS: readonly Term[] = [
  {
    code: 'member-db',
    name: { vi: 'Cơ sở dữ liệu thành viên', en: 'Member database' },
    source: DESK,
  },
  {
    code: 'orders',
    name: { vi: 'Hệ thống đơn hàng', en: 'Order system' },
    source: DESK,
  },
  {
    code: 'payment',
    name: { vi: 'Cổng thanh toán', en: 'Payment gateway' },
    source: DESK,
  },
  {
    code: 'email',
    name: { vi: 'Hệ thống gửi thư điện tử', en: 'E-mailing system' },
    source: DESK,
  },
  {
    code: 'sms',
    name: { vi: 'Hệ thống tin nhắn, tổng đài', en: 'Messaging and call centre' },
    source: DESK,
  },
  {
    code: 'seller-portal',
    name: { vi: 'Cổng người bán', en: 'Seller portal' },
    source: DESK,
  },
  {
    code: 'reviews',
    name: { vi: 'Mục đánh giá, bình luận', en: 'Reviews and comments' },
    source: DESK,
  },
  {
    code: 'analytics',
    name: { vi: 'Phân tích, cá nhân hóa', en: 'Analytics and personalisation' },
    source: DESK,
  },
  {
    code: 'delivery',
    name: { vi: 'Đơn vị vận chuyển', en: 'Delivery partner' },
    source: DESK,
  },
  {
    code: 'backup',
    name: { vi: 'Bản sao lưu', en: 'Backups' },
    source: DESK,
  },
  {
    code: 'logs',
    name: { vi: 'Nhật ký hệ thống', en: 'System logs' },
    source: DESK,
  },
  {
    code: 'outside',
    name: { vi: 'Bên ngoài website', en: 'Outside the website' },
    source: DESK,
  },
]
