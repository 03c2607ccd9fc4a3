import { changedFields } from '../../audit/model.ts'
import type { CaseFile } from '../../case/case-file.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { vietnamDate } from '../../kernel/calendar.ts'
import { decide, requireAllowed } from '../../kernel/decision.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Language } from '../../taxonomies/term.ts'
import { hashContent, hashFacts, type LetterContent } from '../composition/letter-document.ts'
import { composeParts } from '../composition/letter-content.ts'
import { signatureIn } from '../english-names.ts'
import { FACT_WORDS } from '../composition/fact-formatting.ts'
import type { LetterFacts } from '../composition/facts.ts'
import { barredFrom } from '../composition/situation.ts'
import type { Variant } from '../kind-record.ts'
import { isVariant, LETTER, traitsOf, type LetterKind } from '../kinds.ts'
import type { Letter, Signatory } from '../model.ts'
import { NO_PARTICULARS, relevantParticulars, type Particulars } from '../particulars.ts'
import { canDraft, isInWork, unlessFresh } from '../rules.ts'
import { submitHeld } from './lifecycle.ts'
import { recordLetter } from './letter-command.ts'
import { loadFacts } from './load-facts.ts'

export type DraftRequest = Readonly<{
  complaintId: string
  kind: LetterKind
  variant: Variant
  language: Language
  /** The issued letter the new one corrects; null for a first one. */
  replacesId: string | null
}>

/**
 * Composes a draft from the facts as they are. But for kinds that go to several people, a complaint has
 * one letter of a kind in work at a time.
 */
export async function draftLetter(context: CommandContext, input: DraftRequest): Promise<Letter> {
  const { answer } = await caseCommand(context, input.complaintId, (held) =>
    draftHeld(context, held, input),
  )
  return answer.letter
}

/** Composes a letter nobody needs to add to and hands it straight to the second person (the acknowledgement, at the call). */
export async function prepareLetter(context: CommandContext, input: DraftRequest): Promise<Letter> {
  const { answer } = await caseCommand(context, input.complaintId, async (held) => {
    const { letter, facts } = await draftHeld(context, held, input)
    return submitHeld(context, { ...held, letter }, { ...facts, file: held.current() })
  })
  return answer
}

async function draftHeld(
  context: CommandContext,
  { file, settings, write }: HeldCase,
  input: DraftRequest,
): Promise<Readonly<{ letter: Letter; facts: LetterFacts }>> {
  requireDraftable(file, input)
  const facts = await loadFacts(context, file, settings)
  requireFreshHand(context, input, facts)
  const letter = newLetter(context, input, facts)
  await write.letters.insert(letter)
  const { kind, language, replacesId } = letter
  recordLetter(context, letter, 'letter.drafted', changedFields({}, { kind, language, replacesId }))
  return { letter, facts }
}

/** Raises `NOT_ALLOWED` for whoever had a hand in the answer that is reviewed, where others are there to write this one. */
export function requireFreshHand(
  { actor }: Pick<CommandContext, 'actor'>,
  letter: Pick<Letter, 'kind'>,
  facts: LetterFacts,
): void {
  requireAllowed(decide(unlessFresh(barredFrom(letter, facts), [actor.personId])))
}

/** A letter composed from the facts, not stored yet. */
export function newLetter(
  context: CommandContext,
  input: DraftRequest,
  facts: LetterFacts,
  told: Partial<Particulars> = {},
): Letter {
  const { actor, clock, ids, sha256 } = context
  const plan = { ...input, particulars: { ...startingParticulars(input, facts.file), ...told } }
  const content: LetterContent = {
    ...plan,
    signatory: signatoryOf(input, facts),
    parts: composeParts(facts, plan),
  }
  return {
    ...content,
    complaintId: input.complaintId,
    id: ids.next(),
    version: 1,
    rightIds: null,
    state: 'draft',
    authorId: actor.personId,
    editorIds: [actor.personId],
    createdAt: clock.now(),
    contentHash: hashContent(content, facts, sha256),
    factsHash: hashFacts(content, facts, sha256),
    submittedBy: null,
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
    approvedHash: null,
    approvalMark: null,
    returnRemark: null,
    number: null,
    issuedBy: null,
    issuedAt: null,
    issuedOn: null,
    pdfSha256: null,
    pages: null,
  }
}

/** Who signs by the settings: for the board as they word it, for the organisation its own representative. */
export function signatoryOf(
  letter: Pick<DraftRequest, 'kind' | 'variant' | 'language'>,
  { settings }: LetterFacts,
): Signatory {
  const { letters, notices } = settings
  const { language } = letter
  return traitsOf(letter).signedFor === 'organisation'
    ? {
        authority: FACT_WORDS[language].forOrganisation,
        title: signatureIn(notices.signerTitle.toLocaleUpperCase('vi'), language),
        name: notices.signerName,
      }
    : {
        authority: signatureIn(letters.authority, language),
        acting: signatureIn(letters.acting ?? '', language),
        title: signatureIn(letters.signatoryTitle, language),
        name: letters.signatoryName,
      }
}

/** A correction begins with what the letter it replaces said; a letter to the firm with the only firm there is. */
function startingParticulars(
  { kind, variant, replacesId }: DraftRequest,
  file: CaseFile,
): Particulars {
  const replaced = file.letters.find(({ id }) => id === replacesId)
  if (replaced !== undefined) return replaced.particulars
  const [engagement] = file.engagements
  const only = file.engagements.length === 1 ? engagement : undefined
  return relevantParticulars(kind, variant, {
    ...NO_PARTICULARS,
    asked: kind === LETTER.refusal ? file.complaint.wanted : '',
    refuses: onlyOpenRight(file),
    engagementId: only?.id ?? null,
    ...incidentOf(file),
  })
}

/** A notice of an incident begins with what is on record of the violation; its author rewords it for those who get it. */
function incidentOf({ breach }: CaseFile): Partial<Particulars> {
  if (breach === null || breach.state === 'ruled-out') return {}
  const { occurrence, occurredAt, happened, consequence } = breach
  const known = occurrence === 'known' && occurredAt !== null
  return { happenedOn: known ? vietnamDate(occurredAt) : null, happened, consequence }
}

/** A refusal is of the one right that is open; of several, its author says which. */
function onlyOpenRight({ rights }: CaseFile): string {
  const [right, ...others] = rights.filter(({ state }) => state === 'open')
  return right === undefined || others.length > 0 ? '' : right.id
}

/** Raises `INVALID_INPUT` for a plan no window makes, `ALREADY_EXISTS` or `NOT_ALLOWED` for what {@link canDraft} refuses. */
function requireDraftable(file: CaseFile, { kind, variant, replacesId }: DraftRequest): void {
  if (!isVariant(kind, variant)) throw invalid('variant', 'VARIANT_UNKNOWN')
  const replaces = file.letters.find(({ id }) => id === replacesId) ?? null
  const unfit = replaces === null || replaces.kind !== kind || isInWork(replaces)
  if (replacesId !== null && unfit) throw invalid('replacesId', 'REPLACED_LETTER_UNFIT')
  const decision = canDraft({ kind, replaces }, file)
  if (decision.allowed) return
  const taken = decision.reasons.every(({ path }) => path === 'letters')
  throw new DomainError(taken ? 'ALREADY_EXISTS' : 'NOT_ALLOWED', decision.reasons)
}
