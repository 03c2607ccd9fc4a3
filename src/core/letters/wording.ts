import type { Channel, Outcome } from '../complaints/model.ts'
import type { Finding } from '../investigation/model.ts'
import type { Language } from '../taxonomies/term.ts'

/**
 * The house wording of the result letter. Sentences are functions of the facts they state, so that a
 * missing fact is a compile error and not a hole in a letter. Order and labels: domain notes on L4.
 */
export type ResultWording = Readonly<{
  title: string
  typeLine: string
  subject(code: string): string
  honorific: Readonly<Record<'mr' | 'ms' | 'unknown', string>>
  channel: Readonly<Record<Channel, string>>
  finding: Readonly<Record<Finding, string>>
  phase: Readonly<Record<'before' | 'after', string>>
  addressLine(address: string): string
  phoneLine(masked: string): string
  emailLine(masked: string): string
  headings: Readonly<
    Record<
      'complaint' | 'check' | 'finding' | 'cause' | 'remedy' | 'advice' | 'rights' | 'contact',
      string
    >
  >
  opening(
    facts: Readonly<{
      receivedOn: string
      board: string
      site: string
      honorific: string
      channel: string
      subject: string
      code: string
    }>,
  ): string
  basis(website: string): string
  transition: string
  actingFor(person: string): string
  dataItems(list: string): string
  wanted(text: string): string
  checked(facts: Readonly<{ from: string; to: string; systems: string }>): string
  checkedItem(
    facts: Readonly<{ item: string; system: string; phase: string; finding: string }>,
  ): string
  firm(name: string, from: string): string
  outcome: Readonly<Record<Outcome, string>>
  clauses(list: string): string
  apology(honorific: string): string
  causeCategory(name: string): string
  causeUndetermined(reason: string): string
  noRemedy(reason: string): string
  remedyIntro: string
  remedyTable: Readonly<{ measure: string; status: string }>
  done(on: string): string
  planned(on: string): string
  advice: readonly string[]
  rights(honorific: string): readonly string[]
  contact(facts: Readonly<{ code: string; phone: string; email: string; address: string }>): string
  close(honorific: string): string
  copies(recipient: string): readonly string[]
}>

const VI: ResultWording = {
  title: 'Thông báo kết quả giải quyết khiếu nại',
  typeLine: 'THÔNG BÁO',
  subject: (code) => `Kết quả giải quyết khiếu nại về thông tin cá nhân, mã ${code}`,
  honorific: { mr: 'Ông', ms: 'Bà', unknown: 'Ông/Bà' },
  channel: {
    phone: 'qua điện thoại',
    email: 'qua thư điện tử',
    'in-person': 'trực tiếp',
    post: 'qua đường bưu chính',
    'web-form': 'qua biểu mẫu trên website',
    authority: 'do cơ quan nhà nước chuyển đến',
  },
  finding: {
    correct: 'đúng',
    wrong: 'sai lệch',
    leaked: 'bị lộ',
    misused: 'bị sử dụng sai mục đích',
    missing: 'bị thiếu',
    deleted: 'đã được xóa',
    unknown: 'chưa xác định được',
  },
  phase: { before: 'khi kiểm tra', after: 'sau khi khắc phục' },
  addressLine: (address) => `Địa chỉ: ${address}`,
  phoneLine: (masked) => `Điện thoại: ${masked}`,
  emailLine: (masked) => `Thư điện tử: ${masked}`,
  headings: {
    complaint: '1. Nội dung khiếu nại',
    check: '2. Quá trình kiểm tra, xác minh',
    finding: '3. Kết quả',
    cause: '4. Nguyên nhân',
    remedy: '5. Biện pháp khắc phục',
    advice: '6. Khuyến nghị',
    rights: '7. Quyền của người khiếu nại',
    contact: '8. Đầu mối liên hệ',
  },
  opening: (f) =>
    `Ngày ${f.receivedOn}, ${f.board} tiếp nhận ${f.channel} khiếu nại của ${f.honorific} liên quan đến ${f.site} về việc: ${f.subject}. Mã khiếu nại: ${f.code}.`,
  basis: (website) =>
    `Căn cứ Quy định bảo mật thông tin công bố tại ${website}; căn cứ Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định số 356/2025/NĐ-CP.`,
  transition: 'Sau khi kiểm tra, xác minh, Ban quản trị thông báo kết quả như sau:',
  actingFor: (person) => `Khiếu nại được gửi thay cho: ${person}.`,
  dataItems: (list) => `Thông tin bị khiếu nại: ${list}.`,
  wanted: (text) => `Đề nghị của người khiếu nại: ${text}`,
  checked: (f) =>
    f.from === f.to
      ? `Ngày ${f.from}, Ban quản trị đã kiểm tra tình trạng thông tin tại: ${f.systems}.`
      : `Từ ngày ${f.from} đến ngày ${f.to}, Ban quản trị đã kiểm tra tình trạng thông tin tại: ${f.systems}.`,
  checkedItem: (f) => `- ${f.item} (${f.system}), ${f.phase}: ${f.finding}.`,
  firm: (name, from) =>
    `Từ ngày ${from}, Ban quản trị sử dụng dịch vụ hỗ trợ của ${name} trong quá trình kiểm tra.`,
  outcome: {
    upheld: 'Khiếu nại là đúng.',
    'partly-upheld': 'Khiếu nại là đúng một phần.',
    unfounded: 'Khiếu nại không có cơ sở.',
    insufficient: 'Chưa đủ thông tin để kết luận khiếu nại.',
    withdrawn: 'Khiếu nại đã được người khiếu nại rút lại.',
    'outside-remit': 'Khiếu nại không thuộc thẩm quyền giải quyết của Ban quản trị.',
    duplicate: 'Khiếu nại trùng với một khiếu nại đã được tiếp nhận.',
  },
  clauses: (list) => `Điều khoản liên quan trong Quy định bảo mật thông tin: ${list}.`,
  apology: (honorific) =>
    `Ban quản trị thành thật xin lỗi ${honorific} vì sự việc nêu trên và những bất tiện đã gây ra.`,
  causeCategory: (name) => `Loại nguyên nhân: ${name}.`,
  causeUndetermined: (reason) => `Đến nay chưa xác định được nguyên nhân. Lý do: ${reason}`,
  noRemedy: (reason) => `Không cần áp dụng biện pháp khắc phục. Lý do: ${reason}`,
  remedyIntro: 'Các biện pháp đã và sẽ được thực hiện:',
  remedyTable: { measure: 'Biện pháp', status: 'Thời gian' },
  done: (on) => `Đã hoàn thành ngày ${on}`,
  planned: (on) => `Chậm nhất ngày ${on}`,
  advice: [
    '- Đổi mật khẩu tài khoản và không dùng chung mật khẩu với website khác;',
    '- Cảnh giác với cuộc gọi, tin nhắn tự xưng là nhân viên website; Ban quản trị không bao giờ hỏi mật khẩu hoặc mã OTP;',
    '- Báo ngay cho Ban quản trị khi phát hiện dấu hiệu bất thường.',
  ],
  rights: (honorific) => [
    `Nếu không đồng ý với kết quả này, ${honorific} có quyền:`,
    '- Đề nghị Ban quản trị xem xét lại;',
    '- Khiếu nại, tố cáo tới cơ quan chuyên trách bảo vệ dữ liệu cá nhân hoặc cơ quan bảo vệ quyền lợi người tiêu dùng;',
    '- Khởi kiện và yêu cầu bồi thường thiệt hại theo quy định của pháp luật.',
  ],
  contact: (f) =>
    `Mọi trao đổi về thông báo này, xin nêu mã ${f.code} và liên hệ Ban quản trị website: điện thoại ${f.phone}; thư điện tử ${f.email}; địa chỉ ${f.address}.`,
  close: (honorific) => `Trân trọng thông báo để ${honorific} được biết./.`,
  copies: (recipient) => [`- ${recipient};`, '- Lưu: VT, BQT.'],
}

const EN: ResultWording = {
  title: 'Notice of the result of a complaint',
  typeLine: 'NOTICE',
  subject: (code) => `Result of the complaint about personal information, code ${code}`,
  honorific: { mr: 'Mr', ms: 'Ms', unknown: 'Mr/Ms' },
  channel: {
    phone: 'by telephone',
    email: 'by e-mail',
    'in-person': 'in person',
    post: 'by post',
    'web-form': 'through the form on the website',
    authority: 'forwarded by a state authority',
  },
  finding: {
    correct: 'correct',
    wrong: 'inaccurate',
    leaked: 'disclosed',
    misused: 'used beyond its purpose',
    missing: 'missing',
    deleted: 'deleted',
    unknown: 'could not be established',
  },
  phase: { before: 'when checked', after: 'after the remedy' },
  addressLine: (address) => `Address: ${address}`,
  phoneLine: (masked) => `Telephone: ${masked}`,
  emailLine: (masked) => `E-mail: ${masked}`,
  headings: {
    complaint: '1. The complaint',
    check: '2. How it was checked',
    finding: '3. Finding',
    cause: '4. Cause',
    remedy: '5. Remedy',
    advice: '6. Advice',
    rights: '7. Your rights',
    contact: '8. Contact',
  },
  opening: (f) =>
    `On ${f.receivedOn}, ${f.board} received your complaint ${f.channel} concerning ${f.site} about: ${f.subject}. Complaint code: ${f.code}.`,
  basis: (website) =>
    `This notice is based on the privacy policy published at ${website}, the Law on Personal Data Protection No. 91/2025/QH15 and Decree No. 356/2025/ND-CP.`,
  transition: 'Having checked and verified the matter, the board informs you as follows:',
  actingFor: (person) => `The complaint was made on behalf of: ${person}.`,
  dataItems: (list) => `Information complained about: ${list}.`,
  wanted: (text) => `What you asked for: ${text}`,
  checked: (f) =>
    f.from === f.to
      ? `On ${f.from} the board checked the state of the information in: ${f.systems}.`
      : `From ${f.from} to ${f.to} the board checked the state of the information in: ${f.systems}.`,
  checkedItem: (f) => `- ${f.item} (${f.system}), ${f.phase}: ${f.finding}.`,
  firm: (name, from) => `From ${from} the board was assisted by ${name} in its enquiries.`,
  outcome: {
    upheld: 'The complaint is upheld.',
    'partly-upheld': 'The complaint is upheld in part.',
    unfounded: 'The complaint is unfounded.',
    insufficient: 'There is not enough information to decide the complaint.',
    withdrawn: 'The complaint was withdrawn by the complainant.',
    'outside-remit': 'The complaint is outside the remit of the board.',
    duplicate: 'The complaint is the same as one already received.',
  },
  clauses: (list) => `Clauses of the privacy policy concerned: ${list}.`,
  apology: () =>
    'The board sincerely apologises for what happened and for the trouble it caused you.',
  causeCategory: (name) => `Kind of cause: ${name}.`,
  causeUndetermined: (reason) => `The cause could not be determined. Reason: ${reason}`,
  noRemedy: (reason) => `No remedy is needed. Reason: ${reason}`,
  remedyIntro: 'The following has been or will be done:',
  remedyTable: { measure: 'Measure', status: 'When' },
  done: (on) => `Completed on ${on}`,
  planned: (on) => `By ${on} at the latest`,
  advice: [
    '- Change your account password and do not use it on other websites;',
    '- Be wary of calls or messages claiming to come from the website; the board never asks for a password or a one-time code;',
    '- Tell the board at once if you notice anything unusual.',
  ],
  rights: () => [
    'If you do not agree with this result, you have the right to:',
    '- ask the board to review it;',
    '- complain to the authority for personal data protection or the authority for consumer protection;',
    '- bring the matter before a court and claim damages as provided by law.',
  ],
  contact: (f) =>
    `For any question about this notice, please quote code ${f.code} and contact the board: telephone ${f.phone}; e-mail ${f.email}; address ${f.address}.`,
  close: () => 'Yours faithfully,',
  copies: (recipient) => [`- ${recipient};`, '- File.'],
}

export const RESULT_WORDING: Readonly<Record<Language, ResultWording>> = { vi: VI, en: EN }
