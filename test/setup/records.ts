import { randomInt, randomUUID } from 'node:crypto'
import type { Approval } from '#core/approvals/model.ts'
import { UNKNOWN_COMPLAINANT, type Complaint } from '#core/complaints/model.ts'
import type { Deadline } from '#core/deadlines/model.ts'
import type { Evidence } from '#core/evidence/model.ts'
import type { Engagement, Firm, FirmNote } from '#core/firms/model.ts'
import type { StateCheck, Why } from '#core/investigation/model.ts'
import type { Letter } from '#core/letters/model.ts'
import { NO_PARTICULARS } from '#core/letters/particulars.ts'
import type { Person } from '#core/people/model.ts'
import type { RemediationStep } from '#core/remediation/model.ts'
import type { AllRepositories } from '#core/ports/repositories.ts'
import { LATER_SETTINGS, type Settings } from '#core/settings/model.ts'

export const AT = '2026-11-22T08:30:00.000Z'
export const SYSTEM = { personId: null, name: 'Kiểm thử' } as const

export function aPerson(changes: Partial<Person> = {}): Person {
  const id = changes.id ?? randomUUID()
  return {
    id,
    version: 1,
    username: `người-dùng-${id}`,
    fullName: 'Đỗ Thị Hoà',
    title: 'Trưởng ban',
    role: 'chair',
    active: true,
    createdAt: AT,
    ...changes,
  }
}

/** An open complaint is listed under its due day; one that is over under none. */
function dueLike({ status = 'open', dueOn }: Partial<Complaint>): Partial<Complaint> {
  if (status !== 'open') return { dueAt: null, dueRule: null }
  return dueOn === undefined ? {} : { dueAt: `${dueOn}T17:00:00.000Z` }
}

export function aComplaint(recordedBy: string, changes: Partial<Complaint> = {}): Complaint {
  const id = changes.id ?? randomUUID()
  return {
    id,
    code: `KN-2026-${randomInt(10_000, 99_999_999)}`,
    version: 1,
    status: 'open',
    channel: 'phone',
    receivedAt: AT,
    receivedOn: '2026-11-22',
    recordedAt: AT,
    recordedBy,
    complainant: {
      ...UNKNOWN_COMPLAINANT,
      salutation: 'ms',
      fullName: 'Nguyễn Thị Ánh Nguyệt',
      phones: [{ e164: '+84912345678', asTold: '0912 345 678' }],
    },
    site: 'ledu',
    subject: 'Bị gọi quảng cáo',
    narrative: 'Sau khi mua khoá học tôi bị gọi nhiều lần.',
    wanted: '',
    dataItems: ['phone'],
    categories: [],
    clauses: [],
    flags: [],
    severity: 'medium',
    assigneeId: null,
    points: [],
    outcome: null,
    outcomeReason: null,
    stateConclusion: null,
    stateConcludedAt: null,
    stateConcludedBy: null,
    noRemedyReason: null,
    mandate: null,
    answeredAt: null,
    closedAt: null,
    endReason: null,
    duplicateOfId: null,
    endingId: null,
    withdrawalEvidenceId: null,
    reviewOfId: null,
    reviewFinding: null,
    anonymisedAt: null,
    authority: null,
    stage: 'received',
    dueOn: '2026-12-22',
    targetOn: '2026-12-15',
    dueAt: '2026-12-22T17:00:00.000Z',
    dueRule: 'T-POL-30',
    ...dueLike(changes),
    ...changes,
  }
}

export function aStateCheck(
  complaintId: string,
  checkedBy: string,
  changes: Partial<StateCheck> = {},
): StateCheck {
  return {
    id: randomUUID(),
    complaintId,
    version: 1,
    dataItem: 'phone',
    system: 'crm',
    phase: 'before',
    finding: 'leaked',
    detail: 'Số điện thoại có trong tệp của đối tác.',
    checkedBy,
    checkedAt: AT,
    ...changes,
  }
}

export function aWhy(complaintId: string, changes: Partial<Why> = {}): Why {
  return {
    id: randomUUID(),
    complaintId,
    version: 1,
    position: 0,
    text: 'Vì tệp được gửi không mã hoá.',
    evidenceIds: [],
    ...changes,
  }
}

export function aStep(
  complaintId: string,
  changes: Partial<RemediationStep> = {},
): RemediationStep {
  return {
    id: randomUUID(),
    complaintId,
    version: 1,
    type: 'containment',
    description: 'Thu hồi tệp.',
    ownerId: null,
    dueOn: '2026-12-01',
    state: 'planned',
    doneOn: null,
    droppedReason: null,
    note: null,
    compensation: null,
    ...changes,
  }
}

export function aFirm(changes: Partial<Firm> = {}): Firm {
  return {
    id: randomUUID(),
    version: 1,
    name: 'Công ty An ninh mạng Ánh Dương',
    taxCode: null,
    address: null,
    contactName: null,
    phone: null,
    email: null,
    contractNumber: null,
    contractValidUntil: null,
    ndaValidUntil: null,
    active: true,
    ...changes,
  }
}

export function anEngagement(
  complaintId: string,
  firmId: string,
  changes: Partial<Engagement> = {},
): Engagement {
  return {
    id: randomUUID(),
    complaintId,
    firmId,
    version: 1,
    scope: 'Rà soát nhật ký truy cập',
    startsOn: '2026-11-23',
    endsOn: null,
    ...changes,
  }
}

export function aFirmNote(
  engagement: Engagement,
  recordedBy: string,
  changes: Partial<FirmNote> = {},
): FirmNote {
  return {
    id: randomUUID(),
    engagementId: engagement.id,
    complaintId: engagement.complaintId,
    version: 1,
    author: 'Trần Văn Đức',
    notedOn: '2026-11-24',
    body: 'Không thấy truy cập lạ.',
    recordedBy,
    recordedAt: AT,
    ...changes,
  }
}

export function anEvidence(
  complaintId: string,
  addedBy: string,
  changes: Partial<Evidence> = {},
): Evidence {
  return {
    id: randomUUID(),
    complaintId,
    firmNoteId: null,
    sha256: 'a'.repeat(64),
    size: 0,
    fileName: 'ảnh chụp 📷.png',
    mediaType: 'image/png',
    givenBy: null,
    ...{ identityCopy: false, destroyOn: null, destroyedAt: null, destroyedBy: null },
    addedBy,
    addedAt: AT,
    ...changes,
  }
}

export function aLetter(
  complaintId: string,
  authorId: string,
  changes: Partial<Letter> = {},
): Letter {
  return {
    id: randomUUID(),
    complaintId,
    version: 1,
    kind: 'L1',
    variant: 'received',
    particulars: NO_PARTICULARS,
    replacesId: null,
    rightIds: null,
    language: 'vi',
    state: 'draft',
    parts: [{ key: 'opening', heading: null, text: 'Kính thưa bà,', edited: false }],
    signatory: { authority: 'TM.', title: 'Trưởng ban', name: 'Đỗ Thị Hoà' },
    authorId,
    editorIds: [authorId],
    createdAt: AT,
    contentHash: 'b'.repeat(64),
    factsHash: 'c'.repeat(64),
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
    ...changes,
  }
}

export function aDeadline(complaintId: string, changes: Partial<Deadline> = {}): Deadline {
  return {
    id: randomUUID(),
    complaintId,
    version: 1,
    rule: 'answer',
    startsOn: '2026-11-22',
    trigger: 'receipt',
    triggerId: '',
    startsAt: '2026-11-22T08:30:00.000Z',
    viaProcessor: false,
    extension: 0,
    endsAt: '2026-12-22T17:00:00.000Z',
    legalEnd: '2026-12-22',
    target: '2026-12-15',
    state: 'running',
    stoppedAt: null,
    ...changes,
  }
}

export function anApproval(requestedBy: string, changes: Partial<Approval> = {}): Approval {
  return {
    id: randomUUID(),
    version: 1,
    state: 'pending',
    request: {
      kind: 'change-role',
      personId: requestedBy,
      role: 'board',
      active: true,
      reason: 'Đổi vai trò',
    },
    complaintId: null,
    subjectVersion: 1,
    requestedBy,
    requestedAt: AT,
    decidedBy: null,
    decidedAt: null,
    mark: null,
    remark: null,
    ...changes,
  }
}

export const SETTINGS: Settings = {
  version: 0,
  organisation: {
    legalName: 'Công ty Cổ phần Lê Du',
    boardName: 'Ban quản trị website',
    address: '1 Đồng Khởi',
    taxCode: '0300000000',
    phone: '028 38 49 40 88',
    email: 'hotro@vouchersharing.com',
    website: 'ledu.vn',
    place: 'TP. Hồ Chí Minh',
  },
  sites: [{ id: 'ledu', name: 'Ledu.vn' }],
  letters: {
    nationalHeading: true,
    authority: 'TM.',
    signatoryTitle: 'Trưởng ban',
    signatoryName: 'Đỗ Thị Hoà',
  },
  restDays: [0, 6],
  holidays: [],
  ...LATER_SETTINGS,
}

/** Adds a person and a complaint for other records to hang on. */
export async function seedCase(
  repositories: AllRepositories,
  changes: Partial<Complaint> = {},
): Promise<Readonly<{ person: Person; complaint: Complaint }>> {
  const person = aPerson()
  await repositories.people.insert(person)
  const complaint = aComplaint(person.id, changes)
  await repositories.complaints.insert(complaint)
  return { person, complaint }
}
