import type { Complaint } from '../complaints/model.ts'
import { isActive } from '../complaints/status.ts'
import type { FirmNote } from '../firms/model.ts'
import { decide, type Decision } from '../kernel/decision.ts'
import { invalid, type Issue } from '../kernel/errors.ts'
import type { Evidence, Giver } from './model.ts'

export type EvidenceRequest = Readonly<{
  complaintId: string
  firmNoteId: string | null
  fileName: string
  givenBy: Giver | null
}>

/** Whether a file may be attached there: the case is not over and the note belongs to it. */
export function canAttach(
  file: Readonly<{ complaint: Complaint; firmNotes: readonly FirmNote[] }>,
  request: EvidenceRequest,
): Decision {
  const reasons: Issue[] = []
  if (!isActive(file.complaint)) {
    reasons.push({ path: '', code: 'COMPLAINT_ENDED' })
  }
  const { firmNoteId } = request
  if (firmNoteId !== null && !file.firmNotes.some((note) => note.id === firmNoteId)) {
    reasons.push({ path: 'firmNoteId', code: 'NOTE_UNKNOWN' })
  }
  return decide(reasons)
}

/** Raises `INVALID_INPUT` on the field unless these files are all among those of the case. */
export function requireEvidenceOfCase(
  evidence: readonly Pick<Evidence, 'id'>[],
  field: string,
  ids: readonly string[],
): void {
  const known = new Set(evidence.map(({ id }) => id))
  if (ids.some((id) => !known.has(id))) throw invalid(field, 'EVIDENCE_UNKNOWN')
}
