import { changedFields } from '../../audit/model.ts'
import type { CaseFile } from '../../case/case-file.ts'
import type { Evidence } from '../../evidence/model.ts'
import { isOfNote } from '../../evidence/model.ts'
import { DomainError } from '../../kernel/errors.ts'
import { traitsOf } from '../../letters/kinds.ts'
import type { Letter } from '../../letters/model.ts'
import type { CommandContext } from '../../ports/context.ts'

/** What of a case is its complainant's own: the letters to them, and the files they gave. */
export type OwnFiles = Readonly<{
  letters: readonly (Letter & Readonly<{ number: string; pdfSha256: string; issuedAt: string }>)[]
  evidence: readonly Evidence[]
}>

/**
 * The files that go into a complainant's own copy. Raises `NOT_ALLOWED` while it is not on record of every file who gave it:
 * somebody else's papers must not be handed out, nor theirs be held back.
 */
export function ownFiles({ letters, evidence }: Pick<CaseFile, 'letters' | 'evidence'>): OwnFiles {
  const open = evidence.filter((each) => !isOfNote(each) && each.givenBy === null).length
  if (open > 0) {
    throw new DomainError('NOT_ALLOWED', [
      { path: '', code: 'EVIDENCE_GIVER_UNKNOWN', params: { count: open } },
    ])
  }
  return {
    letters: letters.filter(isTheirs).flatMap((letter) => {
      const { number, pdfSha256, issuedAt } = letter
      if (number === null || pdfSha256 === null || issuedAt === null) return []
      return [{ ...letter, number, pdfSha256, issuedAt }]
    }),
    evidence: evidence.filter(
      (each) => !isOfNote(each) && each.givenBy === 'complainant' && each.destroyedAt === null,
    ),
  }
}

/** Whether a letter went to the complainant, and not to a firm, an authority or somebody its author named. */
function isTheirs(letter: Letter): boolean {
  const { recipient } = traitsOf(letter)
  if (recipient === 'complainant') return true
  return recipient === 'complainant-or-named' && letter.particulars.recipientName === ''
}

/** Puts on record that a complainant's own copy left the house, and how much was in it. */
export function recordOwnCopy(
  context: CommandContext,
  complaintId: string,
  { letters, evidence }: OwnFiles,
): void {
  context.audit({
    ...{ action: 'complaint.copyGiven', complaintId, entity: 'complaint', entityId: complaintId },
    changes: changedFields({}, { letterFiles: letters.length, evidenceFiles: evidence.length }),
  })
}
