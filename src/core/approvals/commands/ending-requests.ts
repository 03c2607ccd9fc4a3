import { changedFields } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { canBeDuplicateOf, isEndingDecided, OUTCOME_OF_ENDING } from '../../complaints/endings.ts'
import type { Complaint, Ending, MatchedContact } from '../../complaints/model.ts'
import { requireUnanswered } from '../../complaints/status.ts'
import { requireEvidenceOfCase } from '../../evidence/rules.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requireVersion } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Approval, ApprovalRequest } from '../model.ts'
import { ask } from './request.ts'

export type EndingRequest = Extract<ApprovalRequest, { kind: 'end-complaint' }>

/**
 * Asks to end a complaint without its result: withdrawn, outside the remit, or the same as another of the same person.
 * A second person decides; the letter that says why is due then, unless it was withdrawn in writing. Raises `INVALID_INPUT`
 * for a writing that is none of its files, or an original that is unknown, itself, over, or of somebody else.
 */
export async function requestEnding(
  context: CommandContext,
  input: Readonly<{
    complaintId: string
    version: number
    way: Ending
    reason: string
    /** The writing by which it was withdrawn. */
    evidenceId: string | null
    duplicateOfCode: string | null
    /** By what the recorder knows that both are of one person. */
    contact: MatchedContact | null
  }>,
): Promise<Approval> {
  const { complaintId, version, way, reason } = input
  const { answer } = await caseCommand(context, complaintId, async (held) => {
    const { complaint, evidence } = held.file
    requireEndable(complaint)
    requireVersion(complaint, version)
    const evidenceId = way === 'withdrawn' ? input.evidenceId : null
    if (evidenceId !== null) requireEvidenceOfCase(evidence, 'evidenceId', [evidenceId])
    const original = way === 'duplicate' ? await originalOf(context, complaint, input) : null
    const asked = { complaintId, way, evidenceId, original, reason }
    return ask(context, held, { kind: 'end-complaint', ...asked })
  })
  return answer
}

/** Carries out what two persons decided: the letter may say so now. What it rests on may have changed since it was asked. */
export async function settleEnding(
  context: CommandContext,
  { file: { complaint }, write }: HeldCase,
  { way, reason, evidenceId, original }: EndingRequest,
  endingId: string,
): Promise<void> {
  requireEndable(complaint)
  if (original !== null) {
    const now = await context.repositories.complaints.find(original.id)
    requireOriginal(complaint, now, original.contact)
  }
  const outcome = OUTCOME_OF_ENDING[way]
  await write.complaint.update({
    ...complaint,
    ...{ outcome, outcomeReason: reason, endingId, withdrawalEvidenceId: evidenceId },
    duplicateOfId: original?.id ?? null,
  })
  context.audit({
    action: 'complaint.endingDecided',
    complaintId: complaint.id,
    entity: 'complaint',
    entityId: complaint.id,
    changes: changedFields(
      { outcome: complaint.outcome, outcomeReason: complaint.outcomeReason, duplicateOf: null },
      { outcome, outcomeReason: reason, duplicateOf: original?.code ?? null },
    ),
  })
}

function requireEndable(complaint: Complaint): void {
  requireUnanswered(complaint)
  if (isEndingDecided(complaint)) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'ENDING_DECIDED' }])
  }
}

async function originalOf(
  { repositories: { complaints } }: CommandContext,
  complaint: Complaint,
  { duplicateOfCode, contact }: Parameters<typeof requestEnding>[1],
): Promise<EndingRequest['original']> {
  const code = duplicateOfCode?.trim().toUpperCase() ?? ''
  const original = requireOriginal(complaint, await complaints.findByCode(code), contact)
  if (contact === null) throw invalid('contact', 'CONTACT_NOT_MATCHED')
  const { id, code: foundCode, receivedOn } = original
  return { id, code: foundCode, receivedOn, contact }
}

function requireOriginal(
  complaint: Complaint,
  original: Complaint | null,
  contact: MatchedContact | null,
): Complaint {
  if (original === null) throw invalid('duplicateOfCode', 'COMPLAINT_UNKNOWN')
  const decision = canBeDuplicateOf(complaint, original, contact)
  if (!decision.allowed) throw new DomainError('INVALID_INPUT', decision.reasons)
  return original
}
