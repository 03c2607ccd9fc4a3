import type { BreachState, NoticeDecision } from '../breach/model.ts'
import type { DeadlineState } from '../deadlines/model.ts'
import type { DispatchChannel } from '../letters/model.ts'
import type { ApprovalMark } from '../people/account.ts'
import type { IdentityResult, RightState } from '../rights/model.ts'
import type { Language } from '../taxonomies/term.ts'
import type { Register } from './registers.ts'

/** What is said in the registers besides the heads of their columns. */
export type RegisterWords = Readonly<{
  name: Readonly<Record<Register, string>>
  /** Said at the head of each: the period, who made it, when, and how many lines it has. */
  period(from: string, to: string): string
  made(by: string, day: string, time: string): string
  count(lines: number): string
  page: string
  yes: string
  /** Of whom something was passed on to and who has said nothing yet. */
  unconfirmed: string
  none: string
  inTime: Readonly<Record<DeadlineState, string>>
  /** By how many days an act was late, and by how many it is so far. */
  lateBy(days: number): string
  overdueBy(days: number): string
  rightState: Readonly<Record<RightState, string>>
  identity: Readonly<Record<IdentityResult, string>>
  breachState: Readonly<Record<BreachState, string>>
  notice: Readonly<Record<NoticeDecision, string>>
  sentBy: Readonly<Record<DispatchChannel, string>>
  mark: Readonly<Record<ApprovalMark, string>>
  toList: string
  toPublic: string
  erasedLetter: string
  replacedBy(number: string): string
  lostNumber: string
  moment(day: string, time: string): string
}>

const VI: RegisterWords = {
  name: {
    complaints: 'Sổ theo dõi khiếu nại',
    rights: 'Sổ theo dõi yêu cầu của chủ thể dữ liệu',
    violations: 'Sổ theo dõi vi phạm quy định bảo vệ dữ liệu cá nhân',
    letters: 'Sổ đăng ký văn bản đi',
  },
  period: (from, to) => `Kỳ: từ ngày ${from} đến ngày ${to}`,
  made: (by, day, time) => `Người lập: ${by}, lúc ${time} ngày ${day}`,
  count: (lines) => `Số dòng: ${String(lines)}`,
  page: 'Trang',
  yes: 'Có',
  unconfirmed: 'chưa xác nhận',
  none: 'Không có dòng nào trong kỳ này.',
  inTime: { running: 'Đang chạy', met: 'Đúng hạn', missed: 'Trễ hạn', ended: 'Không còn áp dụng' },
  lateBy: (days) => `Trễ ${String(days)} ngày`,
  overdueBy: (days) => `Đang chạy, đã quá hạn ${String(days)} ngày`,
  rightState: {
    open: 'Đang thực hiện',
    done: 'Đã thực hiện',
    refused: 'Từ chối',
    dropped: 'Không còn yêu cầu',
  },
  identity: { matched: 'Khớp', unmatched: 'Không khớp' },
  breachState: { suspected: 'Nghi ngờ', confirmed: 'Đã xác nhận', 'ruled-out': 'Đã loại trừ' },
  notice: {
    undecided: 'Chưa quyết định',
    owed: 'Phải thông báo',
    'not-owed': 'Không phải thông báo',
  },
  sentBy: {
    email: 'Thư điện tử',
    post: 'Bưu điện',
    courier: 'Chuyển phát',
    'in-person': 'Trao tận tay',
    portal: 'Cổng thông tin',
    published: 'Đăng công khai',
  },
  mark: {
    alone: 'Chưa có người thứ hai độc lập',
    unconfirmed: 'Người duyệt chưa được xác nhận',
    'nobody-else': 'Không có người khác để xem xét lại',
  },
  toList: 'Những người trong danh sách kèm theo',
  toPublic: 'Đăng công khai',
  erasedLetter: 'Nội dung đã xóa',
  replacedBy: (number) => `Thay bằng ${number}`,
  lostNumber: 'Số đã cấp, văn bản bị mất cùng phần dữ liệu bị mất',
  moment: (day, time) => `${time} ngày ${day}`,
}

const EN: RegisterWords = {
  name: {
    complaints: 'Register of complaints',
    rights: 'Register of data subject requests',
    violations: 'Register of violations of data protection',
    letters: 'Register of letters sent',
  },
  period: (from, to) => `Period: ${from} to ${to}`,
  made: (by, day, time) => `Made by ${by}, ${day} at ${time}`,
  count: (lines) => `Lines: ${String(lines)}`,
  page: 'Page',
  yes: 'Yes',
  unconfirmed: 'not yet',
  none: 'No lines in this period.',
  inTime: { running: 'Running', met: 'In time', missed: 'Late', ended: 'No longer applies' },
  lateBy: (days) => (days === 1 ? 'Late by 1 day' : `Late by ${String(days)} days`),
  overdueBy: (days) => `Running, overdue by ${days === 1 ? '1 day' : `${String(days)} days`}`,
  rightState: {
    open: 'In progress',
    done: 'Carried out',
    refused: 'Refused',
    dropped: 'No longer asked for',
  },
  identity: { matched: 'Matches', unmatched: 'Does not match' },
  breachState: { suspected: 'Suspected', confirmed: 'Confirmed', 'ruled-out': 'Ruled out' },
  notice: {
    undecided: 'Not decided',
    owed: 'Must be notified',
    'not-owed': 'Need not be notified',
  },
  sentBy: {
    email: 'E-mail',
    post: 'Post',
    courier: 'Courier',
    'in-person': 'By hand',
    portal: 'Portal',
    published: 'Published',
  },
  mark: {
    alone: 'No independent second person yet',
    unconfirmed: 'Approver not confirmed',
    'nobody-else': 'Nobody else was there to review it',
  },
  toList: 'Those on its list',
  toPublic: 'The public',
  erasedLetter: 'Content erased',
  replacedBy: (number) => `Replaced by ${number}`,
  lostNumber: 'Number given out; the letter was lost with the data that was lost',
  moment: (day, time) => `${day}, ${time}`,
}

export const REGISTER_WORDS: Readonly<Record<Language, RegisterWords>> = { vi: VI, en: EN }
