import type { Term } from './term.ts'

export type RemedyGroup = 'containment' | 'rights' | 'system' | 'people' | 'customer' | 'authority'
export type Remedy = Term &
  Readonly<{
    group: RemedyGroup
    /** Done for whoever complained, at their request or to make up for it: nobody else's business. */
    personal?: true
    /** Money: how much, by whose decision and of which day belongs to it. */
    paid?: true
  }>

const DESK = 'Complaint desk taxonomy 2026'

/** Kinds of remediation step, grouped by what they act on. */
export const REMEDIES: readonly Remedy[] = [
  {
    code: 'KP-01',
    name: { vi: 'Khóa hoặc khôi phục tài khoản', en: 'Lock or restore the account' },
    source: DESK,
    group: 'containment',
  },
  {
    code: 'KP-02',
    name: {
      vi: 'Đặt lại mật khẩu, hủy các phiên đăng nhập',
      en: 'Reset the password and end all sessions',
    },
    source: DESK,
    group: 'containment',
  },
  {
    code: 'KP-03',
    name: {
      vi: 'Thu hồi, yêu cầu bên nhận xóa dữ liệu',
      en: 'Recall the data and have the recipient delete it',
    },
    source: DESK,
    group: 'containment',
  },
  {
    code: 'KP-04',
    name: { vi: 'Gỡ nội dung đã công khai', en: 'Take published content down' },
    source: DESK,
    group: 'containment',
  },
  {
    code: 'KP-05',
    name: { vi: 'Vô hiệu voucher hoặc thẻ, cấp lại', en: 'Void the voucher or card and reissue' },
    source: DESK,
    group: 'containment',
  },
  {
    code: 'KP-10',
    name: { vi: 'Đính chính thông tin', en: 'Correct the information' },
    source: DESK,
    group: 'rights',
    personal: true,
  },
  {
    code: 'KP-11',
    name: { vi: 'Xóa, hủy dữ liệu', en: 'Delete the data' },
    source: DESK,
    group: 'rights',
    personal: true,
  },
  {
    code: 'KP-12',
    name: { vi: 'Hạn chế xử lý dữ liệu', en: 'Restrict processing' },
    source: DESK,
    group: 'rights',
    personal: true,
  },
  {
    code: 'KP-13',
    name: {
      vi: 'Ngừng quảng cáo, đưa vào danh sách từ chối',
      en: 'Stop advertising, add to the opt-out list',
    },
    source: DESK,
    group: 'rights',
    personal: true,
  },
  {
    code: 'KP-14',
    name: { vi: 'Cung cấp bản sao dữ liệu', en: 'Provide a copy of the data' },
    source: DESK,
    group: 'rights',
    personal: true,
  },
  {
    code: 'KP-15',
    name: {
      vi: 'Ghi nhận rút lại đồng ý, chuyển bên xử lý',
      en: 'Record the withdrawal and pass it to processors',
    },
    source: DESK,
    group: 'rights',
    personal: true,
  },
  {
    code: 'KP-20',
    name: { vi: 'Vá lỗi phần mềm', en: 'Patch the software' },
    source: DESK,
    group: 'system',
  },
  {
    code: 'KP-21',
    name: { vi: 'Sửa phân quyền, cấu hình', en: 'Correct permissions or configuration' },
    source: DESK,
    group: 'system',
  },
  {
    code: 'KP-22',
    name: { vi: 'Thay chứng chỉ, mã hóa', en: 'Renew certificates, encrypt' },
    source: DESK,
    group: 'system',
  },
  {
    code: 'KP-23',
    name: { vi: 'Thuê công ty an ninh mạng', en: 'Bring in a security firm' },
    source: DESK,
    group: 'system',
  },
  {
    code: 'KP-24',
    name: { vi: 'Tăng ghi nhật ký, giám sát', en: 'Extend logging and monitoring' },
    source: DESK,
    group: 'system',
  },
  {
    code: 'KP-30',
    name: { vi: 'Nhắc nhở, kỷ luật nhân viên', en: 'Caution or discipline staff' },
    source: DESK,
    group: 'people',
  },
  {
    code: 'KP-31',
    name: { vi: 'Đào tạo', en: 'Training' },
    source: DESK,
    group: 'people',
  },
  {
    code: 'KP-32',
    name: { vi: 'Xử lý người bán vi phạm', en: 'Act against the seller' },
    source: DESK,
    group: 'people',
  },
  {
    code: 'KP-33',
    name: { vi: 'Sửa hợp đồng với bên xử lý', en: 'Amend the processor contract' },
    source: DESK,
    group: 'people',
  },
  {
    code: 'KP-34',
    name: { vi: 'Sửa quy trình, chính sách', en: 'Amend the process or policy' },
    source: DESK,
    group: 'people',
  },
  {
    code: 'KP-40',
    name: { vi: 'Xin lỗi khách hàng', en: 'Apologise to the customer' },
    source: DESK,
    group: 'customer',
    personal: true,
  },
  {
    code: 'KP-41',
    name: { vi: 'Bồi thường, hoàn tiền', en: 'Compensate or refund' },
    source: DESK,
    group: 'customer',
    personal: true,
    paid: true,
  },
  {
    code: 'KP-42',
    name: { vi: 'Hướng dẫn khách hàng tự bảo vệ', en: 'Advise the customer on self-protection' },
    source: DESK,
    group: 'customer',
  },
  {
    code: 'KP-43',
    name: { vi: 'Thông báo người bị ảnh hưởng', en: 'Notify the people affected' },
    source: DESK,
    group: 'customer',
  },
  {
    code: 'KP-50',
    name: {
      vi: 'Thông báo vi phạm theo Mẫu 08 (72 giờ)',
      en: 'Notify the violation on Form 08 (72 hours)',
    },
    source: DESK,
    group: 'authority',
  },
  {
    code: 'KP-51',
    name: {
      vi: 'Báo cáo sự cố an ninh mạng (24/72 giờ)',
      en: 'Report the cyber incident (24/72 hours)',
    },
    source: DESK,
    group: 'authority',
  },
  {
    code: 'KP-52',
    name: { vi: 'Chuyển cơ quan công an', en: 'Refer to the police' },
    source: DESK,
    group: 'authority',
  },
]

/** Whether money is paid by a remedy of this kind. */
export function isPaid(type: string | null): boolean {
  return REMEDIES.some(({ code, paid }) => code === type && paid === true)
}
