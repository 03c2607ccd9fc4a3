import { createHash } from 'node:crypto'

import type { Breach } from '#core/breach/model.ts'
import type { CaseFile } from '#core/case/case-file.ts'
import type { Outcome } from '#core/complaints/model.ts'
import type { Deadline } from '#core/deadlines/model.ts'
import type { Engagement, Firm } from '#core/firms/model.ts'
import { buildDocument, type LetterContent } from '#core/letters/composition/letter-document.ts'
import { composeParts, type LetterPlan } from '#core/letters/composition/letter-content.ts'
import type { LetterDocument } from '#core/letters/document.ts'
import type { LetterFacts } from '#core/letters/composition/facts.ts'
import type { Variant } from '#core/letters/kind-record.ts'
import { LETTER_KINDS, variantsOf, type LetterKind } from '#core/letters/kinds.ts'
import { NO_PARTICULARS, relevantParticulars, type Particulars } from '#core/letters/particulars.ts'
import type { RightRequest } from '#core/rights/model.ts'
import { LATER_SETTINGS, type Settings } from '#core/settings/model.ts'
import type { Language } from '#core/taxonomies/term.ts'
import { complaint, emptyFile, letter, rootCause, stateCheck, step } from '../case/case-facts.ts'
import { identityMatched } from '../rights/identity-matched.ts'

export const LANGUAGES: readonly Language[] = ['vi', 'en']

export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

export const promise: Deadline = {
  id: 'deadline',
  complaintId: 'complaint',
  version: 1,
  ...{ rule: 'T-POL-30', trigger: 'receipt', triggerId: '', viaProcessor: false, extension: 0 },
  ...{ startsOn: '2026-11-22', startsAt: '2026-11-22T08:30:00.000Z' },
  ...{ endsAt: '2026-12-22T17:00:00.000Z', legalEnd: '2026-12-22', target: '2026-12-22' },
  ...{ state: 'running', stoppedAt: null },
}

/** A request to delete, of the same day, which the law gives 20 days and 20 more. */
export const deletion: Deadline = {
  ...promise,
  id: 'deletion',
  rule: 'T-DSR-DEL',
  trigger: 'right',
  triggerId: 'right',
  legalEnd: '2026-12-14',
  target: '2026-12-11',
  endsAt: '2026-12-14T17:00:00.000Z',
}

export const deletionAsked: RightRequest = {
  id: 'right',
  complaintId: 'complaint',
  version: 1,
  kind: 'delete',
  viaProcessor: false,
  askedAt: '2026-11-22T08:30:00.000Z',
  state: 'open',
  identity: null,
  promisedOn: null,
  ...{ settledOn: null, lateReason: null, lateExplanation: null },
  remark: '',
  passedOn: [],
}

export const settings: Settings = {
  version: 1,
  organisation: {
    legalName: 'Công ty Cổ phần Ledu Việt Nam',
    boardName: 'Ban quản trị website',
    address: '12 Nguyễn Huệ, phường Sài Gòn, Thành phố Hồ Chí Minh',
    taxCode: '0312345678',
    phone: '028 38 49 40 88',
    email: 'hotro@vouchersharing.com',
    website: 'vouchersharing.com',
    place: 'TP. Hồ Chí Minh',
  },
  sites: [
    { id: 'vouchersharing', name: 'vouchersharing.com' },
    { id: 'ledu', name: 'Ledu.vn' },
  ],
  letters: {
    nationalHeading: true,
    authority: 'TM. BAN QUẢN TRỊ WEBSITE',
    signatoryTitle: 'TRƯỞNG BAN',
    signatoryName: 'Trần Thị Ngọc Lan',
  },
  restDays: [0, 6],
  holidays: [],
  ...LATER_SETTINGS,
  notices: {
    ...LATER_SETTINGS.notices,
    registrationNumber: '0312345678',
    registeredBy: 'Sở Tài chính TP. Hồ Chí Minh',
    registeredOn: '2019-05-20',
    officerName: 'Vũ Minh Châu',
    officerTitle: 'Phụ trách bảo vệ dữ liệu cá nhân',
    officerPhone: '028 3849 4089',
    officerEmail: 'dpo@vouchersharing.com',
  },
}

export const firm: Firm = {
  id: 'firm',
  version: 1,
  name: 'Công ty Cổ phần An ninh mạng Sao Khuê',
  taxCode: '0109876543',
  address: '25 Duy Tân, phường Cầu Giấy, Hà Nội',
  contactName: 'Phạm Quốc Bảo',
  phone: '+842437956789',
  email: 'lienhe@saokhue.example',
  contractNumber: '07/2026/HĐDV-ANM',
  contractValidUntil: '2027-06-30',
  ndaValidUntil: '2027-06-30',
  active: true,
}

export const engagement: Engagement = {
  id: 'engagement',
  complaintId: 'complaint',
  firmId: 'firm',
  version: 1,
  scope: 'Rà soát nhật ký truy cập cổng người bán trong tháng 10 và tháng 11 năm 2026',
  startsOn: '2026-11-24',
  endsOn: null,
}

export const breach: Breach = {
  complaintId: 'complaint',
  version: 1,
  state: 'confirmed',
  detectedAt: '2026-11-22T07:05:00.000Z',
  confirmedAt: '2026-11-22T07:05:00.000Z',
  occurrence: 'unknown',
  occurredAt: null,
  detectedHow: 'Kiểm tra nhật ký truy cập theo khiếu nại của khách hàng',
  cyber: false,
  serious: false,
  sensitive: false,
  consumer: false,
  happened: 'Một tệp danh sách khách hàng bị xuất khỏi cổng người bán.',
  place: 'Cổng người bán của Ledu.vn',
  involved: 'Một nhân viên của người bán',
  dataItems: ['name', 'phone', 'purchases'],
  dataQuantity: '',
  people: 1200,
  consequence: 'Khách hàng bị gọi điện quảng cáo.',
  measures: 'Đã khóa tài khoản và thu hồi tệp.',
  ruledOutReason: '',
  minutesPlace: 'Phòng họp 2, trụ sở công ty',
  minutesFrom: '2026-11-22T08:00:00.000Z',
  minutesTo: '2026-11-22T09:15:00.000Z',
  minutesCopies: 2,
  minutesPresent: 'Trần Quốc Bảo, Trưởng ban\nLê Minh Tâm – Thư ký',
  harmNotice: 'owed',
  harmReason: '',
  conductNotice: 'not-owed',
  conductReason: '',
  decidedAt: '2026-11-22T08:00:00.000Z',
  decidedBy: 'board',
}

/** A case in which everything a letter can state is on record, its texts in no language's favour. */
export const fullFile: CaseFile = {
  ...emptyFile,
  complaint: {
    ...complaint,
    reviewFinding: 'confirmed',
    mandate: { guardian: false, paper: 'Giấy ủy quyền', seenOn: '2026-11-22', seenBy: 'intake' },
    complainant: {
      ...complaint.complainant,
      phones: [{ e164: '+84912345678', asTold: '0912 345 678' }],
      email: 'hoa.do@example.vn',
      address: '5 Lê Lợi, phường Hải Châu, Đà Nẵng',
      memberAccount: 'hoado88',
      actingFor: 'mẹ là bà Nguyễn Thị Sen, theo giấy ủy quyền ngày 20/11/2026.',
    },
    categories: ['KN-01'],
    subject: 'Bị gọi quảng cáo sau khi mua khóa học.',
    narrative:
      'Từ ngày 18/11/2026, mỗi ngày tôi nhận hai đến ba cuộc gọi mời mua bảo hiểm. Người gọi đọc đúng họ tên và mã đơn 20261122001',
    wanted: 'Ngừng gọi và cho biết ai đã có số điện thoại',
    dataItems: ['name', 'phone', 'purchases'],
    clauses: ['1.1', '1.8'],
    outcomeReason: 'Số điện thoại đã được dùng ngoài phạm vi giao dịch',
    stateConclusion: 'Số điện thoại và lịch sử mua hàng bị người bán xuất ra ngoài hệ thống.',
  },
  deadlines: [promise, deletion],
  rights: [{ ...deletionAsked, identity: identityMatched }],
  stateChecks: [
    stateCheck,
    {
      ...stateCheck,
      id: 'check-2',
      dataItem: 'purchases',
      system: 'seller-portal',
      checkedAt: '2026-11-25T03:00:00.000Z',
    },
    {
      ...stateCheck,
      ...{ id: 'check-0', dataItem: 'name', finding: 'not-checked' },
      detail: 'Họ tên do chính người khiếu nại cung cấp.',
    },
    {
      ...stateCheck,
      id: 'check-3',
      phase: 'after',
      finding: 'correct',
      checkedAt: '2026-12-02T03:00:00.000Z',
    },
  ],
  rootCause: {
    ...rootCause,
    statement: 'Tài khoản của người bán được phân quyền xuất toàn bộ danh sách khách hàng',
  },
  steps: [
    {
      ...step,
      type: 'KP-03',
      description: 'Thu hồi tệp đã xuất',
      state: 'done',
      doneOn: '2026-11-26',
    },
    {
      ...step,
      id: 'step-2',
      type: 'KP-21',
      description: 'Chỉ cho xem đơn đang giao',
      dueOn: '2026-12-10',
    },
    { ...step, id: 'step-3', type: 'KP-13', description: 'Đưa số vào danh sách từ chối' },
    {
      ...step,
      id: 'step-4',
      type: 'KP-34',
      description: 'Bỏ đi',
      state: 'dropped',
      droppedReason: 'Trùng',
    },
  ],
  engagements: [engagement],
  breach,
}

export const fullFacts: LetterFacts = {
  file: fullFile,
  settings,
  logo: null,
  firms: [firm],
  takenBy: 'Lê Minh Tâm',
  review: {
    letter: {
      ...{ complaintId: 'first', number: '01/TB-BQT', issuedOn: '2026-11-01' },
      hands: ['investigator', 'chair'],
    },
    ...{ hands: ['investigator', 'chair'], others: true },
  },
  phrases: [],
  today: '2026-11-25',
}

/** The least that can be on record of a complaint. */
export const emptyFacts: LetterFacts = { ...fullFacts, file: emptyFile, firms: [] }

export const fullParticulars: Particulars = {
  answerBy: '2026-12-30',
  refuses: 'right',
  passesOn: 'right',
  asked: '- Ảnh chụp nhật ký cuộc gọi từ ngày 18/11/2026;\n- Số máy đã gọi đến',
  performed: 'Đã đưa số điện thoại vào danh sách từ chối quảng cáo.',
  reason: 'Đang chờ người bán cung cấp nhật ký xuất dữ liệu.',
  replyBy: '2026-12-05',
  clock: 'T-DSR-DEL:right',
  newEnd: '2026-12-28',
  happenedOn: '2026-11-17',
  happened: 'Một tệp danh sách khách hàng bị xuất khỏi cổng người bán.',
  consequence: 'Người khác có thể gọi điện, nhắn tin giả mạo.',
  effect: 'Bị gọi điện quảng cáo nhiều lần trong ba tuần.',
  lessons: 'Chỉ người được duyệt mới xuất được danh sách khách hàng.',
  engagementId: 'engagement',
  ...{ recipientName: 'Ông Vũ Đình Kha', recipientAddress: '9 Trần Phú, Huế' },
  recipientEmail: 'kha.vu@example.vn',
}

/** Every kind with every variant it can be worded in, in every language. */
export const EVERY_PLAN: readonly LetterPlan[] = LETTER_KINDS.flatMap((kind) =>
  variantsOf(kind).flatMap((variant) =>
    LANGUAGES.map((language) => planOf(kind, variant, language)),
  ),
)

export function planOf(
  kind: LetterKind,
  variant: Variant,
  language: Language = 'vi',
  changes: Partial<Particulars> = {},
): LetterPlan {
  return {
    kind,
    variant,
    language,
    particulars: relevantParticulars(kind, variant, { ...fullParticulars, ...changes }),
  }
}

export function blankPlan(plan: LetterPlan): LetterPlan {
  return { ...plan, particulars: NO_PARTICULARS }
}

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  upheld: 'upheld',
  'partly-upheld': 'partly-upheld',
  unfounded: 'unfounded',
  insufficient: 'insufficient',
  withdrawn: 'withdrawn',
  'outside-remit': 'outside-remit',
  duplicate: 'duplicate',
}

/** The facts with the outcome an L4 of this wording follows. */
export function factsFor(facts: LetterFacts, { kind, variant }: LetterPlan): LetterFacts {
  const outcome = kind === 'L4' ? (OUTCOMES[variant] ?? null) : facts.file.complaint.outcome
  return withComplaint(facts, { outcome })
}

export function withComplaint(
  facts: LetterFacts,
  changes: Partial<CaseFile['complaint']>,
): LetterFacts {
  const { file } = facts
  return { ...facts, file: { ...file, complaint: { ...file.complaint, ...changes } } }
}

export function withFile(facts: LetterFacts, changes: Partial<CaseFile>): LetterFacts {
  return { ...facts, file: { ...facts.file, ...changes } }
}

/** A letter as its author would submit it, word for word as composed. */
export function contentOf(facts: LetterFacts, plan: LetterPlan): LetterContent {
  const parts = composeParts(facts, plan)
  return { ...plan, parts, signatory: letter.signatory, replacesId: null }
}

export function documentOf(facts: LetterFacts, plan: LetterPlan): LetterDocument {
  return buildDocument(contentOf(facts, plan), facts, 'letter', null)
}

/** One part of a letter, as the author finds it. */
export function textOf(facts: LetterFacts, plan: LetterPlan, key: string): string {
  return composeParts(facts, plan).find((part) => part.key === key)?.text ?? ''
}
