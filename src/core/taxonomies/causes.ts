import type { Term } from './term.ts'

const DESK = 'Complaint desk taxonomy 2026'

/** Root causes. NN-16 (undetermined) always needs a reason. */
export const CAUSES: readonly Term[] = [
  {
    code: 'NN-01',
    name: { vi: 'Lỗi cấu hình, phân quyền', en: 'Misconfiguration or wrong permissions' },
    source: DESK,
  },
  {
    code: 'NN-02',
    name: { vi: 'Lỗ hổng phần mềm', en: 'Software vulnerability' },
    source: DESK,
  },
  {
    code: 'NN-03',
    name: { vi: 'Tấn công mạng, mã độc', en: 'Cyber attack or malware' },
    source: DESK,
  },
  {
    code: 'NN-04',
    name: {
      vi: 'Mật khẩu yếu, dùng lại hoặc bị lừa đảo',
      en: 'Weak, reused or phished credentials',
    },
    source: DESK,
  },
  {
    code: 'NN-05',
    name: {
      vi: 'Nhân viên truy cập hoặc tiết lộ sai quy định',
      en: 'Improper access or disclosure by staff',
    },
    source: DESK,
  },
  {
    code: 'NN-06',
    name: {
      vi: 'Thao tác nhầm: gửi sai người, sai tệp',
      en: 'Human error: wrong recipient or wrong file',
    },
    source: DESK,
  },
  {
    code: 'NN-07',
    name: { vi: 'Người bán sử dụng sai', en: 'Misuse by a seller' },
    source: DESK,
  },
  {
    code: 'NN-08',
    name: {
      vi: 'Bên xử lý: vận chuyển, thanh toán, thư điện tử, lưu trữ',
      en: 'Processor: delivery, payment, e-mail, hosting',
    },
    source: DESK,
  },
  {
    code: 'NN-09',
    name: { vi: 'Thiếu hoặc không ghi nhận sự đồng ý', en: 'Consent missing or not recorded' },
    source: DESK,
  },
  {
    code: 'NN-10',
    name: { vi: 'Danh sách từ chối không đồng bộ', en: 'Opt-out list not synchronised' },
    source: DESK,
  },
  {
    code: 'NN-11',
    name: { vi: 'Dữ liệu nhập sai, không cập nhật', en: 'Data entered wrongly or not updated' },
    source: DESK,
  },
  {
    code: 'NN-12',
    name: { vi: 'Lưu giữ quá thời hạn', en: 'Kept beyond the retention period' },
    source: DESK,
  },
  {
    code: 'NN-13',
    name: { vi: 'Quy trình thiếu hoặc không được tuân thủ', en: 'Process missing or not followed' },
    source: DESK,
  },
  {
    code: 'NN-14',
    name: { vi: 'Mã hóa, chứng chỉ SSL/TLS', en: 'Encryption or SSL/TLS certificate' },
    source: DESK,
  },
  {
    code: 'NN-15',
    name: { vi: 'Nguồn bên ngoài, không từ website', en: 'External source, not the website' },
    source: DESK,
  },
  {
    code: 'NN-16',
    name: { vi: 'Không xác định được', en: 'Could not be determined' },
    source: DESK,
  },
  {
    code: 'NN-17',
    name: { vi: 'Không có vi phạm', en: 'No violation' },
    source: DESK,
  },
]

/** Causes that say by themselves that information leaked or was used wrongly: staff, mistaken sending, sellers, no consent. */
export const CAUSES_OF_VIOLATION: readonly string[] = ['NN-05', 'NN-06', 'NN-07', 'NN-09']
