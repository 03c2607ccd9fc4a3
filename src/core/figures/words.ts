import type {
  Channel,
  DutyStanding,
  Outcome,
  Severity,
  Stage,
  Status,
} from '../complaints/model.ts'
import type { Language } from '../taxonomies/term.ts'
import type { ExportColumn } from './list-export.ts'
import type { Dimension } from './model.ts'

/** The fixed words of what leaves the program with figures in it: lists, tables and the report of the board. */
export type FigureWords = Readonly<{
  columns: Readonly<Record<ExportColumn, string>>
  stage: Readonly<Record<Stage, string>>
  status: Readonly<Record<Status, string>>
  severity: Readonly<Record<Severity, string>>
  channel: Readonly<Record<Channel, string>>
  outcome: Readonly<Record<Outcome, string>>
  nobody: string
  /** In place of a name whoever takes the list out is not shown. */
  coveredName: string
  list: string
  /** Codes that were given out and whose case was lost. */
  lost: Readonly<Record<'title' | 'code' | 'reason' | 'found', string>>
  /** The calendar of time limits. */
  calendar: string
  figures: Readonly<
    Record<
      | 'received'
      | 'answered'
      | 'within10'
      | 'within20'
      | 'within30'
      | 'late'
      | 'running'
      | 'overdue'
      | 'ended'
      | 'reviews'
      | 'reviewsConfirmed'
      | 'reviewsReplaced'
      | 'again'
      | 'sentOn'
      | 'compensations'
      | 'compensationAmount'
      | 'medianDays'
      | 'p90Days',
      string
    >
  >
  /** Every duty by kind: the title, the head of its names, and of its columns. */
  duties: Readonly<Record<'title' | 'duty' | DutyStanding, string>>
  dimension: Readonly<Record<Dimension, string>>
  report: Readonly<{
    title: string
    typeLine: string
    subject(from: string, to: string): string
    opening(board: string, from: string, to: string): string
    overview: string
    months: string
    month: string
    figure: string
    value: string
    none: string
    close: string
    /** What the counts mean, so that nobody compares what cannot be compared. */
    note: string
    copies: string
  }>
}>

const VI: FigureWords = {
  columns: {
    code: 'Mã',
    status: 'Trạng thái',
    received: 'Tiếp nhận',
    due: 'Thời hạn',
    duty: 'Việc đến hạn',
    dueDay: 'Ngày đến hạn',
    name: 'Người khiếu nại',
    subject: 'Tóm tắt',
    stage: 'Bước',
    severity: 'Mức độ',
    assignee: 'Phụ trách',
    channel: 'Kênh',
    site: 'Website',
    outcome: 'Kết luận',
  },
  stage: {
    received: 'Mới tiếp nhận',
    checking: 'Kiểm tra tình trạng',
    'finding-cause': 'Tìm nguyên nhân',
    remedying: 'Khắc phục',
    answering: 'Trả lời',
    done: 'Đã xong',
  },
  status: {
    open: 'Đang giải quyết',
    answered: 'Đã trả lời',
    closed: 'Đã đóng',
    withdrawn: 'Người khiếu nại đã rút',
    rejected: 'Không thuộc phạm vi',
    duplicate: 'Trùng khiếu nại khác',
  },
  severity: { low: 'Thấp', medium: 'Trung bình', high: 'Cao', critical: 'Nghiêm trọng' },
  channel: {
    phone: 'Điện thoại',
    email: 'Thư điện tử',
    'in-person': 'Trực tiếp',
    post: 'Bưu điện',
    'web-form': 'Biểu mẫu trên website',
    authority: 'Cơ quan nhà nước chuyển đến',
  },
  outcome: {
    upheld: 'Khiếu nại đúng',
    'partly-upheld': 'Khiếu nại đúng một phần',
    unfounded: 'Khiếu nại không có cơ sở',
    insufficient: 'Chưa đủ thông tin để kết luận',
    withdrawn: 'Người khiếu nại rút',
    'outside-remit': 'Không thuộc phạm vi giải quyết',
    duplicate: 'Trùng khiếu nại khác',
  },
  nobody: 'Chưa phân công',
  coveredName: 'Người khiếu nại (đã che)',
  list: 'Danh sách khiếu nại',
  lost: {
    title: 'Mã đã cấp nhưng hồ sơ bị mất',
    code: 'Mã',
    reason: 'Mất cùng phần dữ liệu bị mất; mã không cấp lại cho ai',
    found: 'Phát hiện ngày',
  },
  calendar: 'Thời hạn Hồi Âm',
  figures: {
    received: 'Khiếu nại tiếp nhận',
    answered: 'Đã trả lời',
    within10: 'Trả lời trong 10 ngày',
    within20: 'Trả lời từ ngày 11 đến ngày 20',
    within30: 'Trả lời từ ngày 21 đến hạn',
    late: 'Trả lời trễ hạn',
    running: 'Đang giải quyết',
    overdue: 'Đang quá hạn trả lời',
    ended: 'Kết thúc không cần trả lời',
    reviews: 'Đề nghị xem xét lại',
    reviewsConfirmed: 'Xem xét lại: giữ nguyên kết quả',
    reviewsReplaced: 'Xem xét lại: thay thế kết quả',
    again: 'Người đã từng khiếu nại trong 12 tháng trước',
    sentOn: 'Do cơ quan, tòa án chuyển đến',
    compensations: 'Có quyết định bồi thường, hoàn tiền',
    compensationAmount: 'Tổng số tiền bồi thường, hoàn tiền (đồng)',
    medianDays: 'Trung vị số ngày trả lời',
    p90Days: '90% trả lời trong (ngày)',
  },
  duties: {
    title: 'Mọi việc có thời hạn (số khiếu nại)',
    duty: 'Loại việc',
    met: 'Đã làm đúng hạn',
    missed: 'Đã làm trễ hạn',
    running: 'Còn trong hạn',
    overdue: 'Chưa làm, đã quá hạn',
  },
  dimension: {
    channel: 'Kênh tiếp nhận',
    site: 'Website',
    severity: 'Mức độ',
    outcome: 'Kết luận',
    category: 'Loại khiếu nại',
    clause: 'Điều khoản liên quan',
    cause: 'Nguyên nhân chính',
    contributing: 'Nguyên nhân khác đã xác nhận',
    firm: 'Công ty an ninh mạng',
    lateReason: 'Lý do trễ hạn',
  },
  report: {
    title: 'Báo cáo giải quyết khiếu nại',
    typeLine: 'BÁO CÁO',
    subject: (from, to) =>
      `Kết quả giải quyết khiếu nại về thông tin cá nhân từ ngày ${from} đến ngày ${to}`,
    opening: (board, from, to) =>
      `${board} báo cáo kết quả giải quyết các khiếu nại về thông tin cá nhân tiếp nhận từ ngày ${from} đến ngày ${to} như sau:`,
    overview: 'Tình hình chung',
    months: 'Theo tháng tiếp nhận',
    month: 'Tháng',
    figure: 'Chỉ tiêu',
    value: 'Số liệu',
    none: 'Chưa có số liệu.',
    close: 'Trên đây là báo cáo của Ban quản trị./.',
    note: 'Số liệu tính theo khiếu nại tiếp nhận trong kỳ. Ngày trả lời là ngày gửi thư kết quả; một khiếu nại có thể thuộc nhiều loại, nhiều điều khoản, có nhiều việc có thời hạn.',
    copies: '- Lưu: VT, BQT.',
  },
}

const EN: FigureWords = {
  columns: {
    code: 'Code',
    status: 'Status',
    received: 'Received',
    due: 'Due',
    duty: 'Duty',
    dueDay: 'Day it is due',
    name: 'Complainant',
    subject: 'Subject',
    stage: 'Stage',
    severity: 'Severity',
    assignee: 'Assignee',
    channel: 'Channel',
    site: 'Website',
    outcome: 'Outcome',
  },
  stage: {
    received: 'Just received',
    checking: 'Checking the state',
    'finding-cause': 'Finding the cause',
    remedying: 'Remedying',
    answering: 'Answering',
    done: 'Done',
  },
  status: {
    open: 'Being handled',
    answered: 'Answered',
    closed: 'Closed',
    withdrawn: 'Withdrawn by the complainant',
    rejected: 'Outside our remit',
    duplicate: 'Same as another complaint',
  },
  severity: { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' },
  channel: {
    phone: 'Telephone',
    email: 'E-mail',
    'in-person': 'In person',
    post: 'Post',
    'web-form': 'Form on the website',
    authority: 'Passed on by an authority',
  },
  outcome: {
    upheld: 'Upheld',
    'partly-upheld': 'Partly upheld',
    unfounded: 'Unfounded',
    insufficient: 'Not enough information to conclude',
    withdrawn: 'Withdrawn by the complainant',
    'outside-remit': 'Outside our remit',
    duplicate: 'Same as another complaint',
  },
  nobody: 'Nobody yet',
  coveredName: 'Complainant (covered)',
  list: 'Complaints',
  lost: {
    title: 'Codes given out whose case is lost',
    code: 'Code',
    reason: 'Lost with the data that was lost; the code is given to nobody else',
    found: 'Found on',
  },
  calendar: 'Hồi Âm time limits',
  figures: {
    received: 'Complaints received',
    answered: 'Answered',
    within10: 'Answered within 10 days',
    within20: 'Answered on days 11 to 20',
    within30: 'Answered from day 21 to the limit',
    late: 'Answered late',
    running: 'Being handled',
    overdue: 'Answer overdue now',
    ended: 'Ended without an answer',
    reviews: 'Reviews asked for',
    reviewsConfirmed: 'Reviews that confirmed the result',
    reviewsReplaced: 'Reviews that replaced the result',
    again: 'From somebody who complained in the year before',
    sentOn: 'Sent on by an authority or a court',
    compensations: 'With a compensation or refund',
    compensationAmount: 'Compensations and refunds in total (VND)',
    medianDays: 'Days to the answer, median',
    p90Days: 'Days to the answer, 90% within',
  },
  duties: {
    title: 'Every duty by kind (complaints)',
    duty: 'Duty',
    met: 'Met in time',
    missed: 'Met late',
    running: 'Open, in time',
    overdue: 'Open, overdue',
  },
  dimension: {
    channel: 'Channel',
    site: 'Website',
    severity: 'Severity',
    outcome: 'Outcome',
    category: 'Kind of complaint',
    clause: 'Clause concerned',
    cause: 'Primary cause',
    contributing: 'Other confirmed cause',
    firm: 'Security firm',
    lateReason: 'Reason for being late',
  },
  report: {
    title: 'Report on complaints',
    typeLine: 'REPORT',
    subject: (from, to) => `Complaints about personal information, ${from} to ${to}`,
    opening: (board, from, to) =>
      `${board} reports on the complaints about personal information received from ${from} to ${to}:`,
    overview: 'Overview',
    months: 'By month of receipt',
    month: 'Month',
    figure: 'Figure',
    value: 'Value',
    none: 'No figures yet.',
    close: 'End of the report.',
    note: 'Figures are of the complaints received in the period. The day of an answer is the day the result letter was sent; a complaint may belong to several kinds and clauses and have several duties.',
    copies: '- File.',
  },
}

export const FIGURE_WORDS: Readonly<Record<Language, FigureWords>> = { vi: VI, en: EN }
