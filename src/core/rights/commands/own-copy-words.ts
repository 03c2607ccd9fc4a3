import type { Direction, EntryKind, LogEntry } from '../../contacts/model.ts'
import type { Right, RightState } from '../model.ts'

/** What of an entry of the contact log is told to its complainant. */
type Said = Pick<LogEntry, 'kind' | 'direction' | 'contact' | 'body'>

const SAID: Readonly<Record<EntryKind, string>> = {
  call: 'gọi điện',
  message: 'nhắn tin',
  email: 'gửi thư điện tử',
  visit: 'gặp trực tiếp',
  note: 'ghi chú',
}

const DIRECTIONS_SAID: Readonly<Record<Direction, string>> = {
  in: 'người khiếu nại',
  out: 'ban',
}

const KINDS: Readonly<Record<Right, string>> = {
  withdraw: 'Rút lại sự đồng ý',
  restrict: 'Hạn chế xử lý dữ liệu',
  object: 'Phản đối việc xử lý dữ liệu',
  view: 'Xem dữ liệu',
  correct: 'Chỉnh sửa dữ liệu',
  copy: 'Cung cấp bản sao dữ liệu',
  delete: 'Xóa dữ liệu',
  protect: 'Áp dụng biện pháp bảo vệ',
}

const STATES: Readonly<Record<RightState, string>> = {
  open: 'đang thực hiện',
  done: 'đã thực hiện',
  refused: 'đã từ chối',
  dropped: 'không thực hiện nữa',
}

/** What the first page of a complainant's own copy says, in Vietnamese. */
export const OWN_COPY_WORDS = {
  title: 'Bản sao thông tin khiếu nại',
  typeLine: 'BẢN SAO THÔNG TIN',
  subject: (code: string): string => `Thông tin của người khiếu nại trong hồ sơ ${code}`,
  nothing: 'Không có',
  person: '1. Người khiếu nại',
  name: 'Họ và tên',
  phones: 'Số điện thoại',
  email: 'Thư điện tử',
  address: 'Địa chỉ',
  account: 'Tài khoản thành viên',
  actingFor: 'Thay mặt cho',
  complaint: '2. Khiếu nại',
  code: 'Mã hồ sơ',
  received: 'Tiếp nhận',
  moment: (day: string, time: string): string => `${time} ngày ${day}`,
  channel: 'Kênh',
  site: 'Website',
  subjectLabel: 'Tiêu đề',
  narrative: 'Nội dung',
  wanted: 'Yêu cầu',
  dataItems: 'Loại thông tin',
  categories: 'Phân loại',
  flags: 'Dấu hiệu cần lưu ý',
  points: 'Các điểm khiếu nại',
  point: (n: number, text: string, found: string): string => `(${n}) ${text}: ${found}`,
  open: 'chưa kết luận',
  outcome: 'Kết luận',
  outcomeReason: 'Lý do',
  rights: '3. Quyền đã yêu cầu',
  right: (kind: string, asked: string, state: string, settled: string): string =>
    [
      `${kind}: yêu cầu ngày ${asked}, ${state}`,
      ...(settled === '' ? [] : [`ngày ${settled}`]),
    ].join(' '),
  letters: '4. Thư đã gửi cho người khiếu nại (kèm theo)',
  letter: (number: string, day: string): string => `Số ${number} ngày ${day}`,
  files: '5. Tệp do người khiếu nại đưa (kèm theo)',
  log: '6. Những lần liên lạc',
  said: ({ kind, direction, contact, body }: Said, moment: string): string =>
    `${moment}, ${DIRECTIONS_SAID[direction ?? 'in']} ${SAID[kind]}${contact === null ? '' : ` (${contact})`}: ${body}`,
  kinds: KINDS,
  states: STATES,
} as const
