import { changedFields } from '../../audit/model.ts'
import { isActive, requireActive } from '../../complaints/status.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import { requireEvidenceOfCase } from '../../evidence/rules.ts'
import { vietnamDate, type LocalDate } from '../../kernel/calendar.ts'
import { DomainError, invalid, type Issue } from '../../kernel/errors.ts'
import { requireFound, requireVersion } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import { CAUSES } from '../../taxonomies/causes.ts'
import { unknownCodes } from '../../taxonomies/term.ts'
import type { CauseState, RootCause, Why } from '../model.ts'
import { isCauseOpen } from '../search.ts'

/** Adds the next why at the end of the chain. */
export async function addWhy(
  context: CommandContext,
  input: Readonly<{ complaintId: string; text: string; evidenceIds: readonly string[] }>,
): Promise<Why> {
  const { answer } = await caseCommand(context, input.complaintId, async ({ file, write }) => {
    requireEvidenceOfCase(file.evidence, 'evidenceIds', input.evidenceIds)
    const last = Math.max(0, ...file.whys.map((why) => why.position))
    const why: Why = { ...input, id: context.ids.next(), version: 1, position: last + 1 }
    await write.whys.insert(why)
    context.audit({
      action: 'cause.whyAdded',
      complaintId: why.complaintId,
      entity: 'why',
      entityId: why.id,
      changes: changedFields({}, { text: why.text, evidence: why.evidenceIds }),
    })
    return why
  })
  return answer
}

export async function editWhy(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; text: string; evidenceIds: readonly string[] }>,
): Promise<Why> {
  const { complaintId } = requireFound(await context.repositories.whys.find(input.id))
  const { answer } = await caseCommand(context, complaintId, async ({ file, write }) => {
    const why = requireFound(file.whys.find(({ id }) => id === input.id))
    requireEvidenceOfCase(file.evidence, 'evidenceIds', input.evidenceIds)
    const stored = await write.whys.update({ ...why, ...input })
    context.audit({
      action: 'cause.whyEdited',
      complaintId,
      entity: 'why',
      entityId: why.id,
      changes: changedFields(
        { text: why.text, evidence: why.evidenceIds },
        { text: input.text, evidence: input.evidenceIds },
      ),
    })
    return stored
  })
  return answer
}

export async function removeWhy(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Readonly<{ removed: true }>> {
  const { complaintId } = requireFound(await context.repositories.whys.find(input.id))
  await caseCommand(context, complaintId, async ({ file, write }) => {
    const why = requireFound(file.whys.find(({ id }) => id === input.id))
    await write.whys.remove(input.id, input.version)
    context.audit({
      action: 'cause.whyRemoved',
      complaintId,
      entity: 'why',
      entityId: why.id,
      changes: [{ field: 'text', from: why.text, to: null }],
    })
  })
  return { removed: true }
}

export type CauseInput = Readonly<{
  complaintId: string
  version: number
  state: CauseState
  category: string | null
  statement: string
  undeterminedReason: string
  searchUntil: LocalDate | null
  contributing: readonly string[]
  suspected: readonly string[]
}>

/**
 * Records the cause (policy clause 2.3): established with a category and a sentence for the letter, or
 * undetermined with a reason and, where the search goes on, until when; such a search outlives the closing of its case, and what
 * became of it is put on record here. It may stay open while it is being worked on. Each cause stands in one place only: as the
 * primary one, among the others confirmed, or among those suspected. Raises `INVALID_INPUT`, and `NOT_ALLOWED` once it is over.
 */
export async function saveCause(context: CommandContext, input: CauseInput): Promise<RootCause> {
  const { answer } = await caseCommand(
    context,
    input.complaintId,
    async ({ file, write }) => {
      const { rootCause } = file
      if (!isCauseOpen(file.complaint, rootCause)) requireActive(file.complaint)
      const issues = faultsOf(input)
      if (issues.length > 0) throw new DomainError('INVALID_INPUT', issues)
      requireComplete(input)
      // After its closing the search ends with a word: found, or not and why.
      if (!isActive(file.complaint) && input.state === 'open') throw invalid('state', 'REQUIRED')
      requireVersion({ version: rootCause?.version ?? 0 }, input.version)
      const searchUntil = input.state === 'undetermined' ? input.searchUntil : null
      const isNew = searchUntil !== (rootCause?.searchUntil ?? null)
      if (searchUntil !== null && isNew && searchUntil < vietnamDate(context.clock.now())) {
        throw invalid('searchUntil', 'PROMISED_DAY_OVER')
      }
      const cause = { ...input, searchUntil }
      const stored = await write.rootCause.save(cause)
      context.audit({
        action: 'cause.saved',
        complaintId: input.complaintId,
        entity: 'rootCause',
        entityId: input.complaintId,
        changes: changedFields(rootCause === null ? {} : audited(rootCause), audited(cause)),
      })
      return stored
    },
    'any',
  )
  return answer
}

/** A cause no list has, one that stands in two places, or one confirmed beside a primary cause that is not. */
function faultsOf({ state, category, contributing, suspected }: CauseInput): readonly Issue[] {
  const primary = category === null ? [] : [category]
  const twice = (field: string, codes: readonly string[], others: readonly string[]) =>
    codes.some((code, at) => others.includes(code) || codes.indexOf(code) !== at)
      ? [{ path: field, code: 'CAUSE_TWICE' } as const]
      : []
  return [
    ...unknownCodes('category', primary, CAUSES),
    ...unknownCodes('contributing', contributing, CAUSES),
    ...unknownCodes('suspected', suspected, CAUSES),
    ...twice('contributing', contributing, primary),
    ...twice('suspected', suspected, [...primary, ...contributing]),
    ...(state !== 'established' && contributing.length > 0
      ? [{ path: 'contributing', code: 'CAUSE_NOT_PRIMARY' } as const]
      : []),
  ]
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

function audited(cause: Omit<RootCause, 'complaintId' | 'version'>) {
  return {
    state: cause.state,
    category: cause.category,
    statement: cause.statement,
    undeterminedReason: cause.undeterminedReason,
    searchUntil: cause.searchUntil,
    contributing: cause.contributing,
    suspected: cause.suspected,
  }
}
