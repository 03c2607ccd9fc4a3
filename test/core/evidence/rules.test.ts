import { describe, expect, it } from 'vitest'
import { STATUSES } from '#core/complaints/model.ts'
import { canAttach } from '#core/evidence/rules.ts'
import type { Decision } from '#core/kernel/decision.ts'
import { complaint, emptyFile } from '../case/case-facts.ts'

const reasonsOf = (decision: Decision): readonly string[] =>
  decision.allowed ? [] : decision.reasons.map((reason) => reason.code)

describe('a file may be attached', () => {
  const request = { complaintId: 'complaint', firmNoteId: null, fileName: 'a.txt', givenBy: null }
  it.each(STATUSES)('to a complaint that is not over: %s', (status) => {
    const file = { ...emptyFile, complaint: { ...complaint, status } }
    expect(reasonsOf(canAttach(file, request))).toEqual(
      status === 'open' || status === 'answered' ? [] : ['COMPLAINT_ENDED'],
    )
  })

  it('to a note of this case only', () => {
    const note = {
      id: 'note',
      engagementId: 'engagement',
      complaintId: 'complaint',
      version: 1,
      author: 'Ngô Bảo Long',
      notedOn: '2026-11-22',
      body: 'Đã nhận.',
      recordedBy: 'investigator',
      recordedAt: '2026-11-22T08:30:00.000Z',
    }
    const file = { ...emptyFile, firmNotes: [note] }
    expect(reasonsOf(canAttach(file, { ...request, firmNoteId: 'note' }))).toEqual([])
    expect(reasonsOf(canAttach(file, { ...request, firmNoteId: 'other' }))).toEqual([
      'NOTE_UNKNOWN',
    ])
  })
})
