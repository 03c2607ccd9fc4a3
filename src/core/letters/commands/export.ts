import { changedFields } from '../../audit/model.ts'
import { requireIdentityOf } from '../../case/command/covers.ts'
import { personOf, requireIdentity } from '../../complaints/cover.ts'
import { DomainError } from '../../kernel/errors.ts'
import { requireFound } from '../../kernel/guards.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { FileStore } from '../../ports/tools.ts'
import { titleOf } from '../composition/letter-document.ts'
import { composeMail } from '../composition/letter-content.ts'
import { longDay } from '../composition/long-day.ts'
import { recipientMailbox } from '../composition/recipient.ts'
import type { LetterFilter, Letter } from '../model.ts'
import { requireLetterThere, requireRecipientNotShutOut } from '../rules.ts'
import { recordLetter } from './letter-command.ts'
import { readFacts } from './load-facts.ts'

/** The ways in which the bytes of an issued letter leave the program. */
export type ExportKind = 'exported' | 'printed'

export type LetterFile = Readonly<{ bytes: Uint8Array; fileName: string }>

type IssuedLetter = Letter & Readonly<{ pdfSha256: string; number: string; issuedOn: string }>

/** Takes an issued letter out of the house: its stored bytes, re-hashed on the way, and on record. */
export async function exportLetter(
  context: CommandContext,
  id: string,
  way: ExportKind,
  files: FileStore,
): Promise<LetterFile> {
  const letter = requireIssued(requireFound(await context.repositories.letters.find(id)))
  await requireIdentityOf(context, letter.complaintId)
  const complaint = await context.repositories.complaints.find(letter.complaintId)
  const bytes = await files.get(letter.pdfSha256)
  recordLetter(context, letter, `letter.${way}`, changedFields({}, { pdfSha256: letter.pdfSha256 }))
  return { bytes, fileName: letterFileName(complaint?.code ?? '', letter.number) }
}

/** An e-mail ready to be looked over and sent. */
export type LetterMail = Readonly<{
  to: Readonly<{ name: string; address: string }> | null
  subject: string
  text: string
  language: Letter['language']
  attachment: LetterFile
}>

/** Composes the e-mail that carries an issued letter, in the words of its house phrase; on record. */
export async function composeLetterMail(
  context: CommandContext,
  id: string,
  files: FileStore,
): Promise<LetterMail> {
  const letter = requireIssued(requireFound(await context.repositories.letters.find(id)))
  const { language, number, issuedOn } = letter
  const facts = await readFacts(context, letter.complaintId)
  requireIdentity(context.actor, personOf(facts.file.complaint))
  requireRecipientNotShutOut(facts.file, letter)
  const mail = composeMail(facts, letter, {
    letterTitle: titleOf(letter, language),
    letterNumber: number,
    letterDay: longDay(issuedOn, language),
  })
  const bytes = await files.get(letter.pdfSha256)
  recordLetter(
    context,
    letter,
    'letter.mailDrafted',
    changedFields({}, { pdfSha256: letter.pdfSha256 }),
  )
  return {
    ...mail,
    to: recipientMailbox(letter, facts),
    language,
    attachment: { bytes, fileName: letterFileName(facts.file.complaint.code, number) },
  }
}

/** `KN-2026-0001 01-TB-BQT.pdf`: sorts by complaint, and both names are on the paper too. */
export function letterFileName(complaintCode: string, number: string): string {
  return `${complaintCode} ${number.replaceAll('/', '-')}.pdf`
}

/** What a set of letters to be taken out is: only issued ones can be, whatever else is asked. */
export function issuedOnly(filter: LetterFilter): LetterFilter {
  const standings = filter.standings?.filter((each) => each === 'issued' || each === 'dispatched')
  return { ...filter, standings: standings ?? ['issued', 'dispatched'] }
}

function requireIssued(letter: Letter): IssuedLetter {
  const { pdfSha256, number, issuedOn } = letter
  if (pdfSha256 === null || number === null || issuedOn === null) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'LETTER_NOT_ISSUED' }])
  }
  requireLetterThere(letter)
  return { ...letter, pdfSha256, number, issuedOn }
}
