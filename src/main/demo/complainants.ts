import type { ComplainantInput } from '#core/complaints/facts.ts'
import { UNKNOWN_COMPLAINANT } from '#core/complaints/model.ts'
import { fold } from '#core/kernel/text.ts'
import type { Random } from './random.ts'

const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Huỳnh',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Đinh',
  'Trịnh',
  'Mai',
  'Tô',
] as const
const FEMALE = [
  'Thị Thu Hà',
  'Thị Ngọc Ánh',
  'Thị Mỹ Duyên',
  'Khánh Linh',
  'Thị Hoà',
  'Thùy Dương',
  'Thị Bích Ngọc',
  'Thanh Trúc',
  'Thị Kim Oanh',
  'Phương Thảo',
  'Bảo Châu',
  'Thị Tuyết Nhung',
  'Hồng Nhung',
  'Thị Hường',
  'Quỳnh Như',
  'Thị Ái Vân',
  'Mỹ Hạnh',
  'Thị Yến',
] as const
const MALE = [
  'Văn Hùng',
  'Quốc Bảo',
  'Minh Tuấn',
  'Đức Thịnh',
  'Hữu Phước',
  'Thành Đạt',
  'Văn Dũng',
  'Anh Khoa',
  'Trọng Nghĩa',
  'Quang Huy',
  'Ngọc Sơn',
  'Văn Ý',
  'Gia Huy',
  'Tấn Lộc',
  'Xuân Trường',
  'Hoàng Phúc',
  'Đình Quyết',
  'Công Vinh',
] as const
/** Two levels since 1 July 2025: commune, province; older speech still names a district. */
const ADDRESSES = [
  '12 Nguyễn Huệ, phường Sài Gòn, Thành phố Hồ Chí Minh',
  '45/7 Lê Văn Sỹ, phường Nhiêu Lộc, Thành phố Hồ Chí Minh',
  '208 Đường 3 Tháng 2, phường Diên Hồng, Thành phố Hồ Chí Minh',
  '17 ngõ 82 Chùa Láng, phường Láng, Hà Nội',
  '9 Hàng Bài, phường Cửa Nam, Hà Nội',
  '31 Bạch Đằng, phường Hải Châu, Đà Nẵng',
  '102 Trần Phú, phường Nha Trang, Khánh Hòa',
  '64 Hùng Vương, phường Thuận Hóa, Huế',
  '5 Nguyễn Trãi, phường Ninh Kiều, Cần Thơ',
  '88 Phạm Văn Thuận, phường Tam Hiệp, Đồng Nai',
  'Thôn 4, xã Ea Kao, Đắk Lắk',
  '23 Lạch Tray, phường Gia Viên, Hải Phòng',
] as const
const MOBILE_PREFIXES = ['032', '038', '070', '079', '081', '086', '090', '093', '098'] as const

/** A person who might well call: Vietnamese name, phone as people say it, sometimes an e-mail or account. */
export function makeComplainant(random: Random): ComplainantInput {
  const isWoman = random.chance(0.55)
  const given = isWoman ? random.pick(FEMALE) : random.pick(MALE)
  const fullName = `${random.pick(FAMILY)} ${given}`
  const account = `${fold(fullName).replace(/ /g, '.')}${random.between(1, 99)}`
  return {
    ...UNKNOWN_COMPLAINANT,
    salutation: random.chance(0.1) ? 'unknown' : isWoman ? 'ms' : 'mr',
    fullName,
    phones: [spokenPhone(random)],
    email: random.chance(0.75) ? `${account}@example.com` : null,
    address: random.chance(0.8) ? random.pick(ADDRESSES) : null,
    memberAccount: random.chance(0.6) ? account : null,
    actingFor: random.chance(0.06) ? 'bà Nguyễn Thị Sáu (mẹ ruột), có giấy ủy quyền' : null,
  }
}

function spokenPhone(random: Random): string {
  const prefix = random.pick(MOBILE_PREFIXES)
  const rest = String(random.between(0, 9_999_999)).padStart(7, '0')
  const spoken = `${prefix} ${rest.slice(0, 3)} ${rest.slice(3)}`
  return random.chance(0.2) ? `+84 ${spoken.slice(1)}` : spoken
}
