import type { Language } from '../../taxonomies/term.ts'

/** How much of a request a refusal refuses. */
type Extent = 'wholly' | 'partly'

/** The words of the part that names each right asked for; no board rewords them, since the law asks for what they say. */
type RightsWords = Readonly<{
  heading: string
  /** Who asked, where a sheet speaks of them. */
  caller: string
  received(count: number, asker: string): string
  columns: Readonly<Record<'request' | 'procedure' | 'day', string>>
  request(name: string, on: string): string
  due(on: string): string
  /** `anew` is empty while no new day is given. */
  overdue(on: string, anew: string): string
  done(what: string, on: string): string
  doneLate(done: string, due: string): string
  refused: string
  /** Taken back, or marked by mistake, as it was put on record. */
  dropped: string
  /** This letter is the refusal. */
  refusedHere: Readonly<Record<Extent, string>>
  refusedBy: Readonly<Record<Extent, (number: string, day: string) => string>>
  handler(unit: Readonly<{ board: string; company: string; phone: string; email: string }>): string
  /** To how many it was passed on, and since when; how many of them confirmed. Who they are is no business of the letter. */
  passedOn(parties: string, day: string): string
  confirmed(n: string): string
  late(names: string, asker: string): string
}>

const VI: RightsWords = {
  heading: 'Yêu cầu về quyền của chủ thể dữ liệu',
  caller: 'người khiếu nại',
  received: (count, asker) =>
    `Ban quản trị đã tiếp nhận ${String(count).padStart(2, '0')} yêu cầu sau đây của ${asker} về quyền của chủ thể dữ liệu và giải quyết theo Điều 5 Nghị định số 356/2025/NĐ-CP:`,
  columns: { request: 'Yêu cầu', procedure: 'Trình tự, thủ tục', day: 'Thời hạn, kết quả' },
  request: (name, on) => `${name} (yêu cầu ngày ${on})`,
  due: (on) => `Chậm nhất vào ngày ${on}`,
  overdue: (on, anew) =>
    anew === ''
      ? `Đã quá thời hạn (ngày ${on})`
      : `Đã quá thời hạn (ngày ${on}); sẽ thực hiện chậm nhất vào ngày ${anew}`,
  done: (what, on) => `${what}, ngày ${on}`,
  doneLate: (done, due) => `${done} (thời hạn: ngày ${due})`,
  refused: 'Không thực hiện; căn cứ và lý do đã được thông báo bằng văn bản',
  dropped:
    'Đã ghi nhận là được rút lại hoặc ghi nhầm nên không thực hiện; nếu không đúng, đề nghị báo lại để được thực hiện',
  refusedHere: {
    wholly: 'Không thực hiện; căn cứ và lý do nêu tại văn bản này',
    partly: 'Thực hiện một phần; phần không thực hiện, căn cứ và lý do nêu tại văn bản này',
  },
  refusedBy: {
    wholly: (number, day) =>
      `Không thực hiện; căn cứ và lý do nêu tại văn bản số ${number} ngày ${day}`,
    partly: (number, day) =>
      `Đã thực hiện một phần; phần không thực hiện, căn cứ và lý do nêu tại văn bản số ${number} ngày ${day}`,
  },
  handler: ({ board, company, phone, email }) =>
    `Đơn vị xử lý các yêu cầu trên: ${board}, ${company}; điện thoại: ${phone}; thư điện tử: ${email}.`,
  passedOn: (parties, day) => `đã chuyển yêu cầu đến ${parties} bên đang giữ dữ liệu (ngày ${day})`,
  confirmed: (n) => `${n} bên đã xác nhận thực hiện`,
  late: (names, asker) =>
    `Yêu cầu sau đây không được thực hiện đúng thời hạn: ${names}. Ban quản trị thành thật xin lỗi ${asker} về sự chậm trễ này.`,
}

const EN: RightsWords = {
  heading: 'Data subject rights asked for',
  caller: 'the complainant',
  received: (count) =>
    `The board received ${count === 1 ? 'the following request' : `the following ${String(count)} requests`} about data subject rights and handles ${count === 1 ? 'it' : 'them'} under Article 5 of Decree No. 356/2025/ND-CP:`,
  columns: { request: 'Request', procedure: 'Procedure', day: 'Day, result' },
  request: (name, on) => `${name} (asked for on ${on})`,
  due: (on) => `By ${on} at the latest`,
  overdue: (on, anew) =>
    anew === '' ? `Overdue since ${on}` : `Overdue since ${on}; by ${anew} at the latest`,
  done: (what, on) => `${what} on ${on}`,
  doneLate: (done, due) => `${done} (due by ${due})`,
  refused: 'Not carried out; ground and reason were told in writing',
  dropped:
    'On record as taken back or noted by mistake, so not carried out; if that is wrong, tell the board and it will be',
  refusedHere: {
    wholly: 'Not carried out; ground and reason in this document',
    partly: 'Carried out in part; what is not, and why, in this document',
  },
  refusedBy: {
    wholly: (number, day) =>
      `Not carried out; ground and reason in document No. ${number} of ${day}`,
    partly: (number, day) =>
      `Carried out in part; what is not, and why, in document No. ${number} of ${day}`,
  },
  handler: ({ board, company, phone, email }) =>
    `Handled by: ${board}, ${company}; telephone: ${phone}; e-mail: ${email}.`,
  passedOn: (parties, day) => `passed on to ${parties} who hold the data (on ${day})`,
  confirmed: (n) => `${n} confirmed`,
  late: (names) =>
    `The following was not carried out in time: ${names}. The board sincerely apologises for this delay.`,
}

export const RIGHTS_WORDS: Readonly<Record<Language, RightsWords>> = { vi: VI, en: EN }
