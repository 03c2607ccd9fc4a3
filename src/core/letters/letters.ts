import { changedFields } from '../audit/model.ts'
import {
  loadCase,
  lockActiveCase,
  lockCase,
  requireActive,
  requireVersion,
  settleCase,
} from '../complaints/case.ts'
import { requireStatus } from '../complaints/edit.ts'
import { missingForAnswer } from '../complaints/stage.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { requireAllowed } from '../kernel/decision.ts'
import { DomainError, invalid } from '../kernel/errors.ts'
import { loadSettings } from '../settings/settings.ts'
import type { CaseFile } from '../complaints/case-file.ts'
import type { Language } from '../taxonomies/term.ts'
import { hashContent, hashFacts } from './build.ts'
import { composeResultParts, type LetterFacts } from './compose-result.ts'
import type { Letter, LetterPart, Signatory } from './model.ts'
import { canApprove, canEdit, canReturn, canSubmit, type LetterSituation } from './rules.ts'

/** What the letter room shows: the letter, what is missing, and whether the facts moved on. */
export async function getLetter(context: QueryContext, id: string): Promise<LetterSituation> {
  const letter = await findLetter(context, id)
  const facts = await loadFacts(context, await loadCase(context.repositories, letter.complaintId))
  return situationOf(context, letter, facts)
}

/** Composes a draft from the facts as they are. A complaint has one letter of a kind in work at a time. */
export async function draftLetter(
  context: CommandContext,
  input: Readonly<{ complaintId: string; kind: 'L4'; language: Language }>,
): Promise<Letter> {
  const { repositories, actor, clock, ids, sha256 } = context
  const file = await lockActiveCase(repositories, input.complaintId)
  requireStatus(file.complaint, 'open')
  if (file.letters.some((letter) => letter.kind === input.kind && letter.state !== 'issued')) {
    throw new DomainError('ALREADY_EXISTS', [{ path: 'letters', code: 'LETTER_IN_WORK' }])
  }
  const facts = await loadFacts(context, file)
  const { letters } = facts.settings
  const signatory: Signatory = {
    authority: letters.authority,
    title: letters.signatoryTitle,
    name: letters.signatoryName,
  }
  const content = {
    language: input.language,
    signatory,
    parts: composeResultParts(facts, input.language),
  }
  const letter: Letter = {
    ...input,
    ...content,
    id: ids.next(),
    version: 1,
    state: 'draft',
    authorId: actor.personId,
    editorIds: [actor.personId],
    createdAt: clock.now(),
    contentHash: hashContent(content, facts, sha256),
    factsHash: hashFacts(input.language, facts, sha256),
    submittedBy: null,
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
    approvedHash: null,
    returnRemark: null,
    number: null,
    issuedBy: null,
    issuedAt: null,
    issuedOn: null,
    pdfSha256: null,
    pages: null,
  }
  await repositories.letters.insert(letter)
  record(context, letter, 'letter.drafted', changedFields({}, { language: letter.language }))
  await settleCase(context, letter.complaintId)
  return letter
}

/** Stores the author's text. A submitted or approved letter becomes a draft again: an approval holds for one content only. */
export async function editLetter(
  context: CommandContext,
  input: Readonly<{
    id: string
    version: number
    parts: readonly Readonly<{ key: string; text: string }>[]
    signatory: Signatory
  }>,
): Promise<Letter> {
  const { letter, facts } = await lockLetter(context, input)
  requireAllowed(canEdit(letter))
  const texts = new Map(input.parts.map((part) => [part.key, part.text]))
  requireKnownParts(letter, [...texts.keys()])
  const composed = composeResultParts(facts, letter.language)
  const parts = letter.parts.map((part) => {
    const text = texts.get(part.key) ?? part.text
    return { ...part, text, edited: text !== textOf(composed, part.key) }
  })
  return storeContent(
    context,
    letter,
    facts,
    { parts, signatory: input.signatory },
    letter.factsHash,
  )
}

/**
 * Composes one part anew, giving up its edits; or, with null, every part nobody edited, which brings the
 * letter level with the facts again.
 */
export async function recomposeLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; part: string | null }>,
): Promise<Letter> {
  const { letter, facts } = await lockLetter(context, input)
  requireAllowed(canEdit(letter))
  if (input.part !== null) requireKnownParts(letter, [input.part])
  const composed = composeResultParts(facts, letter.language)
  const parts = letter.parts.map((part) => {
    const wanted = input.part === null ? !part.edited : part.key === input.part
    const fresh = composed.find((each) => each.key === part.key)
    return wanted && fresh !== undefined ? fresh : part
  })
  const factsHash =
    input.part === null ? hashFacts(letter.language, facts, context.sha256) : letter.factsHash
  return storeContent(context, letter, facts, { parts, signatory: letter.signatory }, factsHash)
}

/** Throws a draft away; that it existed stays on record. It may outlive its complaint's end, to be tidied away. */
export async function discardLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Readonly<{ removed: true }>> {
  const { letter } = await holdLetter(context, input)
  requireAllowed(canEdit(letter))
  await context.repositories.letters.remove(letter.id, letter.version)
  record(context, letter, 'letter.discarded', [{ field: 'state', from: letter.state, to: null }])
  await settleCase(context, letter.complaintId)
  return { removed: true }
}

export async function submitLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Letter> {
  const { letter, facts } = await lockLetter(context, input)
  requireAllowed(canSubmit(situationOf(context, letter, facts)))
  return move(context, letter, 'letter.submitted', {
    state: 'submitted',
    contentHash: hashContent(letter, facts, context.sha256),
    submittedBy: context.actor.personId,
    submittedAt: context.clock.now(),
    returnRemark: null,
  })
}

export async function reopenLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Letter> {
  const { letter } = await holdLetter(context, input)
  requireAllowed(canReturn(letter))
  return move(context, letter, 'letter.reopened', BACK_TO_DRAFT)
}

/** By a second person, for exactly the content they saw: another hash than the stored one is refused. */
export async function approveLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; contentHash: string }>,
): Promise<Letter> {
  const { actor, clock } = context
  const { letter, facts } = await lockLetter(context, input)
  if (letter.editorIds.includes(actor.personId) || letter.submittedBy === actor.personId) {
    throw new DomainError('SECOND_PERSON_REQUIRED', [{ path: '', code: 'APPROVER_IS_AUTHOR' }])
  }
  requireAllowed(canApprove(situationOf(context, letter, facts), actor.personId))
  if (input.contentHash !== hashContent(letter, facts, context.sha256)) {
    throw new DomainError('CONFLICT', [{ path: 'contentHash', code: 'CONTENT_CHANGED' }])
  }
  return move(context, letter, 'letter.approved', {
    state: 'approved',
    approvedBy: actor.personId,
    approvedAt: clock.now(),
    approvedHash: input.contentHash,
  })
}

/** Sends a letter back to its author with what should change. */
export async function returnLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; remark: string }>,
): Promise<Letter> {
  const { letter } = await holdLetter(context, input)
  requireAllowed(canReturn(letter))
  return move(context, letter, 'letter.returned', { ...BACK_TO_DRAFT, returnRemark: input.remark })
}

/**
 * Holds the case of a letter that is to go on and reads all that the letter states. Raises `NOT_FOUND`,
 * `CONFLICT`, or `NOT_ALLOWED` when the case is over.
 */
export async function lockLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Readonly<{ letter: Letter; facts: LetterFacts }>> {
  const { letter, file } = await holdLetter(context, input)
  requireActive(file.complaint)
  return { letter, facts: await loadFacts(context, file) }
}

/** Holds the case of a letter, also of one left in work when its complaint ended. */
async function holdLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Readonly<{ letter: Letter; file: CaseFile }>> {
  const found = await findLetter(context, input.id)
  const file = await lockCase(context.repositories, found.complaintId)
  // Read again under the lock: the first reading only told which case to hold.
  const letter = file.letters.find((each) => each.id === input.id)
  if (letter === undefined) throw new DomainError('NOT_FOUND')
  requireVersion(letter, input.version)
  return { letter, file }
}

export function situationOf(
  context: QueryContext,
  letter: Letter,
  facts: LetterFacts,
): LetterSituation {
  const issued = letter.state === 'issued'
  return {
    letter,
    missing: issued ? [] : missingForAnswer(facts.file),
    factsChanged: !issued && hashFacts(letter.language, facts, context.sha256) !== letter.factsHash,
    complaintStatus: facts.file.complaint.status,
  }
}

/** Everything a letter of this case may state. */
export async function loadFacts(context: QueryContext, file: CaseFile): Promise<LetterFacts> {
  const settings = await loadSettings(context.repositories)
  const ids = new Set(file.engagements.map((engagement) => engagement.firmId))
  const firms = ids.size === 0 ? [] : await context.repositories.firms.all()
  return { file, settings, firms: firms.filter((firm) => ids.has(firm.id)) }
}

const BACK_TO_DRAFT = {
  state: 'draft',
  submittedBy: null,
  submittedAt: null,
  approvedBy: null,
  approvedAt: null,
  approvedHash: null,
} as const

async function storeContent(
  context: CommandContext,
  letter: Letter,
  facts: LetterFacts,
  content: Readonly<{ parts: readonly LetterPart[]; signatory: Signatory }>,
  factsHash: string,
): Promise<Letter> {
  const contentHash = hashContent({ ...letter, ...content }, facts, context.sha256)
  const changed: Letter = {
    ...letter,
    ...BACK_TO_DRAFT,
    ...content,
    contentHash,
    factsHash,
    editorIds: [...new Set([...letter.editorIds, context.actor.personId])],
  }
  const stored = await context.repositories.letters.update(changed)
  record(context, letter, 'letter.edited', [
    ...changedFields({ state: letter.state }, { state: 'draft' }),
    ...changedFields(textsOf(letter), textsOf(changed)),
  ])
  return stored
}

async function move(
  context: CommandContext,
  letter: Letter,
  action: string,
  change: Partial<Letter>,
): Promise<Letter> {
  const stored = await context.repositories.letters.update({ ...letter, ...change })
  record(context, letter, action, [
    ...changedFields({ state: letter.state }, { state: stored.state }),
    ...changedFields({ remark: null }, { remark: change.returnRemark ?? null }),
  ])
  await settleCase(context, letter.complaintId)
  return stored
}

function record(
  context: CommandContext,
  letter: Letter,
  action: string,
  changes: ReturnType<typeof changedFields>,
): void {
  context.audit({
    action,
    complaintId: letter.complaintId,
    entity: 'letter',
    entityId: letter.id,
    changes,
  })
}

function requireKnownParts(letter: Letter, keys: readonly string[]): void {
  if (keys.some((key) => textOf(letter.parts, key) === undefined)) {
    throw invalid('parts', 'PART_UNKNOWN')
  }
}

async function findLetter(context: QueryContext, id: string): Promise<Letter> {
  const letter = await context.repositories.letters.find(id)
  if (letter === null) throw new DomainError('NOT_FOUND')
  return letter
}

function textOf(parts: readonly LetterPart[], key: string): string | undefined {
  return parts.find((part) => part.key === key)?.text
}

function textsOf(letter: Letter): Readonly<Record<string, string>> {
  const { authority, title, name } = letter.signatory
  return {
    ...Object.fromEntries(letter.parts.map((part) => [`part.${part.key}`, part.text])),
    signatory: [authority, title, name].join(' / '),
  }
}
