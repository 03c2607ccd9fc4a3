import type { Dispatch, Letter, LetterPart } from '#core/letters/model.ts'
import { NO_PARTICULARS } from '#core/letters/particulars.ts'

export const AUTHOR = '00000000-0000-4000-8000-00000000000a'

/** A draft asking the complainant for information, but for what a test says otherwise. */
export function aLetter(change: Partial<Letter> = {}): Letter {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    complaintId: '00000000-0000-4000-8000-0000000000c1',
    version: 1,
    kind: 'L2',
    variant: 'information',
    particulars: NO_PARTICULARS,
    replacesId: null,
    rightIds: null,
    language: 'vi',
    state: 'draft',
    parts: [
      aPart('subject', 'V/v bổ sung'),
      aPart('request', 'information:'),
      aPart('close', 'Trân trọng./.'),
    ],
    signatory: {
      authority: 'TM. BAN QUẢN TRỊ',
      acting: '',
      title: 'TRƯỞNG BAN',
      name: 'Trần Thị Ngọc Lan',
    },
    authorId: AUTHOR,
    editorIds: [AUTHOR],
    createdAt: '2026-11-20T02:00:00.000Z',
    contentHash: 'content-1',
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
    ...change,
  }
}

export function aPart(key: string, text: string, edited = false): LetterPart {
  return { key, heading: null, text, edited }
}

export function aDispatch(change: Partial<Dispatch> = {}): Dispatch {
  return {
    id: '00000000-0000-4000-8000-0000000000d1',
    complaintId: '00000000-0000-4000-8000-0000000000c1',
    letterId: '00000000-0000-4000-8000-000000000001',
    version: 1,
    channel: 'post',
    sentOn: '2026-11-22',
    trackingNumber: null,
    lateReason: null,
    lateExplanation: null,
    evidenceId: null,
    recordedBy: 'clerk',
    recordedAt: '2026-11-23T02:00:00.000Z',
    struckBy: null,
    struckAt: null,
    struckReason: null,
    ...change,
  }
}
