import { changedFields } from '../audit/model.ts'
import { settleCase } from '../complaints/case.ts'
import { stopDeadlines } from '../deadlines/start.ts'
import { vietnamDate, yearOf } from '../kernel/calendar.ts'
import type { CommandContext, QueryContext } from '../kernel/context.ts'
import { requireAllowed } from '../kernel/decision.ts'
import { DomainError } from '../kernel/errors.ts'
import type { FileStore, Typesetter } from '../ports.ts'
import { loadCase } from '../complaints/case.ts'
import { buildDocument, hashContent, letterNumber, letterSeries, NOTICE_SYMBOL } from './build.ts'
import { loadFacts, lockLetter, situationOf } from './letters.ts'
import type { Letter } from './model.ts'
import { canIssue } from './rules.ts'

export type LetterTools = Readonly<{ typesetter: Typesetter; files: FileStore }>

/**
 * Issues an approved letter: takes the next number of the year, dates it, typesets it, stores the bytes
 * under their SHA-256 and freezes it; the complaint becomes answered and its clock stops. The number is
 * taken inside the transaction, so a failure anywhere gives it back: no number is ever burnt or reused.
 * Bytes written before a rollback are harmless: they are named by their hash and nothing refers to them.
 */
export async function issueLetter(
  context: CommandContext,
  input: Readonly<{ id: string; version: number }>,
  tools: LetterTools,
): Promise<Letter> {
  const { repositories, actor, clock, sha256 } = context
  const { letter, facts } = await lockLetter(context, input)
  // What would be printed now, not what was stored when it was approved: facts in tables count too.
  const contentHash = hashContent(letter, facts, sha256)
  requireAllowed(canIssue(situationOf(context, { ...letter, contentHash }, facts)))

  const issuedAt = clock.now()
  const issuedOn = vietnamDate(issuedAt)
  const sequence = await repositories.series.next(letterSeries(NOTICE_SYMBOL, yearOf(issuedOn)))
  const number = letterNumber(sequence, NOTICE_SYMBOL)
  const head = await repositories.audit.head()
  const auditHead = head === null ? null : `${head.sequence}:${head.hash}`
  const document = buildDocument(letter, facts, letter.id, {
    number,
    issuedOn,
    issuedAt,
    auditHead,
    contentHash,
  })
  const { bytes, pages } = await tools.typesetter.typeset(document)
  const { sha256: pdfSha256 } = await tools.files.put(bytes)

  const stored = await repositories.letters.update({
    ...letter,
    state: 'issued',
    contentHash,
    number,
    issuedBy: actor.personId,
    issuedAt,
    issuedOn,
    pdfSha256,
    pages,
  })
  const { complaint, deadlines } = facts.file
  await repositories.complaints.update({ ...complaint, status: 'answered', answeredAt: issuedAt })
  const late = deadlines.some((each) => each.state === 'running' && each.legalEnd < issuedOn)
  await stopDeadlines(context, deadlines, late ? 'missed' : 'met')
  context.audit({
    action: 'letter.issued',
    complaintId: complaint.id,
    entity: 'letter',
    entityId: letter.id,
    changes: changedFields({}, { number, issuedOn, contentHash, pdfSha256, status: 'answered' }),
  })
  await settleCase(context, complaint.id)
  return stored
}

/** The PDF of a letter as it stands: the frozen bytes once issued, otherwise a fresh draft. */
export async function previewLetter(
  context: QueryContext,
  id: string,
  tools: LetterTools,
): Promise<Readonly<{ bytes: Uint8Array; pages: number; sha256: string }>> {
  const letter = await context.repositories.letters.find(id)
  if (letter === null) throw new DomainError('NOT_FOUND')
  if (letter.pdfSha256 !== null) {
    const bytes = await tools.files.get(letter.pdfSha256)
    return { bytes, pages: letter.pages ?? 1, sha256: letter.pdfSha256 }
  }
  const file = await loadCase(context.repositories, letter.complaintId)
  return tools.typesetter.typeset(
    buildDocument(letter, await loadFacts(context, file), letter.id, null),
  )
}

/** Takes an issued letter out of the house: its stored bytes, re-hashed on the way, and on record. */
export async function exportLetter(
  context: CommandContext,
  id: string,
  tools: LetterTools,
): Promise<Readonly<{ bytes: Uint8Array; fileName: string }>> {
  const letter = await context.repositories.letters.find(id)
  if (letter === null) throw new DomainError('NOT_FOUND')
  if (letter.pdfSha256 === null || letter.number === null) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'LETTER_NOT_ISSUED' }])
  }
  const complaint = await context.repositories.complaints.find(letter.complaintId)
  const bytes = await tools.files.get(letter.pdfSha256)
  context.audit({
    action: 'letter.exported',
    complaintId: letter.complaintId,
    entity: 'letter',
    entityId: letter.id,
    changes: changedFields({}, { pdfSha256: letter.pdfSha256 }),
  })
  const number = letter.number.replaceAll('/', '-')
  return { bytes, fileName: `${complaint?.code ?? 'KN'} ${number}.pdf` }
}
