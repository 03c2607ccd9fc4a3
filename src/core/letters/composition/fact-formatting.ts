import type { Channel } from '../../complaints/model.ts'
import type { Finding } from '../../investigation/model.ts'
import type { Language } from '../../taxonomies/term.ts'

/** How single facts read inside a sentence, and the fixed pieces no board rewords. */
export type FactWords = Readonly<{
  honorific: Readonly<Record<'mr' | 'ms' | 'unknown', string>>
  channel: Readonly<Record<Channel, string>>
  /** The channel by its name, where no sentence is made of it. */
  channelName: Readonly<Record<Channel, string>>
  /** A number of things within a sentence. */
  count(n: number): string
  /** What is paid, with the day it was decided. */
  paid(amount: number, decidedOn: string): string
  /** That the complaint was read back; empty where nobody was there to hear it. */
  readBack: Readonly<Record<Channel, string>>
  finding: Readonly<Record<Finding, string>>
  phase: Readonly<Record<'before' | 'after', string>>
  moment(time: string, day: string): string
  /** A moment of the day that was just named. */
  sameDay(time: string): string
  /** Somebody who was there, and as what. */
  present(name: string, capacity: string): string
  /** What the board decided of a violation under Law 91/2025, Article 23.1. */
  harmOwed: Readonly<Record<'owed' | 'not-owed', string>>
  period(from: string, to: string): string
  checkedItem(
    facts: Readonly<{ item: string; system: string; phase: string; finding: string }>,
  ): string
  uncheckedItem(
    facts: Readonly<{ item: string; system: string; finding: string; reason: string }>,
  ): string
  firmUsed(name: string, from: string): string
  /** Those a letter goes to where they are many: each of a list, or everybody of a site. */
  several: Readonly<Record<'listed' | 'public', (site: string) => string>>
  addressLine(address: string): string
  phoneLine(masked: string): string
  emailLine(masked: string): string
  remedyTable: Readonly<{ measure: string; status: string }>
  done(on: string): string
  planned(on: string): string
  replaces(title: string, number: string, day: string, board: string): string
  numberOfDay(number: string, day: string): string
  /** What stands before each fact of Form 08 (Decree 356/2025, appendix). */
  form08: Readonly<
    Record<
      | 'name'
      | 'address'
      | 'tradingAddress'
      | 'registration'
      | 'taxCode'
      | 'phone'
      | 'website'
      | 'officer'
      | 'occurredAt'
      | 'detectedAt'
      | 'place'
      | 'happened'
      | 'involved'
      | 'data'
      | 'people'
      | 'consequence'
      | 'measures',
      string
    >
  >
  registration(number: string, by: string, on: string): string
  /** When a violation happened; `known` and `estimated` are given its moment. */
  occurrence: Readonly<{
    known(moment: string): string
    estimated(moment: string): string
    unknown: string
  }>
  /** How much data it is, after which; empty while that is not known. */
  quantity(words: string): string
  people(count: number | null): string
  sheet: Readonly<
    Record<
      | 'code'
      | 'received'
      | 'channel'
      | 'takenBy'
      | 'name'
      | 'phone'
      | 'email'
      | 'address'
      | 'account'
      | 'actingFor'
      | 'site'
      | 'subject'
      | 'dataItems'
      | 'dueOn',
      string
    >
  >
  receiver: string
  forOrganisation: string
  /** The addressee, under `Nơi nhận`. */
  asAbove: string
  filed: string
}>

const VI: FactWords = {
  honorific: { mr: 'Ông', ms: 'Bà', unknown: 'Ông/Bà' },
  channel: {
    phone: 'qua điện thoại',
    email: 'qua thư điện tử',
    'in-person': 'được trình bày trực tiếp',
    post: 'qua đường bưu điện',
    'web-form': 'qua biểu mẫu trên website',
    authority: 'do cơ quan nhà nước chuyển đến',
  },
  channelName: {
    phone: 'Điện thoại',
    email: 'Thư điện tử',
    'in-person': 'Trực tiếp',
    post: 'Bưu điện',
    'web-form': 'Biểu mẫu trên website',
    authority: 'Cơ quan nhà nước chuyển đến',
  },
  // One figure is easily changed on paper: official letters write two.
  count: (n) => String(n).padStart(2, '0'),
  readBack: {
    phone:
      'Nội dung ghi trên đã được đọc lại qua điện thoại cho người khiếu nại nghe và được người khiếu nại xác nhận là đúng.',
    'in-person':
      'Nội dung ghi trên đã được đọc lại cho người khiếu nại nghe và được người khiếu nại xác nhận là đúng.',
    email: '',
    post: '',
    'web-form': '',
    authority: '',
  },
  finding: {
    correct: 'chính xác',
    wrong: 'sai lệch',
    leaked: 'bị lộ',
    misused: 'bị sử dụng sai mục đích',
    missing: 'bị thiếu',
    deleted: 'đã được xóa',
    contained: 'đã ngăn chặn, không còn bị lộ hoặc bị sử dụng sai mục đích',
    unknown: 'chưa xác định được',
    'not-checked': 'không kiểm tra',
  },
  phase: { before: 'khi kiểm tra', after: 'sau khi khắc phục' },
  moment: (time, day) => `${time.replace(':', ' giờ ')} phút, ngày ${day}`,
  sameDay: (time) => `${time.replace(':', ' giờ ')} phút cùng ngày`,
  present: (name, capacity) => (capacity === '' ? name : `${name}, ${capacity}`),
  harmOwed: {
    owed: 'thuộc trường hợp phải thông báo cho cơ quan chuyên trách bảo vệ dữ liệu cá nhân',
    'not-owed':
      'không thuộc trường hợp phải thông báo cho cơ quan chuyên trách bảo vệ dữ liệu cá nhân',
  },
  period: (from, to) => (from === to ? `Ngày ${from}` : `Từ ngày ${from} đến ngày ${to}`),
  checkedItem: (f) => `${f.item} (${f.system}), ${f.phase}: ${f.finding}`,
  uncheckedItem: (f) => `${f.item} (${f.system}): ${f.finding}, lý do: ${f.reason}`,
  several: {
    listed: (site) => `Quý khách hàng của ${site} có tên trong danh sách người nhận`,
    public: (site) => `Quý khách hàng của ${site}`,
  },
  firmUsed: (name, from) => `${name} (từ ngày ${from})`,
  addressLine: (address) => `Địa chỉ: ${address}`,
  phoneLine: (masked) => `Điện thoại: ${masked}`,
  emailLine: (masked) => `Thư điện tử: ${masked}`,
  remedyTable: { measure: 'Biện pháp', status: 'Thời gian' },
  done: (on) => `Hoàn thành ${on}`,
  planned: (on) => `Chậm nhất ${on}`,
  replaces: (title, number, day, board) =>
    `Văn bản này thay thế ${title} số ${number} ngày ${day} của ${board}.`,
  numberOfDay: (number, day) => `${number} ngày ${day}`,
  form08: {
    name: 'Tên tổ chức, doanh nghiệp',
    address: 'Địa chỉ trụ sở chính',
    tradingAddress: 'Địa chỉ trụ sở giao dịch',
    registration: 'Quyết định thành lập/Giấy chứng nhận đăng ký doanh nghiệp',
    taxCode: 'Mã số thuế',
    phone: 'Điện thoại',
    website: 'Website',
    officer: 'Nhân sự chịu trách nhiệm bảo vệ dữ liệu cá nhân',
    occurredAt: 'Thời gian',
    detectedAt: 'Thời điểm phát hiện',
    place: 'Địa điểm',
    happened: 'Hành vi vi phạm',
    involved: 'Tổ chức, cá nhân có liên quan',
    data: 'Các loại dữ liệu cá nhân và số lượng dữ liệu liên quan',
    people: 'Số chủ thể dữ liệu',
    consequence: 'Hậu quả xảy ra',
    measures: 'Biện pháp áp dụng',
  },
  occurrence: {
    known: (moment) => moment,
    estimated: (moment) => `ước tính ${moment}`,
    unknown: 'chưa xác định được',
  },
  paid: (amount, day) =>
    `số tiền ${amount.toLocaleString('vi-VN')} đồng, theo quyết định ngày ${day}`,
  quantity: (words) => `số lượng: ${words === '' ? 'chưa xác định được' : words}`,
  registration: (number, by, on) =>
    [`số ${number}`, by === '' ? '' : `do ${by} cấp`, on === '' ? '' : `ngày ${on}`]
      .filter((part) => part !== '')
      .join(' '),
  people: (count) =>
    count === null ? 'Chưa xác định, sẽ bổ sung' : `${count.toLocaleString('vi')} người`,
  sheet: {
    code: 'Mã khiếu nại',
    received: 'Tiếp nhận lúc',
    channel: 'Kênh tiếp nhận',
    takenBy: 'Người tiếp nhận',
    name: 'Người khiếu nại',
    phone: 'Điện thoại',
    email: 'Thư điện tử',
    address: 'Địa chỉ',
    account: 'Tài khoản thành viên',
    actingFor: 'Khiếu nại thay cho',
    site: 'Website',
    subject: 'Về việc',
    dataItems: 'Thông tin liên quan',
    dueOn: 'Hạn trả lời',
  },
  receiver: 'NGƯỜI TIẾP NHẬN',
  forOrganisation: 'TM. TỔ CHỨC, DOANH NGHIỆP',
  asAbove: '- Như trên;',
  filed: '- Lưu: VT, BQT.',
}

const EN: FactWords = {
  honorific: { mr: 'Mr', ms: 'Ms', unknown: 'Mr/Ms' },
  channel: {
    phone: 'by telephone',
    email: 'by e-mail',
    'in-person': 'in person',
    post: 'by post',
    'web-form': 'through the form on the website',
    authority: 'forwarded by a state authority',
  },
  channelName: {
    phone: 'Telephone',
    email: 'E-mail',
    'in-person': 'In person',
    post: 'Post',
    'web-form': 'Form on the website',
    authority: 'Forwarded by a state authority',
  },
  count: String,
  readBack: {
    phone:
      'What is written above was read back to the complainant by telephone, who confirmed that it is correct.',
    'in-person':
      'What is written above was read back to the complainant, who confirmed that it is correct.',
    email: '',
    post: '',
    'web-form': '',
    authority: '',
  },
  finding: {
    correct: 'correct',
    wrong: 'inaccurate',
    leaked: 'disclosed',
    misused: 'used beyond its purpose',
    missing: 'missing',
    deleted: 'deleted',
    contained: 'stopped, no longer disclosed or misused',
    unknown: 'could not be established',
    'not-checked': 'not checked',
  },
  phase: { before: 'when checked', after: 'after the remedy' },
  moment: (time, day) => `${time} on ${day}`,
  sameDay: (time) => `${time} on the same day`,
  present: (name, capacity) => (capacity === '' ? name : `${name}, ${capacity}`),
  harmOwed: {
    owed: 'must be notified to the authority for the protection of personal data',
    'not-owed': 'need not be notified to the authority for the protection of personal data',
  },
  period: (from, to) => (from === to ? `On ${from}` : `From ${from} to ${to}`),
  checkedItem: (f) => `${f.item} (${f.system}), ${f.phase}: ${f.finding}`,
  uncheckedItem: (f) => `${f.item} (${f.system}): ${f.finding}, because: ${f.reason}`,
  several: {
    listed: (site) => `The customers of ${site} on the list of addressees`,
    public: (site) => `The customers of ${site}`,
  },
  firmUsed: (name, from) => `${name} (from ${from})`,
  addressLine: (address) => `Address: ${address}`,
  phoneLine: (masked) => `Telephone: ${masked}`,
  emailLine: (masked) => `E-mail: ${masked}`,
  remedyTable: { measure: 'Measure', status: 'When' },
  done: (on) => `Done ${on}`,
  planned: (on) => `By ${on}`,
  replaces: (title, number, day) =>
    `This document replaces the ${title.charAt(0).toLowerCase()}${title.slice(1)} No. ${number} of ${day}.`,
  numberOfDay: (number, day) => `${number} of ${day}`,
  form08: {
    name: 'Organisation',
    address: 'Registered office',
    tradingAddress: 'Place of business',
    registration: 'Registration',
    taxCode: 'Tax code',
    phone: 'Telephone',
    website: 'Website',
    officer: 'Responsible for the protection of personal data',
    occurredAt: 'Time',
    detectedAt: 'Detected at',
    place: 'Place',
    happened: 'The violation',
    involved: 'Organisations and persons involved',
    data: 'Categories of personal data and quantity of data',
    people: 'Data subjects',
    consequence: 'Consequences',
    measures: 'Measures taken',
  },
  occurrence: {
    known: (moment) => moment,
    estimated: (moment) => `estimated: ${moment}`,
    unknown: 'not known yet',
  },
  paid: (amount, day) => `${amount.toLocaleString('en-GB')} VND, decided on ${day}`,
  quantity: (words) => `quantity: ${words === '' ? 'not known yet' : words}`,
  registration: (number, by, on) =>
    [`No. ${number}`, on === '' ? '' : `of ${on}`, by === '' ? '' : `issued by ${by}`]
      .filter((part) => part !== '')
      .join(', '),
  people: (count) =>
    count === null
      ? 'not established yet, to be supplemented'
      : `${count.toLocaleString('en')} people`,
  sheet: {
    code: 'Complaint code',
    received: 'Received at',
    channel: 'Channel',
    takenBy: 'Taken by',
    name: 'Complainant',
    phone: 'Telephone',
    email: 'E-mail',
    address: 'Address',
    account: 'Member account',
    actingFor: 'On behalf of',
    site: 'Website',
    subject: 'About',
    dataItems: 'Information concerned',
    dueOn: 'Answer due by',
  },
  receiver: 'RECEIVED BY',
  forOrganisation: 'FOR THE ORGANISATION',
  asAbove: '- The addressee;',
  filed: '- File.',
}

export const FACT_WORDS: Readonly<Record<Language, FactWords>> = { vi: VI, en: EN }
