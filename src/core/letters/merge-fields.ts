import type { Bilingual } from '../taxonomies/term.ts'

/** The facts a house phrase may name, with what they are called beside the phrase. */
export const MERGE_FIELDS = {
  code: { vi: 'Mã khiếu nại', en: 'Complaint code' },
  receivedOn: { vi: 'Ngày tiếp nhận', en: 'Day of receipt' },
  receivedAt: { vi: 'Giờ và ngày tiếp nhận', en: 'Time and day of receipt' },
  channel: { vi: 'Kênh tiếp nhận', en: 'Channel of receipt' },
  readBack: { vi: 'Xác nhận đã đọc lại', en: 'Read-back confirmed' },
  takenBy: { vi: 'Người tiếp nhận', en: 'Taken by' },
  site: { vi: 'Website', en: 'Website' },
  subject: { vi: 'Tóm tắt khiếu nại', en: 'Subject of the complaint' },
  narrative: { vi: 'Nội dung khiếu nại', en: 'What was told' },
  wanted: { vi: 'Đề nghị của người khiếu nại', en: 'What is wanted' },
  dataItems: { vi: 'Thông tin bị khiếu nại', en: 'Information concerned' },
  dueOn: { vi: 'Hạn phản hồi', en: 'Day the answer is due' },
  honorific: { vi: 'Cách xưng hô', en: 'Form of address' },
  recipient: { vi: 'Người nhận', en: 'Addressee' },
  actingFor: { vi: 'Khiếu nại thay cho', en: 'Complains on behalf of' },
  checkPeriod: { vi: 'Thời gian kiểm tra', en: 'When it was checked' },
  systems: { vi: 'Hệ thống đã kiểm tra', en: 'Systems checked' },
  checkItems: { vi: 'Kết quả từng mục kiểm tra', en: 'Result of each check' },
  firmsUsed: { vi: 'Công ty an ninh mạng đã tham gia', en: 'Security firms that helped' },
  stateConclusion: { vi: 'Kết luận về tình trạng thông tin', en: 'Conclusion of the check' },
  outcomeReason: { vi: 'Lý do của kết quả', en: 'Reason of the outcome' },
  reviewed: { vi: 'Thư được xem xét lại', en: 'Letter under review' },
  confirmed: { vi: 'Thư được giữ nguyên kết quả', en: 'Letter that is confirmed' },
  replaced: { vi: 'Thư được thay thế kết quả', en: 'Letter that is replaced' },
  originalOn: { vi: 'Ngày tiếp nhận khiếu nại gốc', en: 'Day of the original complaint' },
  clauses: { vi: 'Nội dung quy định liên quan', en: 'Clauses concerned' },
  cause: { vi: 'Nguyên nhân', en: 'Cause' },
  causeCategory: { vi: 'Loại nguyên nhân', en: 'Kind of cause' },
  causeUndetermined: { vi: 'Lý do chưa rõ nguyên nhân', en: 'Why the cause is undetermined' },
  remedyCount: { vi: 'Số biện pháp', en: 'Number of remedies' },
  noRemedyReason: { vi: 'Lý do không cần biện pháp', en: 'Why no remedy is needed' },
  board: { vi: 'Tên ban quản trị', en: 'Name of the board' },
  company: { vi: 'Tên công ty', en: 'Name of the company' },
  website: { vi: 'Địa chỉ website của công ty', en: 'Web address of the company' },
  phone: { vi: 'Điện thoại của ban', en: 'Telephone of the board' },
  email: { vi: 'Thư điện tử của ban', en: 'E-mail of the board' },
  address: { vi: 'Địa chỉ của công ty', en: 'Address of the company' },
  asked: { vi: 'Nội dung yêu cầu', en: 'What is asked' },
  performed: { vi: 'Phần đã thực hiện', en: 'What was carried out' },
  reason: { vi: 'Lý do', en: 'Reason' },
  passedOn: { vi: 'Quyền được chuyển yêu cầu', en: 'Rights passed on' },
  replyBy: { vi: 'Hạn trả lời', en: 'Reply by' },
  duty: { vi: 'Việc được gia hạn', en: 'Duty that is extended' },
  clockEnd: { vi: 'Thời hạn ban đầu', en: 'Day it was due at first' },
  clockBasis: { vi: 'Căn cứ của thời hạn', en: 'Basis of the time limit' },
  newEnd: { vi: 'Thời hạn mới', en: 'New day' },
  happenedOn: { vi: 'Ngày xảy ra sự cố', en: 'Day of the incident' },
  happened: { vi: 'Diễn biến sự cố', en: 'What happened' },
  consequence: { vi: 'Ảnh hưởng có thể có', en: 'Possible consequences' },
  firm: { vi: 'Công ty an ninh mạng', en: 'Security firm' },
  contract: { vi: 'Số hợp đồng với công ty', en: 'Number of the firm’s contract' },
  firmScope: { vi: 'Phạm vi công việc của công ty', en: 'Scope of the firm’s work' },
  engagedOn: { vi: 'Ngày bắt đầu công việc', en: 'Day the work began' },
  detectedAt: { vi: 'Lúc phát hiện vi phạm', en: 'When the violation was detected' },
  detectedHow: { vi: 'Hình thức phát hiện vi phạm', en: 'How the violation was detected' },
  advice: { vi: 'Khuyến nghị theo loại khiếu nại', en: 'Advice for the kind of complaint' },
  officer: { vi: 'Nhân sự bảo vệ dữ liệu cá nhân', en: 'Personal data protection officer' },
  minutesFrom: { vi: 'Giờ, ngày lập biên bản', en: 'When the record was begun' },
  minutesTo: { vi: 'Giờ kết thúc biên bản', en: 'When the record was closed' },
  minutesPlace: { vi: 'Nơi lập biên bản', en: 'Where the record was drawn up' },
  minutesCopies: { vi: 'Số bản của biên bản', en: 'Copies of the record' },
  present: { vi: 'Thành phần lập biên bản', en: 'Those present' },
  harmOwed: { vi: 'Kết luận theo khoản 1 Điều 23', en: 'Decision under Article 23.1' },
  harmReason: { vi: 'Lý do theo khoản 1 Điều 23', en: 'Reason under Article 23.1' },
  recordNumber: { vi: 'Số, ngày của biên bản', en: 'Number and day of the record' },
  letterTitle: { vi: 'Tên thư', en: 'Name of the letter' },
  letterNumber: { vi: 'Số thư', en: 'Number of the letter' },
  letterDay: { vi: 'Ngày phát hành thư', en: 'Day of issue' },
} as const satisfies Record<string, Bilingual>

export type MergeField = keyof typeof MERGE_FIELDS

/** Fields that are named together, for the records of the kinds (`kinds.ts`). */
export const BOARD = ['board', 'company', 'website', 'phone', 'email', 'address'] as const
export const RECEIPT = ['code', 'receivedOn', 'receivedAt', 'channel', 'site', 'subject'] as const
export const PERSON = ['honorific', 'recipient'] as const
export const TOLD = ['narrative', 'wanted', 'dataItems', 'actingFor'] as const
const REMEDIES = ['remedyCount', 'noRemedyReason'] as const
export const WHOLE_CASE = [
  'checkPeriod',
  'systems',
  'checkItems',
  'firmsUsed',
  'stateConclusion',
  'outcomeReason',
  'clauses',
  'cause',
  'causeCategory',
  'causeUndetermined',
  ...REMEDIES,
] as const
export const REVIEW = ['reviewed', 'confirmed', 'replaced'] as const
export const EXTENSION = ['duty', 'clockEnd', 'clockBasis', 'newEnd'] as const
export const MINUTES = [
  'minutesFrom',
  'minutesTo',
  'minutesPlace',
  'minutesCopies',
  'present',
  'harmOwed',
  'harmReason',
] as const
export const ISSUED = ['letterTitle', 'letterNumber', 'letterDay'] as const
