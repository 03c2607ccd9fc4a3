import type { CaseFile } from '#core/complaints/case-file.ts'
import type { Complaint } from '#core/complaints/model.ts'
import type { RootCause, StateCheck, Why } from '#core/investigation/model.ts'
import type { Letter } from '#core/letters/model.ts'
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
    salutation: 'ms',
    fullName: 'Đỗ Thị Hoà',
    phones: [],
    email: null,
    address: null,
    memberAccount: null,
    actingFor: null,
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
  returnRemark: null,
  number: null,
  issuedBy: null,
  issuedAt: null,
  issuedOn: null,
  pdfSha256: null,
  pages: null,
}

export const emptyFile: CaseFile = {
  complaint,
  deadlines: [],
  stateChecks: [],
  whys: [],
  rootCause: null,
  steps: [],
  engagements: [],
  firmNotes: [],
  evidence: [],
  letters: [],
  approvals: [],
}
