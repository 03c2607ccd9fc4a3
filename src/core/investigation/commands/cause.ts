import { changedFields } from '../../audit/model.ts'
import { lockActiveCase } from '../../case/command/load.ts'
import { settleCase } from '../../case/command/case-command.ts'
import { requireVersion } from '../../kernel/guards.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { unknownCodes } from '../../taxonomies/term.ts'
import type { CommandContext } from '../../ports/context.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { CAUSES } from '../../taxonomies/causes.ts'
import type { CauseState, RootCause, Why } from '../model.ts'

/** Adds the next why at the end of the chain. */
export async function addWhy(
  context: CommandContext,
  input: Readonly<{ complaintId: string; text: string; evidenceIds: readonly string[] }>,
): Promise<Why> {
  const file = await lockActiveCase(context.repositories, input.complaintId)
  requireEvidenceOfCase(file, input.evidenceIds)
  const last = Math.max(0, ...file.whys.map((why) => why.position))
  const why: Why = { ...input, id: context.ids.next(), version: 1, position: last + 1 }
  await context.repositories.whys.insert(why)
  context.audit({
    action: 'cause.whyAdded',
    complaintId: why.complaintId,
    entity: 'why',
    entityId: why.id,
    changes: changedFields({}, { text: why.text, evidence: why.evidenceIds }),
  })
  await settleCase(context, why.complaintId)
  return why
}

export async function editWhy(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; text: string; evidenceIds: readonly string[] }>,
): Promise<Why> {
  const why = await findWhy(context, input.id)
  const file = await lockActiveCase(context.repositories, why.complaintId)
  requireEvidenceOfCase(file, input.evidenceIds)
  const stored = await context.repositories.whys.update({ ...why, ...input })
  context.audit({
    action: 'cause.whyEdited',
    complaintId: why.complaintId,
    entity: 'why',
    entityId: why.id,
    changes: changedFields(
      { text: why.text, evidence: why.evidenceIds },
      { text: input.text, evidence: input.evidenceIds },
    ),
  })
  await settleCase(context, why.complaintId)
  return stored
}

export async function removeWhy(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Readonly<{ removed: true }>> {
  const why = await findWhy(context, input.id)
  await lockActiveCase(context.repositories, why.complaintId)
  await context.repositories.whys.remove(input.id, input.version)
  context.audit({
    action: 'cause.whyRemoved',
    complaintId: why.complaintId,
    entity: 'why',
    entityId: why.id,
    changes: [{ field: 'text', from: why.text, to: null }],
  })
  await settleCase(context, why.complaintId)
  return { removed: true }
}

export type CauseInput = Readonly<{
  complaintId: string
  version: number
  state: CauseState
  category: string | null
  statement: string
  undeterminedReason: string
}>

/**
 * Records the cause (policy clause 2.3): established with a category and a sentence for the letter, or
 * undetermined with a reason. It may stay open while it is being worked on.
 */
export async function saveCause(context: CommandContext, input: CauseInput): Promise<RootCause> {
  const { repositories } = context
  const { rootCause } = await lockActiveCase(repositories, input.complaintId)
  const issues = input.category === null ? [] : unknownCodes('category', [input.category], CAUSES)
  if (issues.length > 0) throw new DomainError('INVALID_INPUT', issues)
  requireComplete(input)
  requireVersion({ version: rootCause?.version ?? 0 }, input.version)
  const stored = await repositories.rootCauses.save(input)
  context.audit({
    action: 'cause.saved',
    complaintId: input.complaintId,
    entity: 'rootCause',
    entityId: input.complaintId,
    changes: changedFields(rootCause === null ? {} : audited(rootCause), audited(input)),
  })
  await settleCase(context, input.complaintId)
  return stored
}

function requireComplete(input: CauseInput): void {
  if (input.state === 'established') {
    if (input.category === null) throw invalid('category', 'REQUIRED')
    if (input.statement === '') throw invalid('statement', 'REQUIRED')
  }
  if (input.state === 'undetermined' && input.undeterminedReason === '') {
    throw invalid('undeterminedReason', 'REQUIRED')
  }
}

function requireEvidenceOfCase(file: CaseFile, evidenceIds: readonly string[]): void {
  const known = new Set(file.evidence.map((evidence) => evidence.id))
  if (evidenceIds.some((id) => !known.has(id))) throw invalid('evidenceIds', 'EVIDENCE_UNKNOWN')
}

async function findWhy(context: CommandContext, id: string): Promise<Why> {
  const why = await context.repositories.whys.find(id)
  if (why === null) throw new DomainError('NOT_FOUND')
  return why
}

function audited(cause: Omit<RootCause, 'complaintId' | 'version'>) {
  return {
    state: cause.state,
    category: cause.category,
    statement: cause.statement,
    undeterminedReason: cause.undeterminedReason,
  }
}
