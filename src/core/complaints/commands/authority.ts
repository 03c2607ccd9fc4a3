import type { AuditValue } from '../../audit/model.ts'
import { changedFields } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import { requireEvidenceOfCase } from '../../evidence/rules.ts'
import type { LocalDate } from '../../kernel/calendar.ts'
import { invalid } from '../../kernel/errors.ts'
import { requirePastDay, requireVersion } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import { explained, type Lateness } from '../../deadlines/late.ts'
import { isAnsweredLate, type AuthorityRequest } from '../authority.ts'
import type { Complaint } from '../model.ts'

/** What is told of it: the complainant's own case by its code, as it is kept already, or none. */
export type AuthorityInput = Omit<AuthorityRequest, 'ownCaseId' | keyof Lateness> &
  Lateness &
  Readonly<{ ownCase: 'keep' | Readonly<{ code: string }> | null }>

/**
 * Puts on record what an authority or a court asks, or with null that none does. A day it set that has passed is kept: it is
 * late, and that is so. What is owed to it outlives the complaint, so this stays open when that is over. Raises
 * `INVALID_INPUT` for a day of answering still to come or before the complaint or the paper, a late one without its reason, a decision that is no file of the case, or an unknown case.
 */
export async function setAuthority(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; authority: AuthorityInput | null }>,
): Promise<Complaint> {
  const { id, version } = input
  const { file } = await caseCommand(
    context,
    id,
    async ({ file: { complaint, evidence }, write }) => {
      requireVersion(complaint, version)
      if (input.authority !== null) {
        const { answeredOn, decisionId } = input.authority
        if (answeredOn !== null) {
          requirePastDay('authority.answeredOn', answeredOn, context.clock.now(), 'DAY_IN_FUTURE')
          requireAfterPaper(complaint, input.authority)
        }
        if (decisionId !== null) {
          requireEvidenceOfCase(evidence, 'authority.decisionId', [decisionId])
        }
      }
      const authority = await requestOf(context, complaint, input.authority)
      const codes = await codesOf(context, [complaint.authority, authority])
      await write.complaint.update({ ...complaint, authority })
      context.audit({
        action: 'complaint.authoritySet',
        complaintId: id,
        entity: 'complaint',
        entityId: id,
        changes: changedFields(audited(complaint.authority, codes), audited(authority, codes)),
      })
    },
    'any',
  )
  return file.complaint
}

/** Nobody answers what has not come in, or a paper before it was written. */
function requireAfterPaper(
  { receivedOn }: Complaint,
  { answeredOn, issuedOn }: Pick<AuthorityRequest, 'answeredOn' | 'issuedOn'>,
): void {
  const before = (day: LocalDate | null): boolean =>
    day !== null && answeredOn !== null && answeredOn < day
  if (before(receivedOn) || before(issuedOn)) {
    throw invalid('authority.answeredOn', 'ANSWERED_BEFORE_PAPER')
  }
}

async function requestOf(
  { repositories }: CommandContext,
  complaint: Complaint,
  input: AuthorityInput | null,
): Promise<AuthorityRequest | null> {
  if (input === null) return null
  const { ownCase, ...facts } = input
  const told = { ...facts, ...explained(isAnsweredLate(input), input, 'authority.') }
  if (ownCase === null) return { ...told, ownCaseId: null }
  // Whoever is kept from that case keeps the link without having seen it.
  if (ownCase === 'keep') return { ...told, ownCaseId: complaint.authority?.ownCaseId ?? null }
  const own = await repositories.complaints.findByCode(ownCase.code.trim().toUpperCase())
  if (own === null) throw invalid('authority.ownCase', 'COMPLAINT_UNKNOWN')
  if (own.id === complaint.id) throw invalid('authority.ownCase', 'OWN_CASE_ITSELF')
  return { ...told, ownCaseId: own.id }
}

/** The codes of the cases these name, as far as they may be named. */
async function codesOf(
  { repositories }: CommandContext,
  requests: readonly (AuthorityRequest | null)[],
): Promise<ReadonlyMap<string, string>> {
  return repositories.complaints.codes(requests.flatMap((request) => request?.ownCaseId ?? []))
}

/** As its history tells it: a field each. */
function audited(
  request: AuthorityRequest | null,
  codes: ReadonlyMap<string, string>,
): Readonly<Record<string, AuditValue>> {
  return {
    authorityKind: request?.kind ?? null,
    authorityName: request?.name ?? null,
    authorityNumber: request?.number ?? null,
    authorityIssuedOn: request?.issuedOn ?? null,
    authorityOfficer: request?.officer ?? null,
    authorityDueOn: request?.dueOn ?? null,
    authorityAnsweredOn: request?.answeredOn ?? null,
    lateReason: request?.lateReason ?? null,
    lateExplanation: request?.lateExplanation ?? null,
    authorityDecision: request !== null && request.decisionId !== null,
    authorityOwnCase: codes.get(request?.ownCaseId ?? '') ?? null,
  }
}
