import type { Term } from './term.ts'

const DESK = 'Complaint desk taxonomy 2026'

/** Root causes. NN-16 (undetermined) always needs a reason. */
export const CAUSES: readonly Term[] = [
  {
    code: 'NN-01',
    name: { vi: 'Lỗi cấu hình, phân quyền', en: 'Misconfiguration or wrong permissions' },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-02',
    name: { vi: 'Lỗ hổng phần mềm', en: 'Software vulnerability' },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-03',
    name: { vi: 'Tấn công mạng, mã độc', en: 'Cyber attack or malware' },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-04',
    name: {
      vi: 'Mật khẩu yếu, dùng lại hoặc bị lừa đảo',
      en: 'Weak, reused or phished credentials',
    },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-05',
    name: {
      vi: 'Nhân viên truy cập hoặc tiết lộ sai quy định',
      en: 'Improper access or disclosure by staff',
    },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-06',
    name: {
      vi: 'Thao tác nhầm: gửi sai người, sai tệp',
      en: 'Human error: wrong recipient or wrong file',
    },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-07',
    name: { vi: 'Người bán sử dụng sai', en: 'Misuse by a seller' },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-08',
    name: {
      vi: 'Bên xử lý: vận chuyển, thanh toán, email, lưu trữ',
      en: 'Processor: delivery, payment, e-mail, hosting',
    },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-09',
    name: { vi: 'Thiếu hoặc không ghi nhận sự đồng ý', en: 'Consent missing or not recorded' },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-10',
    name: { vi: 'Danh sách từ chối không đồng bộ', en: 'Opt-out list not synchronised' },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-11',
    name: { vi: 'Dữ liệu nhập sai, không cập nhật', en: 'Data entered wrongly or not updated' },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-12',
    name: { vi: 'Lưu giữ quá thời hạn', en: 'Kept beyond the retention period' },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-13',
    name: { vi: 'Quy trình thiếu hoặc không được tuân thủ', en: 'Process missing or not followed' },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-14',
    name: { vi: 'Mã hóa, chứng chỉ SSL/TLS', en: 'Encryption or SSL/TLS certificate' },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-15',
    name: { vi: 'Nguồn bên ngoài, không từ website', en: 'External source, not the website' },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-16',
    name: { vi: 'Không xác định được', en: 'Could not be determined' },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
  {
    code: 'NN-17',
    name: { vi: 'Không có vi phạm', en: 'No violation' },
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    source: DESK,
  },
]
