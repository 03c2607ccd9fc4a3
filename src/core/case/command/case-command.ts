import type { CommandContext } from '../../ports/context.ts'
import { DomainError } from '../../kernel/errors.ts'
import { phoneSearchForms } from '../../kernel/phone.ts'
import type { Repositories } from '../../ports/repositories.ts'
import { ownWords } from '../../letters/own-words.ts'
import { dueOf, settleDeadlines } from './settle.ts'
import { loadSettings } from '../../settings/commands/settings.ts'
import { isOfNote, type CaseFile } from '../case-file.ts'
import type { Complaint, Due, SearchTexts } from '../../complaints/model.ts'
import { deriveStage } from '../stage.ts'

/** Reads everything on record about a complaint. Raises `NOT_FOUND`. */
export async function loadCase(repositories: Repositories, id: string): Promise<CaseFile> {
  const complaint = await repositories.complaints.find(id)
  if (complaint === null) throw new DomainError('NOT_FOUND')
  return loadCaseOf(repositories, complaint)
}

/**
 * Holds a case for the rest of the transaction and reads it. Every command on a case begins here, so
 * that what it derives (stage, due day) is derived from facts nobody else is changing.
 */
export async function lockCase(repositories: Repositories, id: string): Promise<CaseFile> {
  const complaint = await repositories.complaints.lock(id)
  if (complaint === null) throw new DomainError('NOT_FOUND')
  return loadCaseOf(repositories, complaint)
}

/** Like {@link lockCase}, for work on a case that is not over. Raises `NOT_ALLOWED`. */
export async function lockActiveCase(repositories: Repositories, id: string): Promise<CaseFile> {
  const file = await lockCase(repositories, id)
  requireActive(file.complaint)
  return file
}

/** Raises `NOT_ALLOWED` on a complaint that is over: closed, withdrawn, rejected or a duplicate. */
export function requireActive({ status }: Pick<Complaint, 'status'>): void {
  if (status !== 'open' && status !== 'answered') {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'COMPLAINT_ENDED' }])
  }
}

/** Raises `CONFLICT` when the caller saw another version of the complaint than the stored one. */
export function requireVersion(row: Readonly<{ version: number }>, seen: number): void {
  if (row.version !== seen) {
    throw new DomainError('CONFLICT', [
      { path: 'version', code: 'STALE_VERSION', params: { current: row.version } },
    ])
  }
}

/** Brings what is derived from the facts up to date after a change: clocks, stage, due day, and the search copy. */
export async function settleCase(context: CommandContext, id: string): Promise<CaseFile> {
  const { complaints } = context.repositories
  const file = await loadCase(context.repositories, id)
  const deadlines = await settleDeadlines(context, file, await loadSettings(context.repositories))
  const stage = deriveStage(file)
  const due = dueOf(deadlines, file.complaint)
  if (stage !== file.complaint.stage) await complaints.setStage(id, stage)
  if (!isSameDue(due, file.complaint)) await complaints.setDue(id, due)
  await complaints.index(id, searchTexts(file))
  return { ...file, deadlines, complaint: { ...file.complaint, stage, ...due } }
}

function isSameDue(one: Due, other: Due): boolean {
  return (
    one.dueAt === other.dueAt &&
    one.dueRule === other.dueRule &&
    one.dueOn === other.dueOn &&
    one.targetOn === other.targetOn
  )
}

/** Every text under which people look for a case, phones in the spellings they type, and whose case it is. */
export function searchTexts(file: CaseFile): SearchTexts {
  const { fullName, actingFor } = file.complaint.complainant
  return { names: [fullName, actingFor ?? ''], texts: textsOf(file), notes: notesOf(file) }
}

function textsOf(file: CaseFile): readonly string[] {
  const { complaint } = file
  const { complainant } = complaint
  return [
    complaint.code,
    complainant.fullName,
    ...complainant.phones.flatMap((phone) => [phone.asTold, ...phoneSearchForms(phone.e164)]),
    complainant.email ?? '',
    complainant.address ?? '',
    complainant.memberAccount ?? '',
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
    ...file.letters.flatMap(ownWords),
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
  return [happened, place, involved, consequence, measures, ...told]
}

async function loadCaseOf(repositories: Repositories, complaint: Complaint): Promise<CaseFile> {
  const { id } = complaint
  return {
    complaint,
    deadlines: await repositories.deadlines.ofComplaint(id),
    rights: await repositories.rights.ofComplaint(id),
    breach: await repositories.breaches.ofComplaint(id),
    breachNotices: await repositories.breachNotices.ofComplaint(id),
    stateChecks: await repositories.stateChecks.ofComplaint(id),
    whys: await repositories.whys.ofComplaint(id),
    rootCause: await repositories.rootCauses.ofComplaint(id),
    steps: await repositories.steps.ofComplaint(id),
    engagements: await repositories.engagements.ofComplaint(id),
    firmNotes: await repositories.firmNotes.ofComplaint(id),
    evidence: await repositories.evidence.ofComplaint(id),
    letters: await repositories.letters.ofComplaint(id),
    dispatches: await repositories.dispatches.ofComplaint(id),
    approvals: await repositories.approvals.ofComplaint(id),
  }
}
