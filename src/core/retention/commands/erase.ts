import type { Approval, ApprovalRequest } from '../../approvals/model.ts'
import { changedFields } from '../../audit/model.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { DomainError } from '../../kernel/errors.ts'
import type { CommandContext } from '../../ports/context.ts'
import { SEARCH_WORDS } from '../../ports/erasures.ts'
import { ERASED_TEXT, isErasedFile, type Erasure } from '../model.ts'
import { canErase, requireImpersonal } from '../rules.ts'
import {
  anonymousBreach,
  anonymousComplaint,
  anonymousDispatch,
  anonymousEntry,
  anonymousEvidence,
  anonymousLetter,
  anonymousNotice,
  anonymousRight,
  erased,
  erasedOrNull,
} from './anonymised.ts'
import { forgetViews } from './views.ts'

type ErasureRequest = Extract<ApprovalRequest, { kind: 'anonymise-complaint' }>

/**
 * Takes out of a held case all that tells of persons, as a second person decided. The files are destroyed once this is
 * durable: what names them is gone here, and they are put down as doomed. The values beside the journal go with the entry
 * (ADR 35). Raises `NOT_ALLOWED` when a hold was set or anything else speaks against it by now, and when the case was
 * worked on since it was proposed; `INVALID_INPUT` for a remark that tells whose case it was.
 */
export async function eraseCase(
  context: CommandContext,
  held: HeldCase,
  approval: Approval,
  request: ErasureRequest,
): Promise<void> {
  const { actor, clock, repositories } = context
  const { file, settings } = held
  const now = clock.now()
  requireAllowed(canErase(file, settings.retention, now, approval.id))
  requireUnchanged(file, approval)
  requireImpersonal('reason', request.reason, file.complaint.complainant)
  requireImpersonal('remark', approval.remark ?? '', file.complaint.complainant)
  const { id, closedAt } = file.complaint

  await repositories.drafts.removeOfCase(id)
  await repositories.addressees.forget(id)
  await forgetViews(context, file.complaint)
  await eraseRecords(held, approval.id)
  await held.write.complaint.update(anonymousComplaint(file.complaint, now))
  await eraseLetters(held)

  // A copy of papers may be destroyed already.
  const kept = file.evidence.filter((each) => !isErasedFile(each))
  const evidence = distinct(kept.map(({ sha256 }) => sha256))
  const letters = distinct(file.letters.flatMap(({ pdfSha256 }) => pdfSha256 ?? []))
  const files = distinct([...evidence, ...letters])
  const shared = await repositories.erasures.stillNamed(files)
  const erasure: Erasure = {
    ...{ id: approval.id, version: 1, complaintId: id, months: request.months },
    ...{ closedAt: closedAt ?? now, reason: request.reason },
    ...{ requestedBy: approval.requestedBy, requestedAt: approval.requestedAt },
    ...{ decidedBy: actor.personId, erasedAt: now },
    ...{ evidenceFiles: evidence.length, letterFiles: letters.length, sharedFiles: shared.length },
    certificateId: null,
  }
  await repositories.erasures.insert(erasure)
  const doomed = files.filter((sha256) => !shared.includes(sha256))
  await repositories.erasures.doom([...doomed, SEARCH_WORDS])
  const { requestedBy, months, evidenceFiles, letterFiles, sharedFiles } = erasure
  context.audit({
    action: 'complaint.anonymised',
    complaintId: id,
    entity: 'complaint',
    entityId: id,
    changes: changedFields(
      {},
      { requestedBy, retentionMonths: months, evidenceFiles, letterFiles, sharedFiles },
    ),
  })
}

/** Raises `CONFLICT` when something was put down in the case after somebody proposed to erase it. */
function requireUnchanged(file: CaseFile, { requestedAt, subjectVersion, id }: Approval): void {
  const { complaint } = file
  const moments = [
    ...file.evidence.map(({ addedAt }) => addedAt),
    ...file.letters.map(({ issuedAt, createdAt }) => issuedAt ?? createdAt),
    ...file.dispatches.map(({ recordedAt, struckAt }) => struckAt ?? recordedAt),
    ...file.breachNotices.map(({ recordedAt, struckAt }) => struckAt ?? recordedAt),
    ...[file.breach?.decidedAt ?? ''],
    ...file.firmNotes.map(({ recordedAt }) => recordedAt),
    ...file.log.map(({ changedAt }) => changedAt),
    ...file.conflicts.map(({ recordedAt }) => recordedAt),
    ...file.holds.map(({ liftedAt, setAt }) => liftedAt ?? setAt),
    ...file.approvals.filter((each) => each.id !== id).map((each) => each.requestedAt),
  ]
  if (complaint.version !== subjectVersion || moments.some((at) => at > requestedAt)) {
    throw new DomainError('CONFLICT', [{ path: '', code: 'CASE_WORKED_ON_SINCE' }])
  }
}

/** Only once the case says that it is anonymous: else an issued letter is never changed. One that was never issued goes. */
async function eraseLetters({ file, write }: HeldCase): Promise<void> {
  for (const letter of file.letters) {
    if (letter.state === 'issued') await write.letters.update(anonymousLetter(letter))
    else await write.letters.remove(letter.id, letter.version)
  }
}

/** Every record of the case but the complaint itself and its letters. */
async function eraseRecords({ file, write }: HeldCase, approvalId: string): Promise<void> {
  const { breach, rootCause } = file
  if (breach !== null) await write.breach.save(anonymousBreach(breach))
  if (rootCause !== null) {
    await write.rootCause.save({
      ...rootCause,
      statement: erased(rootCause.statement),
      undeterminedReason: erased(rootCause.undeterminedReason),
    })
  }
  for (const row of file.rights) await write.rights.update(anonymousRight(row))
  for (const row of file.breachNotices) await write.breachNotices.update(anonymousNotice(row))
  for (const row of file.stateChecks)
    await write.stateChecks.update({ ...row, detail: erased(row.detail) })
  for (const row of file.whys) await write.whys.update({ ...row, text: erased(row.text) })
  for (const row of file.steps) {
    const description = erased(row.description)
    await write.steps.update({
      ...row,
      description,
      droppedReason: erasedOrNull(row.droppedReason),
      note: erasedOrNull(row.note),
    })
  }
  for (const row of file.engagements)
    await write.engagements.update({ ...row, scope: erased(row.scope) })
  for (const row of file.firmNotes) {
    await write.firmNotes.update({ ...row, author: erased(row.author), body: erased(row.body) })
  }
  for (const row of file.log) await write.log.update(anonymousEntry(row))
  for (const row of file.evidence) await write.evidence.update(anonymousEvidence(row))
  for (const row of file.dispatches) await write.dispatches.update(anonymousDispatch(row))
  for (const row of file.conflicts) await write.conflicts.update({ ...row, reason: ERASED_TEXT })
  for (const row of file.holds) await write.holds.update({ ...row, reason: ERASED_TEXT })
  // What was asked for now is what stays, and was looked through for names.
  for (const row of file.approvals.filter(({ id }) => id !== approvalId)) {
    const request = { ...row.request, reason: ERASED_TEXT }
    await write.approvals.update({ ...row, request, remark: erasedOrNull(row.remark) })
  }
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
