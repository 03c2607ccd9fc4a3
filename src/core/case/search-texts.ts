import { coverPersons } from '../complaints/cover.ts'
import { CONTACT_FIELDS, type Complainant, type SearchTexts } from '../complaints/model.ts'
import { isOfNote } from '../evidence/model.ts'
import { parsePhone, phoneSearchForms } from '../kernel/phone.ts'
import { isToFirm } from '../letters/kinds.ts'
import { ownWords } from '../letters/searchable-text.ts'
import type { CaseFile } from './case-file.ts'

/** Every text under which people look for a case, phones in the spellings they type, and whose case it is. */
export function searchTexts(file: CaseFile): SearchTexts {
  const { complainant } = file.complaint
  const texts = textsOf(file)
  const notes = notesOf(file)
  const covered = texts.map((text) => coverPersons(text, complainant))
  return {
    names: [complainant.fullName, complainant.actingFor ?? ''],
    persons: [
      ...[complainant.fullName, complainant.actingFor ?? '', ...contactsOf(complainant)],
      ...file.log.flatMap(({ contact }) => (contact === null ? [] : spellingsOf(contact))),
      ...file.letters.filter((letter) => !isToFirm(letter)).flatMap(ownWords),
      // Whole, so that a phrase is found across what is covered for others.
      ...texts.filter((text, at) => text !== covered[at]),
    ].filter((text) => text !== ''),
    texts: covered,
    notes: [...file.letters.filter(isToFirm).flatMap(ownWords), ...notes],
    coveredNotes: notes.map((note) => coverPersons(note, complainant)),
  }
}

/** What somebody was spoken to over, and where it is a number in the spellings it is looked for. */
function spellingsOf(contact: string): readonly string[] {
  const phone = parsePhone(contact)
  return phone.ok ? [contact, ...phoneSearchForms(phone.e164)] : [contact]
}

function contactsOf(complainant: Complainant): readonly string[] {
  return [
    ...complainant.phones.flatMap((phone) => [phone.asTold, ...phoneSearchForms(phone.e164)]),
    ...CONTACT_FIELDS.map((field) => complainant[field] ?? ''),
  ]
}

function textsOf(file: CaseFile): readonly string[] {
  const { complaint } = file
  return [
    complaint.code,
    complaint.subject,
    complaint.narrative,
    complaint.wanted,
    ...[complaint.authority?.number ?? '', complaint.authority?.name ?? ''],
    ...complaint.points.flatMap(({ text, reason }) => [text, reason]),
    complaint.outcomeReason ?? '',
    complaint.stateConclusion ?? '',
    file.rootCause?.statement ?? '',
    ...file.stateChecks.map((check) => check.detail),
    ...file.whys.map((why) => why.text),
    ...file.steps.flatMap((step) => [step.description, step.note ?? '']),
    ...file.rights.map((right) => right.remark),
    ...file.rights.flatMap((right) => right.passedOn.map(({ recipient }) => recipient)),
    ...breachTexts(file),
    ...file.log.flatMap(({ body, withdrawnReason }) => [body, withdrawnReason ?? '']),
    ...file.evidence.filter((each) => !isOfNote(each)).map(({ fileName }) => fileName),
  ].filter((text) => text !== '')
}

function notesOf({ firmNotes, evidence }: CaseFile): readonly string[] {
  return [
    ...firmNotes.flatMap((note) => [note.author, note.body]),
    ...evidence.filter(isOfNote).map(({ fileName }) => fileName),
  ]
}

function breachTexts({ breach, breachNotices }: CaseFile): readonly string[] {
  const told = breachNotices.flatMap(({ recipient, reference }) => [recipient, reference])
  if (breach === null) return told
  const { happened, place, involved, consequence, measures } = breach
  const { dataQuantity, harmReason, conductReason } = breach
  const { detectedHow, minutesPlace, minutesPresent } = breach
  return [
    ...[happened, place, involved, consequence, measures],
    ...[dataQuantity, harmReason, conductReason],
    ...[detectedHow, minutesPlace, minutesPresent],
    ...told,
  ]
}
