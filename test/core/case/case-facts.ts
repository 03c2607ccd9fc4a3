import type { CaseFile } from '#core/case/case-file.ts'
import { UNKNOWN_COMPLAINANT, type Complaint } from '#core/complaints/model.ts'
import type { RootCause, StateCheck, Why } from '#core/investigation/model.ts'
import type { Dispatch, Letter } from '#core/letters/model.ts'
import { NO_PARTICULARS } from '#core/letters/particulars.ts'
import type { RemediationStep } from '#core/remediation/model.ts'

export const complaint: Complaint = {
  id: 'complaint',
  code: 'KN-2026-0001',
  version: 3,
  status: 'open',
  channel: 'phone',
  receivedAt: '2026-11-22T08:30:00.000Z',
  receivedOn: '2026-11-22',
  recordedAt: '2026-11-22T08:30:00.000Z',
  recordedBy: 'clerk',
  complainant: {
    ...UNKNOWN_COMPLAINANT,
    salutation: 'ms',
    fullName: 'Đỗ Thị Hoà',
  },
  site: 'ledu',
  subject: 'Bị gọi quảng cáo',
  narrative: 'Tôi bị gọi nhiều lần.',
  wanted: '',
  dataItems: [],
  categories: [],
  clauses: [],
  severity: 'medium',
  assigneeId: null,
  outcome: null,
  outcomeReason: null,
  stateConclusion: null,
  stateConcludedAt: null,
  stateConcludedBy: null,
  noRemedyReason: null,
  answeredAt: null,
  closedAt: null,
  endReason: null,
  duplicateOfId: null,
  stage: 'received',
  dueOn: '2026-12-22',
  targetOn: '2026-12-21',
  dueAt: '2026-12-22T17:00:00.000Z',
  dueRule: 'T-POL-30',
}

export const stateCheck: StateCheck = {
  id: 'check',
  complaintId: 'complaint',
  version: 1,
  dataItem: 'phone',
  system: 'member-db',
  phase: 'before',
  finding: 'leaked',
  detail: '',
  checkedBy: 'investigator',
  checkedAt: '2026-11-22T09:00:00.000Z',
}

export const why: Why = {
  id: 'why',
  complaintId: 'complaint',
  version: 1,
  position: 1,
  text: 'Tệp xuất có quá nhiều cột.',
  evidenceIds: [],
}

export const rootCause: RootCause = {
  complaintId: 'complaint',
  version: 1,
  state: 'established',
  category: 'NN-01',
  statement: 'Tệp xuất có quá nhiều cột.',
  undeterminedReason: '',
}

export const step: RemediationStep = {
  id: 'step',
  complaintId: 'complaint',
  version: 1,
  type: 'KP-01',
  description: 'Thu hồi tệp',
  ownerId: null,
  dueOn: '2026-11-30',
  state: 'planned',
  doneOn: null,
  droppedReason: null,
}

export const letter: Letter = {
  id: 'letter',
  complaintId: 'complaint',
  version: 1,
  kind: 'L4',
  variant: '',
  particulars: NO_PARTICULARS,
  replacesId: null,
  language: 'vi',
  state: 'draft',
  parts: [],
  signatory: { authority: 'TM. BAN QUẢN TRỊ', title: 'TRƯỞNG BAN', name: 'Trần Thị Ngọc Lan' },
  authorId: 'author',
  editorIds: ['author', 'editor'],
  createdAt: '2026-11-23T02:00:00.000Z',
  contentHash: 'content',
  factsHash: 'facts',
  submittedBy: null,
  submittedAt: null,
  approvedBy: null,
  approvedAt: null,
  approvedHash: null,
  approvalMark: null,
  returnRemark: null,
  number: null,
  issuedBy: null,
  issuedAt: null,
  issuedOn: null,
  pdfSha256: null,
  pages: null,
}

export const dispatch: Dispatch = {
  id: 'dispatch',
  complaintId: 'complaint',
  letterId: 'letter',
  version: 1,
  channel: 'post',
  sentOn: '2026-11-25',
  trackingNumber: 'EB123456789VN',
  evidenceId: null,
  recordedBy: 'clerk',
  recordedAt: '2026-11-25T03:00:00.000Z',
  struckBy: null,
  struckAt: null,
  struckReason: null,
}

export const emptyFile: CaseFile = {
  complaint,
  deadlines: [],
  rights: [],
  breach: null,
  breachNotices: [],
  stateChecks: [],
  whys: [],
  rootCause: null,
  steps: [],
  engagements: [],
  firmNotes: [],
  evidence: [],
  letters: [],
  dispatches: [],
  approvals: [],
  conflicts: [],
}
