import type { LocalDate } from '../kernel/calendar.ts'

/**
 * `promise`: of the site's policy. `statute`: fixed by law. `practice`: the board's own measure where no number is set. `set`:
 * the day is set by an authority for one complaint, so that the rule's number says nothing.
 */
export type RuleNature = 'promise' | 'statute' | 'practice' | 'set'

export type RuleUnit = 'days' | 'working-days' | 'hours'

/** One version of one time limit. Boards edit these as data: a change is a new version with its dates. */
export type DeadlineRule = Readonly<{
  code: string
  name: Readonly<{ vi: string; en: string }>
  nature: RuleNature
  amount: number
  unit: RuleUnit
  /** The amount when a processor or third party must act. */
  viaProcessorAmount?: number | undefined
  /** The one extension allowed, at most so many further units. */
  extension?: Readonly<{ maxAmount: number }> | undefined
  /** The article or clause, as cited in letters. */
  basis: Readonly<{ vi: string; en: string }>
  effectiveFrom: LocalDate
  effectiveTo: LocalDate | null
  /** Where the number was read, for the lawyer who checks it. */
  source: string
  checkedByCounsel: boolean
}>

/** The time limits the program knows: their names in it, and the codes they are kept under. */
export const RULE = {
  policyAnswer: 'T-POL-30',
  policyFirstCheck: 'T-POL-0',
  rightReply: 'T-DSR-ACK',
  rightToStop: 'T-DSR-STOP',
  rightToSee: 'T-DSR-SEE',
  rightToDeletion: 'T-DSR-DEL',
  rightToProtection: 'T-DSR-PROT',
  breachQuestion: 'T-BR-ASK',
  breachNotice: 'T-BR-72',
  breachNoticeToSubjects: 'T-BR-SUBJ',
  breachRecord: 'T-BR-REC',
  cyberFirstNotice: 'T-CY-24',
  cyberReport: 'T-CY-72',
  consumerNotice: 'T-CON-24',
  authorityAnswer: 'T-AUTH',
} as const
export type RuleCode = (typeof RULE)[keyof typeof RULE]

const POLICY = {
  vi: 'Quy định bảo mật thông tin, Quy trình xử lý các khiếu nại',
  en: 'Privacy policy, procedure for complaints',
}
const LAW_IN_FORCE = '2026-01-01'

/** Of a limit that names no first day, as the site's policy: it holds for whatever came in before, too. */
export const UNDATED: LocalDate = '0001-01-01'

const DECREE = 'Nghị định số 356/2025/NĐ-CP'
const LAW = 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15'
const CYBER_DECREE = 'Nghị định số 331/2026/NĐ-CP'
const SECONDARY = 'Nguồn thứ cấp; chưa đối chiếu bản Công báo'

/** The limits shipped with the program (as read in November 2026). None has been checked by counsel. */
export const DEADLINE_RULES: readonly DeadlineRule[] = [
  {
    code: RULE.policyAnswer,
    name: { vi: 'Phản hồi kết quả giải quyết khiếu nại', en: 'Answer the complainant' },
    nature: 'promise',
    amount: 30,
    unit: 'days',
    basis: POLICY,
    effectiveFrom: UNDATED,
    effectiveTo: null,
    source: 'Quy định bảo mật thông tin của website, đoạn cuối',
    checkedByCounsel: false,
  },
  {
    code: RULE.policyFirstCheck,
    name: {
      vi: 'Bắt đầu kiểm tra tình trạng thông tin, ghi nhận lần đầu',
      en: 'First note on the state of the information',
    },
    nature: 'practice',
    amount: 24,
    unit: 'hours',
    basis: POLICY,
    effectiveFrom: UNDATED,
    effectiveTo: null,
    source: 'Quy định ghi “ngay lập tức”; con số là mục tiêu nội bộ',
    checkedByCounsel: false,
  },
  {
    code: RULE.rightReply,
    name: { vi: 'Trả lời đã nhận yêu cầu của chủ thể dữ liệu', en: 'Acknowledge the request' },
    nature: 'statute',
    amount: 2,
    unit: 'working-days',
    basis: { vi: `Điều 5 ${DECREE}`, en: 'Decree 356/2025, Article 5' },
    effectiveFrom: LAW_IN_FORCE,
    effectiveTo: null,
    source: 'Frasers Law Company; CDLAF',
    checkedByCounsel: false,
  },
  {
    code: RULE.rightToStop,
    name: {
      vi: 'Thực hiện yêu cầu rút đồng ý, hạn chế hoặc phản đối xử lý',
      en: 'Carry out withdrawal, restriction or objection',
    },
    nature: 'statute',
    amount: 15,
    unit: 'days',
    viaProcessorAmount: 20,
    extension: { maxAmount: 15 },
    basis: { vi: `Khoản 2 Điều 5 ${DECREE}`, en: 'Decree 356/2025, Article 5.2' },
    effectiveFrom: LAW_IN_FORCE,
    effectiveTo: null,
    source: 'Frasers Law Company; CDLAF',
    checkedByCounsel: false,
  },
  {
    code: RULE.rightToSee,
    name: {
      vi: 'Thực hiện yêu cầu xem, chỉnh sửa hoặc cung cấp dữ liệu',
      en: 'Let view, correct or give a copy',
    },
    nature: 'statute',
    amount: 10,
    unit: 'days',
    viaProcessorAmount: 15,
    extension: { maxAmount: 10 },
    basis: { vi: `Khoản 3 Điều 5 ${DECREE}`, en: 'Decree 356/2025, Article 5.3' },
    effectiveFrom: LAW_IN_FORCE,
    effectiveTo: null,
    source: SECONDARY,
    checkedByCounsel: false,
  },
  {
    code: RULE.rightToDeletion,
    name: { vi: 'Thực hiện yêu cầu xóa dữ liệu', en: 'Carry out deletion' },
    nature: 'statute',
    amount: 20,
    unit: 'days',
    viaProcessorAmount: 30,
    extension: { maxAmount: 20 },
    basis: { vi: `Khoản 4 Điều 5 ${DECREE}`, en: 'Decree 356/2025, Article 5.4' },
    effectiveFrom: LAW_IN_FORCE,
    effectiveTo: null,
    source: SECONDARY,
    checkedByCounsel: false,
  },
  {
    code: RULE.rightToProtection,
    name: { vi: 'Áp dụng biện pháp bảo vệ theo yêu cầu', en: 'Apply protective measures' },
    nature: 'statute',
    amount: 15,
    unit: 'days',
    extension: { maxAmount: 15 },
    basis: { vi: `Khoản 5 Điều 5 ${DECREE}`, en: 'Decree 356/2025, Article 5.5' },
    effectiveFrom: LAW_IN_FORCE,
    effectiveTo: null,
    source: SECONDARY,
    checkedByCounsel: false,
  },
  {
    code: RULE.breachQuestion,
    name: {
      vi: 'Xem xét có phải thông báo vi phạm hay không, từ lúc phát hiện',
      en: 'Decide whether the violation must be notified, from detection',
    },
    nature: 'practice',
    amount: 72,
    unit: 'hours',
    basis: {
      vi: `Khoản 1 và khoản 3 Điều 23 ${LAW}`,
      en: 'Law 91/2025, Articles 23.1 and 23.3',
    },
    effectiveFrom: LAW_IN_FORCE,
    effectiveTo: null,
    source: 'Luật không đặt thời hạn riêng cho việc xem xét; lấy 72 giờ của việc thông báo',
    checkedByCounsel: false,
  },
  {
    code: RULE.breachNotice,
    name: {
      vi: 'Thông báo vi phạm cho cơ quan chuyên trách (Mẫu số 08), từ lúc phát hiện',
      en: 'Notify the authority of a violation (Form 08), from detection',
    },
    nature: 'statute',
    amount: 72,
    unit: 'hours',
    basis: {
      vi: `Khoản 1 Điều 23 ${LAW}; Điều 28 ${DECREE}`,
      en: 'Law 91/2025, Article 23.1; Decree 356/2025, Article 28',
    },
    effectiveFrom: LAW_IN_FORCE,
    effectiveTo: null,
    source: SECONDARY,
    checkedByCounsel: false,
  },
  {
    code: RULE.breachNoticeToSubjects,
    name: {
      vi: 'Thông báo cho người bị ảnh hưởng khi liên quan dữ liệu vị trí, sinh trắc học',
      en: 'Notify affected people when location or biometric data is involved',
    },
    nature: 'statute',
    amount: 72,
    unit: 'hours',
    basis: { vi: `Điều 29 ${DECREE}`, en: 'Decree 356/2025, Article 29' },
    effectiveFrom: LAW_IN_FORCE,
    effectiveTo: null,
    source: SECONDARY,
    checkedByCounsel: false,
  },
  {
    code: RULE.breachRecord,
    name: { vi: 'Lập biên bản xác nhận vi phạm', en: 'Record the confirmed violation' },
    nature: 'practice',
    amount: 24,
    unit: 'hours',
    basis: { vi: `Khoản 2 Điều 23 ${LAW}`, en: 'Law 91/2025, Article 23.2' },
    effectiveFrom: LAW_IN_FORCE,
    effectiveTo: null,
    source: 'Luật không ghi thời hạn; 24 giờ là thông lệ',
    checkedByCounsel: false,
  },
  {
    code: RULE.cyberFirstNotice,
    name: {
      vi: 'Thông báo ban đầu về sự cố an ninh mạng nghiêm trọng',
      en: 'First notice of a serious cyber incident',
    },
    nature: 'statute',
    amount: 24,
    unit: 'hours',
    basis: {
      vi: `Điểm d khoản 2 Điều 31 ${CYBER_DECREE}`,
      en: 'Decree 331/2026, Article 31.2.d',
    },
    effectiveFrom: '2026-08-19',
    effectiveTo: null,
    source: SECONDARY,
    checkedByCounsel: false,
  },
  {
    code: RULE.cyberReport,
    name: {
      vi: 'Báo cáo nguyên nhân, phạm vi, khắc phục sự cố an ninh mạng',
      en: 'Report cause, scope and remedy of a cyber incident',
    },
    nature: 'statute',
    amount: 72,
    unit: 'hours',
    basis: {
      vi: `Điểm d khoản 2 Điều 31 ${CYBER_DECREE}`,
      en: 'Decree 331/2026, Article 31.2.d',
    },
    effectiveFrom: '2026-08-19',
    effectiveTo: null,
    source: SECONDARY,
    checkedByCounsel: false,
  },
  {
    code: RULE.consumerNotice,
    name: {
      vi: 'Thông báo nguy cơ mất an toàn thông tin người tiêu dùng',
      en: 'Notify that consumer information is at risk',
    },
    nature: 'statute',
    amount: 24,
    unit: 'hours',
    basis: {
      vi: 'Luật Bảo vệ quyền lợi người tiêu dùng số 19/2023/QH15',
      en: 'Consumer Protection Law 19/2023/QH15',
    },
    effectiveFrom: '2024-07-01',
    effectiveTo: null,
    source: 'Số điều ghi theo trí nhớ nên không nêu; cần đối chiếu',
    checkedByCounsel: false,
  },
  {
    code: RULE.authorityAnswer,
    name: {
      vi: 'Trả lời cơ quan, tòa án đã chuyển khiếu nại',
      en: 'Answer the authority or court that sent the complaint on',
    },
    nature: 'set',
    amount: 1,
    unit: 'days',
    basis: {
      vi: 'Văn bản của cơ quan, tòa án đã chuyển khiếu nại',
      en: 'Paper of the authority or court',
    },
    effectiveFrom: UNDATED,
    effectiveTo: null,
    source: 'Ngày do cơ quan, tòa án ấn định trong từng vụ việc',
    checkedByCounsel: false,
  },
]
