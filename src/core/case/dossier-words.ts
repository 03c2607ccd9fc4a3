import type { Direction, EntryKind } from '../contacts/model.ts'
import type { Giver } from '../evidence/model.ts'
import type { CauseState, Finding } from '../investigation/model.ts'
import type { LetterState } from '../letters/model.ts'
import type { StepState } from '../remediation/model.ts'
import type { Bilingual, Language } from '../taxonomies/term.ts'

/** What is said on a printed case beside what lists and registers say of the same things. */
export const DOSSIER_TEXTS = {
  title: { vi: 'Hồ sơ khiếu nại', en: 'Complaint file' },
  confidential: {
    vi: 'Tài liệu lưu hành nội bộ, có thông tin cá nhân: chỉ người có trách nhiệm được xem; không sao chụp, không chuyển cho người khác.',
    en: 'Internal, contains personal information: only for those responsible; not to be copied or passed on.',
  },
  covered: {
    vi: 'Thông tin che bằng dấu * là thông tin người in không được xem.',
    en: 'What is covered by * is not shown to whoever printed this.',
  },
  head: { vi: 'Thông tin chung', en: 'The case' },
  code: { vi: 'Mã hồ sơ', en: 'Case' },
  subject: { vi: 'Tóm tắt', en: 'Subject' },
  status: { vi: 'Trạng thái', en: 'Status' },
  severity: { vi: 'Mức độ', en: 'Severity' },
  channel: { vi: 'Kênh', en: 'Channel' },
  site: { vi: 'Website', en: 'Website' },
  received: { vi: 'Tiếp nhận', en: 'Received' },
  assignee: { vi: 'Phụ trách', en: 'Assignee' },
  complainant: { vi: 'Người khiếu nại', en: 'Complainant' },
  name: { vi: 'Họ tên', en: 'Name' },
  phones: { vi: 'Điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  account: { vi: 'Tài khoản thành viên', en: 'Member account' },
  actingFor: { vi: 'Khiếu nại thay cho', en: 'On behalf of' },
  facts: { vi: 'Nội dung khiếu nại', en: 'The complaint' },
  narrative: { vi: 'Người khiếu nại kể', en: 'As told' },
  wanted: { vi: 'Yêu cầu', en: 'Asked for' },
  dataItems: { vi: 'Thông tin liên quan', en: 'Information concerned' },
  categories: { vi: 'Loại sự việc', en: 'Kind of matter' },
  clauses: { vi: 'Điều khoản chính sách', en: 'Passages of the policy' },
  flags: { vi: 'Yếu tố nghiêm trọng', en: 'What makes it graver' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
  outcome: { vi: 'Kết luận chung', en: 'Outcome' },
  reason: { vi: 'Lý do', en: 'Reason' },
  point: { vi: 'Điểm khiếu nại', en: 'Point' },
  noPoints: {
    vi: 'Khiếu nại chưa kết luận và không chia thành các điểm.',
    en: 'Not concluded, and not divided into points.',
  },
  rights: { vi: 'Yêu cầu về quyền của chủ thể dữ liệu', en: 'Rights asked for' },
  right: { vi: 'Quyền', en: 'Right' },
  asked: { vi: 'Yêu cầu lúc', en: 'Asked' },
  settled: { vi: 'Ngày xong', en: 'Settled' },
  noRights: { vi: 'Không có yêu cầu về quyền.', en: 'No rights were asked for.' },
  breach: { vi: 'Vi phạm dữ liệu cá nhân', en: 'Data protection violation' },
  detected: { vi: 'Phát hiện lúc', en: 'Detected' },
  happened: { vi: 'Việc đã xảy ra', en: 'What happened' },
  measures: { vi: 'Khắc phục', en: 'Measures' },
  noBreach: { vi: 'Không ghi nhận vi phạm.', en: 'No violation is on record.' },
  clocks: { vi: 'Thời hạn', en: 'Time limits' },
  rule: { vi: 'Thời hạn', en: 'Time limit' },
  began: { vi: 'Bắt đầu', en: 'Began' },
  due: { vi: 'Hết hạn', en: 'Due' },
  stopped: { vi: 'Dừng', en: 'Stopped' },
  extended: { vi: 'đã gia hạn', en: 'extended' },
  noClocks: { vi: 'Không có thời hạn nào.', en: 'There are no time limits.' },
  state: { vi: 'Tình trạng thông tin', en: 'State of the information' },
  item: { vi: 'Thông tin', en: 'Information' },
  system: { vi: 'Nơi kiểm tra', en: 'Where' },
  before: { vi: 'Trước khắc phục', en: 'Before the remedy' },
  after: { vi: 'Sau khắc phục', en: 'After the remedy' },
  unchecked: { vi: 'Chưa kiểm tra', en: 'Not checked yet' },
  noState: { vi: 'Chưa kiểm tra thông tin nào.', en: 'Nothing was checked yet.' },
  cause: { vi: 'Nguyên nhân', en: 'Cause' },
  category: { vi: 'Nguyên nhân chính', en: 'Primary cause' },
  statement: { vi: 'Diễn giải', en: 'In words' },
  undetermined: { vi: 'Lý do không xác định được', en: 'Why it is undetermined' },
  searchUntil: { vi: 'Tiếp tục tìm đến', en: 'Searched for until' },
  contributing: { vi: 'Nguyên nhân góp phần', en: 'Contributing causes' },
  suspected: { vi: 'Nguyên nhân nghi ngờ', en: 'Suspected causes' },
  whys: { vi: 'Chuỗi nguyên nhân', en: 'Chain of causes' },
  noCause: { vi: 'Chưa ghi nguyên nhân.', en: 'No cause is on record yet.' },
  remedies: { vi: 'Biện pháp khắc phục và lời hứa', en: 'Remedies and promises' },
  remedy: { vi: 'Biện pháp', en: 'Remedy' },
  text: { vi: 'Nội dung', en: 'What' },
  owner: { vi: 'Người làm', en: 'By' },
  noneNeeded: { vi: 'Không cần khắc phục', en: 'No remedy is needed' },
  noRemedies: { vi: 'Chưa có biện pháp nào.', en: 'No remedies yet.' },
  letters: { vi: 'Thư', en: 'Letters' },
  kind: { vi: 'Loại', en: 'Kind' },
  number: { vi: 'Số', en: 'Number' },
  issued: { vi: 'Phát hành', en: 'Issued' },
  sent: { vi: 'Gửi', en: 'Sent' },
  noLetters: { vi: 'Chưa có thư nào.', en: 'No letters yet.' },
  evidence: { vi: 'Tệp chứng cứ', en: 'Evidence' },
  file: { vi: 'Tệp', en: 'File' },
  giver: { vi: 'Ai đưa', en: 'Given by' },
  added: { vi: 'Đính kèm', en: 'Added' },
  giverUnknown: { vi: 'Chưa ghi ai đưa', en: 'Not noted who gave it' },
  destroyed: { vi: 'đã hủy', en: 'destroyed' },
  noEvidence: { vi: 'Chưa có tệp nào.', en: 'No files yet.' },
  log: { vi: 'Sổ liên lạc và ghi chú', en: 'Contact log and notes' },
  at: { vi: 'Lúc', en: 'When' },
  contact: { vi: 'Số, địa chỉ liên lạc', en: 'Number or address' },
  withdrawn: { vi: 'Đã rút lại', en: 'Taken back' },
  noLog: { vi: 'Chưa có lần liên lạc hay ghi chú nào.', en: 'No contacts or notes yet.' },
  history: { vi: 'Lịch sử hồ sơ', en: 'History' },
  sequence: { vi: 'Số thứ tự', en: 'No.' },
  person: { vi: 'Người làm', en: 'Who' },
  act: { vi: 'Việc', en: 'Act' },
  program: { vi: 'Chương trình', en: 'The program' },
  noHistory: { vi: 'Chưa có thay đổi nào.', en: 'No changes yet.' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** The words of what is kept as a code: those of the screen, which a test compares. */
export const DOSSIER_TERMS: Readonly<{
  finding: Readonly<Record<Finding, Bilingual>>
  cause: Readonly<Record<CauseState, Bilingual>>
  step: Readonly<Record<StepState, Bilingual>>
  letter: Readonly<Record<LetterState, Bilingual>>
  entry: Readonly<Record<EntryKind, Bilingual>>
  direction: Readonly<Record<Direction, Bilingual>>
  giver: Readonly<Record<Giver, Bilingual>>
}> = {
  finding: {
    correct: { vi: 'Đúng', en: 'Correct' },
    wrong: { vi: 'Sai', en: 'Wrong' },
    leaked: { vi: 'Bị lộ', en: 'Leaked' },
    misused: { vi: 'Bị dùng sai mục đích', en: 'Misused' },
    missing: { vi: 'Thiếu', en: 'Missing' },
    deleted: { vi: 'Đã xóa', en: 'Deleted' },
    contained: { vi: 'Đã ngăn chặn, không còn lộ', en: 'Stopped, no longer exposed' },
    unknown: { vi: 'Chưa xác định', en: 'Not known' },
    'not-checked': { vi: 'Không kiểm tra', en: 'Not checked' },
  },
  cause: {
    open: { vi: 'Đang tìm', en: 'Being looked for' },
    established: { vi: 'Đã xác định', en: 'Established' },
    undetermined: { vi: 'Không xác định được', en: 'Undetermined' },
  },
  step: {
    planned: { vi: 'Đang thực hiện', en: 'Under way' },
    done: { vi: 'Đã xong', en: 'Done' },
    dropped: { vi: 'Không thực hiện nữa', en: 'Dropped' },
    missed: { vi: 'Không thực hiện được', en: 'Missed' },
  },
  letter: {
    draft: { vi: 'Bản nháp', en: 'Draft' },
    submitted: { vi: 'Đã trình ký', en: 'Submitted' },
    approved: { vi: 'Đã duyệt', en: 'Approved' },
    issued: { vi: 'Đã phát hành', en: 'Issued' },
  },
  entry: {
    call: { vi: 'Gọi điện', en: 'Call' },
    message: { vi: 'Tin nhắn', en: 'Message' },
    email: { vi: 'Thư điện tử', en: 'E-mail' },
    visit: { vi: 'Gặp trực tiếp', en: 'In person' },
    note: { vi: 'Ghi chú nội bộ', en: 'Internal note' },
  },
  direction: {
    in: { vi: 'Người khiếu nại liên lạc', en: 'The complainant' },
    out: { vi: 'Ban liên lạc', en: 'The board' },
  },
  giver: {
    complainant: { vi: 'Người khiếu nại', en: 'The complainant' },
    other: { vi: 'Nguồn khác', en: 'Elsewhere' },
  },
}

/** A sum paid, as the letters of the board write it. */
export function paidText(amount: number, day: string, language: Language): string {
  return language === 'vi'
    ? `số tiền ${amount.toLocaleString('vi-VN')} đồng, theo quyết định ngày ${day}`
    : `${amount.toLocaleString('en-GB')} VND, decided on ${day}`
}

/** Who printed it, and when. */
export function printedBy(by: string, day: string, time: string, language: Language): string {
  return language === 'vi'
    ? `Người in: ${by}, lúc ${time} ngày ${day}`
    : `Printed by ${by}, ${day} at ${time}`
}

/** That a history is longer than what is printed of it. */
export function onlyNewest(count: number, language: Language): string {
  return language === 'vi'
    ? `Lịch sử dài hơn: ở đây chỉ in ${String(count)} sự kiện mới nhất.`
    : `The history is longer: only its newest ${String(count)} events are printed here.`
}
