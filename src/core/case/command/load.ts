import type { Complaint } from '../../complaints/model.ts'
import { requireActive } from '../../complaints/status.ts'
import { DomainError } from '../../kernel/errors.ts'
import type { Repositories } from '../../ports/repositories.ts'
import type { CaseFile } from '../case-file.ts'

/** Reads everything on record about a complaint. Raises `NOT_FOUND`. */
export async function loadCase(repositories: Repositories, id: string): Promise<CaseFile> {
  const complaint = await repositories.complaints.find(id)
  if (complaint === null) throw new DomainError('NOT_FOUND')
  return loadCaseOf(repositories, complaint)
}

/**
 * Holds a case for the rest of the transaction and reads it. Every command on a case begins here, so
 * that what it derives (stage, due day) is derived from facts nobody else is changing.
 */
export async function lockCase(repositories: Repositories, id: string): Promise<CaseFile> {
  const complaint = await repositories.complaints.lock(id)
  if (complaint === null) throw new DomainError('NOT_FOUND')
  return loadCaseOf(repositories, complaint)
}

/** Like {@link lockCase}, for work on a case that is not over. Raises `NOT_ALLOWED`. */
export async function lockActiveCase(repositories: Repositories, id: string): Promise<CaseFile> {
  const file = await lockCase(repositories, id)
  requireActive(file.complaint)
  return file
}

async function loadCaseOf(repositories: Repositories, complaint: Complaint): Promise<CaseFile> {
  const { id } = complaint
  return {
    complaint,
    deadlines: await repositories.deadlines.ofComplaint(id),
    rights: await repositories.rights.ofComplaint(id),
    breach: await repositories.breaches.ofComplaint(id),
    breachNotices: await repositories.breachNotices.ofComplaint(id),
    stateChecks: await repositories.stateChecks.ofComplaint(id),
    whys: await repositories.whys.ofComplaint(id),
    rootCause: await repositories.rootCauses.ofComplaint(id),
    steps: await repositories.steps.ofComplaint(id),
    engagements: await repositories.engagements.ofComplaint(id),
    firmNotes: await repositories.firmNotes.ofComplaint(id),
    evidence: await repositories.evidence.ofComplaint(id),
    letters: await repositories.letters.ofComplaint(id),
    dispatches: await repositories.dispatches.ofComplaint(id),
    approvals: await repositories.approvals.ofComplaint(id),
  }
}
