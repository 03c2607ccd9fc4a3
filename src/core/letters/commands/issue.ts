import { changedFields } from '../../audit/model.ts'
import { caseCommand } from '../../case/command/case-command.ts'
import { requireIdentityOf } from '../../case/command/covers.ts'
import { vietnamDate, yearOf, type LocalDate } from '../../kernel/calendar.ts'
import { requireAllowed } from '../../kernel/decision.ts'
import { DomainError } from '../../kernel/errors.ts'
import { requireFound } from '../../kernel/guards.ts'
import { letterNumber, letterSeries } from '../../kernel/series.ts'
import { can } from '../../people/permissions.ts'
import type { CommandContext, QueryContext } from '../../ports/context.ts'
import type { FileStore, Typesetter } from '../../ports/tools.ts'
import { standingRights } from '../../rights/rules.ts'
import type { Language } from '../../taxonomies/term.ts'
import { buildDocument, hashContent } from '../composition/letter-document.ts'
import type { LetterFacts } from '../composition/facts.ts'
import { lateAnswer } from '../composition/late-answer.ts'
import { missingForLetter } from '../composition/readiness.ts'
import { situationOf } from '../composition/situation.ts'
import type { LetterDocument } from '../document.ts'
import { isAboutRights, LETTER, READ_BACK, symbolOf } from '../kinds.ts'
import { isToList } from '../reach.ts'
import type { Letter } from '../model.ts'
import { canIssue, requireLetterThere } from '../rules.ts'
import { approveHeld } from './lifecycle.ts'
import { newLetter } from './create-draft.ts'
import { withTexts, type LetterTexts } from './edit.ts'
import { goOnWithLetter, recordLetter, type HeldLetter } from './letter-command.ts'
import { loadFacts, readFacts } from './load-facts.ts'

export type LetterTools = Readonly<{ typesetter: Typesetter; files: FileStore }>

/**
 * Issues an approved letter: takes the next number of its symbol and year, dates it, typesets it, stores
 * the bytes under their SHA-256 and freezes it. The number is taken inside the transaction, so a failure
 * anywhere gives it back: no number is ever burnt or reused. Bytes written before a rollback are
 * harmless: they are named by their hash and nothing refers to them.
 */
export async function issueLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
  tools: LetterTools,
): Promise<Letter> {
  return goOnWithLetter(context, input, (held, facts) => issueHeld(context, held, facts, tools))
}

/**
 * Both signatures at once, by whoever may give both: approves the letter for exactly the content seen and issues it.
 * Both acts are on record; when either is refused or fails, neither is done.
 */
export async function approveAndIssueLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number; contentHash: string }>,
  tools: LetterTools,
): Promise<Letter> {
  if (!can(context.actor.role, 'letter.issue')) {
    throw new DomainError('FORBIDDEN', [{ path: '', code: 'ROLE_NOT_ALLOWED' }])
  }
  return goOnWithLetter(context, input, async (held, facts) => {
    const letter = await approveHeld(context, held, facts, input.contentHash)
    return issueHeld(context, { ...held, letter }, { ...facts, file: held.current() }, tools)
  })
}

async function issueHeld(
  context: CommandContext,
  { letter, write }: HeldLetter,
  facts: LetterFacts,
  tools: LetterTools,
): Promise<Letter> {
  // What would be printed now, not what was stored when it was approved: facts in tables count too.
  const contentHash = hashContent(letter, facts, context.sha256)
  requireAllowed(canIssue(situationOf(context, { ...letter, contentHash }, facts)))
  const issued = await freeze(context, { ...letter, contentHash }, facts, tools)
  const stored = await write.letters.update(issued)
  recordIssued(context, stored)
  return stored
}

/**
 * Composes, numbers, typesets and freezes an intake sheet in one act: it states what was just written
 * down and decides nothing, so it needs no second person. It says that it was read back only when whoever took it
 * says so. Raises `NOT_ALLOWED` with what is missing.
 */
export async function issueSheet(
  context: CommandContext,
  input: Readonly<{
    complaintId: string
    language: Language
    readBack: boolean
    /** The new day for the answer, asked for once its own is over. */
    answerBy: LocalDate | null
  }>,
  tools: LetterTools,
): Promise<Letter> {
  const { answer } = await caseCommand(context, input.complaintId, async (held) => {
    const facts = await loadFacts(context, held.file, held.settings)
    const { complaintId, language } = input
    const request = {
      ...{ complaintId, language },
      kind: LETTER.intakeSheet,
      variant: input.readBack ? READ_BACK : 'sheet',
      replacesId: null,
    } as const
    const late = lateAnswer(facts, request) !== null
    const letter = newLetter(context, request, facts, late ? { answerBy: input.answerBy } : {})
    const missing = missingForLetter(letter, letter.signatory, facts)
    if (missing.length > 0) throw new DomainError('NOT_ALLOWED', missing)
    const issued = await freeze(context, letter, facts, tools)
    await held.write.letters.insert(issued)
    recordIssued(context, issued)
    return issued
  })
  return answer
}

async function freeze(
  { repositories, actor, clock }: CommandContext,
  letter: Letter,
  facts: LetterFacts,
  tools: LetterTools,
): Promise<Letter> {
  const issuedAt = clock.now()
  const issuedOn = vietnamDate(issuedAt)
  const symbol = symbolOf(letter)
  const sequence = await repositories.series.next(letterSeries(symbol, yearOf(issuedOn)))
  const number = letterNumber(sequence, symbol)
  const head = await repositories.audit.head()
  const auditHead = head === null ? null : `${head.sequence}:${head.hash}`
  const document = buildDocument(letter, facts, letter.id, {
    number,
    issuedOn,
    issuedAt,
    auditHead,
    contentHash: letter.contentHash,
  })
  const { bytes, pages } = await tools.typesetter.typeset(document)
  const { sha256: pdfSha256 } = await tools.files.put(bytes)
  if (isToList(letter)) {
    await repositories.addressees.keepMaster(letter.id, letter.complaintId, document)
  }
  return {
    ...letter,
    state: 'issued',
    number,
    issuedBy: actor.personId,
    issuedAt,
    issuedOn,
    rightIds: isAboutRights(letter) ? standingRights(facts.file.rights).map(({ id }) => id) : [],
    pdfSha256,
    pages,
  }
}

function recordIssued(context: CommandContext, letter: Letter): void {
  const { kind, number, issuedOn, contentHash, pdfSha256, replacesId } = letter
  const facts = { kind, number, issuedOn, contentHash, pdfSha256, replacesId }
  recordLetter(context, letter, 'letter.issued', changedFields({}, facts))
}

/** What the page of a letter shows: the document to typeset, or once issued where its frozen bytes are. */
export type PageSource = Readonly<
  | { document: LetterDocument }
  | { letter: Readonly<{ id: string; complaintId: string; pdfSha256: string; pages: number }> }
>

/**
 * The page of a letter as it stands, or as it would be with texts not stored yet. Only tells what to show:
 * typesetting takes time and must not hold up a transaction.
 */
export async function pageOfLetter(
  context: QueryContext,
  input: Readonly<{ id: string; texts: LetterTexts | null }>,
): Promise<PageSource> {
  const letter = requireFound(await context.repositories.letters.find(input.id))
  await requireIdentityOf(context, letter.complaintId)
  const { pdfSha256 } = letter
  if (pdfSha256 !== null) {
    requireLetterThere(letter)
    const { id, complaintId, pages } = letter
    if (input.texts === null) return { letter: { id, complaintId, pdfSha256, pages: pages ?? 1 } }
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'LETTER_ISSUED' }])
  }
  const facts = await readFacts(context, letter.complaintId)
  const content = input.texts === null ? letter : withTexts(letter, facts, input.texts)
  return { document: buildDocument(content, facts, letter.id, null) }
}
