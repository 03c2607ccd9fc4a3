import { changedFields } from '../../audit/model.ts'
import { readableBy } from '../../case/case-file.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import { requireIdentityOf } from '../../case/command/covers.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { DomainError } from '../../kernel/errors.ts'
import { requireFound } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { FileStore } from '../../ports/tools.ts'
import { isErasedFile } from '../../retention/model.ts'
import type { Evidence, Giver } from '../model.ts'
import { canAttach, type EvidenceRequest } from '../rules.ts'

/**
 * Puts a stored file on record. The bytes are already kept under `sha256`; the same file twice on one
 * case and note is one record.
 */
export async function recordEvidence(
  context: CommandContext,
  request: EvidenceRequest,
  stored: Readonly<{ sha256: string; size: number; mediaType: string }>,
): Promise<Evidence> {
  const { actor, clock, ids } = context
  const { answer } = await caseCommand(
    context,
    request.complaintId,
    async (held) => {
      // A note one may not read is a note one does not know.
      const file = readableBy(actor, held.file)
      requireAllowed(canAttach(file, request))
      const same = file.evidence.find(
        (each) =>
          each.sha256 === stored.sha256 &&
          each.firmNoteId === request.firmNoteId &&
          each.fileName === request.fileName,
      )
      const evidence: Evidence = same ?? {
        ...request,
        ...stored,
        id: ids.next(),
        addedBy: actor.personId,
        addedAt: clock.now(),
        identityCopy: false,
        destroyOn: null,
        destroyedAt: null,
        destroyedBy: null,
      }
      if (same === undefined) await held.write.evidence.insert(evidence)
      context.audit({
        action: same === undefined ? 'evidence.added' : 'evidence.addedAgain',
        complaintId: evidence.complaintId,
        entity: 'evidence',
        entityId: evidence.id,
        changes: changedFields(
          {},
          { fileName: evidence.fileName, sha256: evidence.sha256, size: evidence.size },
        ),
      })
      return evidence
    },
    'any',
  )
  return answer
}

/** Says who gave a file, on a case that is over as well: its complainant may ask for their own copy of it. */
export async function setGiver(
  context: CommandContext,
  { id, givenBy }: Readonly<{ id: string; givenBy: Giver }>,
): Promise<Evidence> {
  const { complaintId } = requireFound(await context.repositories.evidence.find(id))
  const { answer } = await caseCommand(
    context,
    complaintId,
    async ({ file, write }) => {
      const known = requireFound(file.evidence.find((each) => each.id === id))
      const changes = changedFields({ givenBy: known.givenBy }, { givenBy })
      context.audit({
        ...{ action: 'evidence.giverSet', complaintId, entity: 'evidence', entityId: id, changes },
      })
      return write.evidence.update({ ...known, givenBy })
    },
    'any',
  )
  return answer
}

/** Hands a file out byte for byte. It is re-hashed on the way; who took it, and when, is on record. */
export async function exportEvidence(
  context: CommandContext,
  id: string,
  files: FileStore,
): Promise<Readonly<{ evidence: Evidence; bytes: Uint8Array }>> {
  const evidence = requireFound(await context.repositories.evidence.find(id))
  await requireIdentityOf(context, evidence.complaintId)
  if (evidence.destroyedAt !== null) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'EVIDENCE_DESTROYED' }])
  }
  if (isErasedFile(evidence)) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'CASE_ANONYMISED' }])
  }
  const bytes = await files.get(evidence.sha256)
  context.audit({
    action: 'evidence.exported',
    complaintId: evidence.complaintId,
    entity: 'evidence',
    entityId: evidence.id,
    changes: changedFields({}, { sha256: evidence.sha256 }),
  })
  return { evidence, bytes }
}
