import type { Advice } from './advice.ts'
import type { Term } from './term.ts'

export type Sensitivity = 'basic' | 'guarded' | 'sensitive'
export type DataItem = Term &
  Readonly<{
    sensitivity: Sensitivity
    /** What whoever's it is does once it is out, beside what everybody does. */
    advice?: Advice
  }>

const DESK = 'Decree 356/2025/ND-CP arts 3–4, applied to this site'

/** The personal data this site holds. `sensitive` is the closed list of Decree 356/2025 art. 4; `guarded` is basic by law but treated as sensitive here. */
export const DATA_ITEMS: readonly DataItem[] = [
  {
    code: 'name',
    name: { vi: 'Họ và tên', en: 'Full name' },
    source: DESK,
    sensitivity: 'basic',
  },
  {
    code: 'gender',
    name: { vi: 'Giới tính', en: 'Gender' },
    source: DESK,
    sensitivity: 'basic',
  },
  {
    code: 'birth-date',
    name: { vi: 'Ngày sinh, tuổi', en: 'Date of birth, age' },
    source: DESK,
    sensitivity: 'basic',
  },
  {
    code: 'address',
    name: { vi: 'Địa chỉ giao hàng', en: 'Delivery address' },
    source: DESK,
    sensitivity: 'basic',
  },
  {
    code: 'phone',
    name: { vi: 'Số điện thoại', en: 'Phone number' },
    source: DESK,
    sensitivity: 'basic',
  },
  {
    code: 'email',
    name: { vi: 'Thư điện tử', en: 'E-mail address' },
    source: DESK,
    sensitivity: 'basic',
  },
  {
    code: 'account',
    name: { vi: 'Tên đăng nhập, tài khoản thành viên', en: 'Login name, member account' },
    source: DESK,
    sensitivity: 'basic',
    advice: 'password',
  },
  {
    code: 'password',
    name: { vi: 'Mật khẩu tài khoản', en: 'Account password' },
    source: DESK,
    sensitivity: 'guarded',
    advice: 'password',
  },
  {
    code: 'purchases',
    name: { vi: 'Lịch sử mua hàng', en: 'Purchase history' },
    source: DESK,
    sensitivity: 'guarded',
  },
  {
    code: 'voucher',
    name: { vi: 'Mã voucher', en: 'Voucher code' },
    source: DESK,
    sensitivity: 'guarded',
    advice: 'voucher',
  },
  {
    code: 'browsing',
    name: { vi: 'Trang đã xem, hành vi duyệt web', en: 'Pages viewed, browsing behaviour' },
    source: DESK,
    sensitivity: 'sensitive',
  },
  {
    code: 'card',
    name: { vi: 'Thông tin thẻ, giao dịch ngân hàng', en: 'Card data, bank transactions' },
    source: DESK,
    sensitivity: 'sensitive',
    advice: 'bank',
  },
  {
    code: 'id-image',
    name: { vi: 'Ảnh CCCD, giấy tờ tùy thân', en: 'Image of an identity document' },
    source: DESK,
    sensitivity: 'sensitive',
    advice: 'identity',
  },
  {
    code: 'location',
    name: { vi: 'Vị trí GPS', en: 'GPS location' },
    source: DESK,
    sensitivity: 'sensitive',
    advice: 'location',
  },
  {
    code: 'biometrics',
    name: { vi: 'Dữ liệu sinh trắc học', en: 'Biometric data' },
    source: DESK,
    sensitivity: 'sensitive',
    advice: 'identity',
  },
  {
    code: 'id-number',
    name: { vi: 'Số định danh cá nhân, số CCCD', en: 'Identity number' },
    source: DESK,
    sensitivity: 'basic',
    advice: 'identity',
  },
  {
    code: 'image',
    name: { vi: 'Hình ảnh của cá nhân', en: 'Image of the person' },
    source: DESK,
    sensitivity: 'basic',
  },
  {
    code: 'reviews',
    name: { vi: 'Đánh giá, bình luận', en: 'Reviews, comments' },
    source: DESK,
    sensitivity: 'basic',
  },
  {
    code: 'device',
    name: { vi: 'Địa chỉ IP, thiết bị, nhật ký', en: 'IP address, device, logs' },
    source: DESK,
    sensitivity: 'basic',
  },
  {
    code: 'recipient',
    name: { vi: 'Thông tin người nhận quà', en: 'Gift recipient data' },
    source: DESK,
    sensitivity: 'basic',
  },
  {
    code: 'other',
    name: { vi: 'Thông tin khác', en: 'Other information' },
    source: DESK,
    sensitivity: 'basic',
  },
]
