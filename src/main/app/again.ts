import { requireIdentityOf } from '#core/case/command/covers.ts'
import type { CaseFile } from '#core/case/case-file.ts'
import type { Shown } from '#core/complaints/cover.ts'
import type { Complaint } from '#core/complaints/model.ts'
import { showComplaint } from '#core/complaints/shown.ts'
import { requireFound } from '#core/kernel/guards.ts'
import type { QueryContext } from '#core/ports/context.ts'
import { loadSettings } from '#core/ports/load-settings.ts'
import type { Repositories } from '#core/ports/repositories.ts'
import type { Certificate } from '#core/retention/model.ts'
import type { Settings } from '#core/settings/model.ts'
import type { Contract, OutputOf, RouteName } from '#shared/contract/index.ts'

type CommandRoute = {
  [Route in RouteName]: Contract[Route]['kind'] extends 'command' ? Route : never
}[RouteName]

type AgainFor<Answer> = (context: QueryContext, madeId: string) => Promise<Answer>

const approval = ofBoard((kept) => kept.approvals)
const conflict = ofBoard((kept) => kept.conflicts)
const firm = ofBoard((kept) => kept.firms)
const hold = ofBoard((kept) => kept.holds)
const person = ofBoard((kept) => kept.people)
const view = ofBoard((kept) => kept.views)
const check = ofCase((kept) => kept.stateChecks)
const dispatch = ofCase((kept) => kept.dispatches)
const engagement = ofCase((kept) => kept.engagements)
const evidence = ofCase((kept) => kept.evidence)
const firmNote = ofCase((kept) => kept.firmNotes)
const logEntry = ofCase((kept) => kept.log)
const letter = ofCase((kept) => kept.letters)
const notice = ofCase((kept) => kept.breachNotices)
const right = ofCase((kept) => kept.rights)
const step = ofCase((kept) => kept.steps)
const why = ofCase((kept) => kept.whys)
const breach = onePerCase((file) => file.breach)
const cause = onePerCase((file) => file.rootCause)
const complaint: AgainFor<Shown<Complaint>> = async ({ actor, repositories }, id) =>
  showComplaint(actor, requireFound(await repositories.complaints.find(id)))
const certificate: AgainFor<Certificate> = async ({ repositories }, id) =>
  requireFound(await repositories.erasures.certificate(id))
const settings: AgainFor<Settings> = ({ repositories }) => loadSettings(repositories)
const removed: AgainFor<Readonly<{ removed: true }>> = async () => ({ removed: true })

/**
 * How the answer of each command is read anew when its window sends it again after an answer that was lost (`once.ts`): what
 * was made is not made twice. `null`: the answer was for once only (a ticket for a file, what a list became), so whoever sends it
 * again hears that it was done.
 */
export const AGAIN: { readonly [Route in CommandRoute]: AgainFor<OutputOf<Route>> | null } = {
  'approvals.requestClosing': approval,
  'approvals.requestEnding': approval,
  'approvals.requestLifting': approval,
  'approvals.requestNaming': approval,
  'approvals.requestReceiptCorrection': approval,
  'approvals.requestRoleChange': approval,
  'approvals.withdraw': approval,
  'audit.acknowledgeLoss': null,
  'breach.decide': breach,
  'breach.recordNotice': notice,
  'breach.save': breach,
  'breach.strikeNotice': notice,
  'breach.suspect': breach,
  'complaints.answerPoints': complaint,
  'complaints.assign': complaint,
  'complaints.conclude': complaint,
  'complaints.create': complaint,
  'complaints.divide': complaint,
  'complaints.exportList': null,
  'complaints.recordMandate': complaint,
  'complaints.relate': null,
  'complaints.review': complaint,
  'complaints.setAuthority': complaint,
  'complaints.update': complaint,
  'conflicts.liftFirm': conflict,
  'conflicts.nameFirm': conflict,
  'contacts.markRead': logEntry,
  'contacts.save': logEntry,
  'deadlines.calendar': null,
  'evidence.markIdentityCopy': evidence,
  'evidence.requestDownload': null,
  'evidence.setGiver': evidence,
  'figures.export': null,
  'figures.report': null,
  'firms.add': firm,
  'firms.addNote': firmNote,
  'firms.edit': firm,
  'firms.editEngagement': engagement,
  'firms.editNote': firmNote,
  'firms.engage': engagement,
  'investigation.addWhy': why,
  'investigation.concludeCheck': complaint,
  'investigation.editWhy': why,
  'investigation.removeCheck': removed,
  'investigation.removeWhy': removed,
  'investigation.saveCause': cause,
  'investigation.saveCheck': check,
  'letters.acknowledge': letter,
  'letters.addAddressees': null,
  'letters.approve': letter,
  'letters.approveAndIssue': letter,
  'letters.discard': removed,
  'letters.dispatch': dispatch,
  'letters.draft': letter,
  'letters.edit': letter,
  'letters.export': null,
  'letters.issue': letter,
  'letters.mailDraft': null,
  'letters.print': null,
  'letters.recompose': letter,
  'letters.reopen': letter,
  'letters.return': letter,
  'letters.sendToAddressees': null,
  'letters.setParticulars': letter,
  'letters.sheet': letter,
  'letters.strikeDispatch': dispatch,
  'letters.submit': letter,
  'letters.unsendAddressees': null,
  'people.confirm': null,
  'people.rename': person,
  'phrases.reset': null,
  'phrases.save': null,
  'remediation.addStep': step,
  'remediation.editStep': step,
  'remediation.noneNeeded': complaint,
  'remediation.removeStep': removed,
  'remediation.settlePromise': step,
  'retention.certificate': null,
  'retention.certify': certificate,
  'retention.propose': null,
  'retention.requestLifting': approval,
  'retention.setHold': hold,
  'rights.add': right,
  'rights.checkIdentity': right,
  'rights.confirmPassedOn': right,
  'rights.edit': right,
  'rights.passOn': right,
  'rights.reopen': right,
  'rights.settle': right,
  'rights.strikePassedOn': right,
  'settings.removeLogo': removed,
  'settings.save': settings,
  'settings.saveIdentity': settings,
  'settings.saveNotices': settings,
  'settings.saveReminders': settings,
  'settings.saveRetention': settings,
  'settings.saveRights': settings,
  'settings.saveRules': settings,
  'settings.saveSignIn': settings,
  'settings.saveUpdates': settings,
  'updates.begin': null,
  'updates.settle': null,
  'views.remove': null,
  'views.save': view,
}

type Found<Row> = Readonly<{ find(id: string): Promise<Row | null> }>
type OfCase = Readonly<{ complaintId: string }>

/** Something of the board, by its id. */
function ofBoard<Row>(table: (kept: Repositories) => Found<Row>): AgainFor<Row> {
  return async ({ repositories }, id) => requireFound(await table(repositories).find(id))
}

/** Something of a case, by its id; whose case it is may have been covered since. */
function ofCase<Row extends OfCase>(table: (kept: Repositories) => Found<Row>): AgainFor<Row> {
  return async (context, id) => {
    const row = requireFound(await table(context.repositories).find(id))
    await requireIdentityOf(context, row.complaintId)
    return row
  }
}

/** What a case has one of at most, by the id of the case. */
function onePerCase<Row>(pick: (file: CaseFile) => Row | null): AgainFor<Row> {
  return async (context, complaintId) => {
    await requireIdentityOf(context, complaintId)
    const file = requireFound(await context.repositories.cases.find(complaintId))
    return requireFound(pick(file))
  }
}
