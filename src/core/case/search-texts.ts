import { CONTACT_FIELDS, type Complainant, type SearchTexts } from '../complaints/model.ts'
import { isOfNote } from '../evidence/model.ts'
import { phoneSearchForms } from '../kernel/phone.ts'
import { isToFirm } from '../letters/kinds.ts'
import { ownWords } from '../letters/searchable-text.ts'
import type { CaseFile } from './case-file.ts'

/** Every text under which people look for a case, phones in the spellings they type, and whose case it is. */
export function searchTexts(file: CaseFile): SearchTexts {
  const { complainant } = file.complaint
  return {
    names: [complainant.fullName, complainant.actingFor ?? ''],
    contacts: contactsOf(complainant),
    texts: textsOf(file),
    notes: notesOf(file),
  }
}

function contactsOf(complainant: Complainant): readonly string[] {
  return [
    ...complainant.phones.flatMap((phone) => [phone.asTold, ...phoneSearchForms(phone.e164)]),
    ...CONTACT_FIELDS.map((field) => complainant[field] ?? ''),
  ].filter((text) => text !== '')
}

function textsOf(file: CaseFile): readonly string[] {
  const { complaint } = file
  const { complainant } = complaint
  return [
    complaint.code,
    complainant.fullName,
    complainant.actingFor ?? '',
    complaint.subject,
    complaint.narrative,
    complaint.wanted,
    complaint.outcomeReason ?? '',
    complaint.stateConclusion ?? '',
    file.rootCause?.statement ?? '',
    ...file.stateChecks.map((check) => check.detail),
    ...file.whys.map((why) => why.text),
    ...file.steps.map((step) => step.description),
    ...file.rights.map((right) => right.remark),
    ...breachTexts(file),
    ...file.evidence.filter((each) => !isOfNote(each)).map(({ fileName }) => fileName),
    ...file.letters.filter((letter) => !isToFirm(letter)).flatMap(ownWords),
  ].filter((text) => text !== '')
}

function notesOf({ firmNotes, evidence, letters }: CaseFile): readonly string[] {
  return [
    ...letters.filter(isToFirm).flatMap(ownWords),
    ...firmNotes.flatMap((note) => [note.author, note.body]),
    ...evidence.filter(isOfNote).map(({ fileName }) => fileName),
  ]
}

function breachTexts({ breach, breachNotices }: CaseFile): readonly string[] {
  const told = breachNotices.flatMap(({ recipient, reference }) => [recipient, reference])
  if (breach === null) return told
  const { happened, place, involved, consequence, measures } = breach
  return [happened, place, involved, consequence, measures, ...told]
}
