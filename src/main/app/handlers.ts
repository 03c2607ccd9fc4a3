import { LETTER } from '#core/letters/kinds.ts'
import { TOLD_FORM } from '#core/deadlines/reminders.ts'
import { assignComplaints } from '#core/complaints/commands/bulk-assign.ts'
import { removeView, saveView } from '#core/views/commands/views.ts'
import { decideApproval, withdrawApproval } from '#core/approvals/commands/decide.ts'
import {
  requestClosing,
  requestReceiptCorrection,
  requestRoleChange,
} from '#core/approvals/commands/request.ts'
import { recordNotice, saveBreach, strikeNotice } from '#core/breach/commands/breach.ts'
import { suspectedBreach } from '#core/breach/model.ts'
import { createComplaint } from '#core/complaints/commands/create.ts'
import {
  assignComplaint,
  concludeComplaint,
  endComplaint,
  updateComplaint,
} from '#core/complaints/commands/edit.ts'
import { saveRules } from '#core/settings/commands/save-rules.ts'
import { clockMoves } from '#core/settings/commands/preview-moves.ts'
import {
  addFirm,
  addNote,
  editEngagement,
  editFirm,
  editNote,
  engageFirm,
} from '#core/firms/commands/firms.ts'
import { addWhy, editWhy, removeWhy, saveCause } from '#core/investigation/commands/cause.ts'
import { concludeCheck, removeCheck, saveCheck } from '#core/investigation/commands/checks.ts'
import { vietnamDate } from '#core/kernel/calendar.ts'
import { DomainError } from '#core/kernel/errors.ts'
import {
  approveLetter,
  discardLetter,
  getLetter,
  reopenLetter,
  returnLetter,
  submitLetter,
} from '#core/letters/commands/control.ts'
import { recordDispatch, strikeDispatch } from '#core/letters/commands/dispatch.ts'
import { draftLetter, prepareLetter } from '#core/letters/commands/draft.ts'
import { editLetter, recomposeLetter, setParticulars } from '#core/letters/commands/edit.ts'
import { issueLetter, issueSheet } from '#core/letters/commands/issue.ts'
import { issuedOnly } from '#core/letters/commands/outside.ts'
import { resetPhrase, savePhrase } from '#core/letters/commands/phrases.ts'
import { verifyCopy } from '#core/letters/commands/verify.ts'
import type { DraftRepository } from '#core/ports/repositories.ts'
import { renamePerson } from '#core/people/commands/people.ts'
import {
  addStep,
  editStep,
  recordNoneNeeded,
  removeStep,
} from '#core/remediation/commands/steps.ts'
import { addRight, editRight, reopenRight, settleRight } from '#core/rights/commands/rights.ts'
import { loadSettings } from '#core/ports/load-settings.ts'
import {
  saveLogo,
  saveNoticeSettings,
  saveReminders,
  saveSettings,
} from '#core/settings/commands/settings.ts'
import { beginUpdate, saveUpdateAddress, settleUpdate } from '#core/settings/commands/updates.ts'
import { contract, type RouteName } from '#shared/contract/index.ts'
import {
  countWork,
  findDuplicates,
  findMatches,
  historyOf,
  listJournal,
  listComplaints,
  openComplaint,
  refreshComplaint,
} from './complaint-handlers.ts'
import { requestEvidence, requestUpload, toolsOf, uploadTicket } from './file-handlers.ts'
import {
  exportFigures,
  exportList,
  figuresOfPeriod,
  figuresOfToday,
  reportFigures,
} from './figure-handlers.ts'
import {
  requestLetter,
  requestMailDraft,
  requestPreview,
  requestTextsPreview,
} from './letter-handlers.ts'
import { packIssued, stopPacking } from './letter-packing.ts'
import { calendarOf, remindersOf } from './reminder-handlers.ts'
import {
  command,
  free,
  inTransaction,
  query,
  requireActor,
  type BoundRoute,
  type Call,
} from './route.ts'
import {
  appStatus,
  changePassword,
  confirmRecoveryKey,
  createPerson,
  currentPerson,
  endPersonSessions,
  recover,
  renewRecoveryKey,
  resetPassword,
  restoreBoard,
  setUp,
  signIn,
  signOut,
} from './session-handlers.ts'
import { listSnapshots, takeSnapshot } from './snapshot-handlers.ts'

/** The shell answers these itself: they never reach the core. */
type CoreRoute = Exclude<RouteName, `host.${string}`>

/** Every route with its handler: exhaustive and closed, the single list of what a window may do. */
export const handlers = {
  'app.status': free(contract['app.status'], appStatus),
  'setup.create': free(contract['setup.create'], setUp),
  'snapshots.list': free(contract['snapshots.list'], listSnapshots),
  'snapshots.take': free(contract['snapshots.take'], takeSnapshot),
  'setup.renewRecoveryKey': free(contract['setup.renewRecoveryKey'], renewRecoveryKey),
  'setup.confirmRecoveryKey': free(contract['setup.confirmRecoveryKey'], confirmRecoveryKey),
  'session.signIn': free(contract['session.signIn'], signIn),
  'session.signOut': free(contract['session.signOut'], signOut),
  'session.current': free(contract['session.current'], currentPerson),
  'session.present': free(contract['session.present'], async (call) => {
    call.services.sessions.touch(call.windowId, call.services.clock.now())
    return { present: true } as const
  }),
  'session.restore': free(contract['session.restore'], restoreBoard),
  'session.recover': free(contract['session.recover'], recover),
  'session.changePassword': free(contract['session.changePassword'], changePassword),

  'people.names': query(contract['people.names'], async ({ repositories }) => {
    const people = await repositories.people.all()
    return people.map(({ id, fullName, title, role, active }) => ({
      id,
      fullName,
      title,
      role,
      active,
    }))
  }),
  'people.list': query(contract['people.list'], ({ repositories }) => repositories.people.all()),
  'people.create': free(contract['people.create'], createPerson),
  'people.rename': command(contract['people.rename'], renamePerson),
  'people.resetPassword': free(contract['people.resetPassword'], resetPassword),

  'complaints.create': command(contract['complaints.create'], createComplaint),
  'complaints.likelyDuplicates': query(contract['complaints.likelyDuplicates'], findDuplicates),
  'complaints.list': query(contract['complaints.list'], listComplaints),
  'complaints.counts': query(contract['complaints.counts'], countWork),
  'complaints.open': command(contract['complaints.open'], openComplaint),
  'complaints.refresh': query(contract['complaints.refresh'], refreshComplaint),
  'complaints.update': command(contract['complaints.update'], updateComplaint),
  'complaints.assign': command(contract['complaints.assign'], assignComplaint),
  'complaints.matches': query(contract['complaints.matches'], findMatches),
  'complaints.assignMany': command(contract['complaints.assignMany'], assignComplaints),
  'complaints.exportList': command(contract['complaints.exportList'], exportList),
  'complaints.conclude': command(contract['complaints.conclude'], concludeComplaint),
  'complaints.end': command(contract['complaints.end'], endComplaint),
  'complaints.history': query(contract['complaints.history'], historyOf),

  'investigation.saveCheck': command(contract['investigation.saveCheck'], saveCheck),
  'investigation.removeCheck': command(contract['investigation.removeCheck'], removeCheck),
  'investigation.concludeCheck': command(contract['investigation.concludeCheck'], concludeCheck),
  'investigation.addWhy': command(contract['investigation.addWhy'], addWhy),
  'investigation.editWhy': command(contract['investigation.editWhy'], editWhy),
  'investigation.removeWhy': command(contract['investigation.removeWhy'], removeWhy),
  'investigation.saveCause': command(contract['investigation.saveCause'], saveCause),

  'remediation.addStep': command(contract['remediation.addStep'], addStep),
  'remediation.editStep': command(contract['remediation.editStep'], editStep),
  'remediation.removeStep': command(contract['remediation.removeStep'], removeStep),
  'remediation.noneNeeded': command(contract['remediation.noneNeeded'], recordNoneNeeded),
  'remediation.list': query(
    contract['remediation.list'],
    ({ repositories, clock }, { states, ownerId, overdueOnly, after, limit }) =>
      repositories.steps.page(
        {
          states,
          ownerId,
          overdueOn: overdueOnly ? vietnamDate(clock.now()) : undefined,
        },
        limit,
        after,
      ),
  ),

  'rights.add': command(contract['rights.add'], addRight),
  'rights.edit': command(contract['rights.edit'], editRight),
  'rights.settle': command(contract['rights.settle'], settleRight),
  'rights.reopen': command(contract['rights.reopen'], reopenRight),
  'breach.suspect': command(contract['breach.suspect'], (context, { complaintId, detectedAt }) =>
    saveBreach(context, suspectedBreach(complaintId, detectedAt)),
  ),
  'breach.save': command(contract['breach.save'], saveBreach),
  'breach.recordNotice': command(contract['breach.recordNotice'], recordNotice),
  'breach.strikeNotice': command(contract['breach.strikeNotice'], strikeNotice),

  'firms.list': query(contract['firms.list'], ({ repositories }) => repositories.firms.all()),
  'firms.get': query(contract['firms.get'], async ({ repositories }, { id }) => {
    const firm = await repositories.firms.find(id)
    if (firm === null) throw new DomainError('NOT_FOUND')
    return { firm, engagements: await repositories.firms.engagements(id) }
  }),
  'firms.add': command(contract['firms.add'], addFirm),
  'firms.edit': command(contract['firms.edit'], editFirm),
  'firms.engage': command(contract['firms.engage'], engageFirm),
  'firms.editEngagement': command(contract['firms.editEngagement'], editEngagement),
  'firms.addNote': command(contract['firms.addNote'], addNote),
  'firms.editNote': command(contract['firms.editNote'], editNote),

  'evidence.requestUpload': free(contract['evidence.requestUpload'], requestUpload),
  'evidence.requestDownload': command(contract['evidence.requestDownload'], requestEvidence),

  'letters.list': query(contract['letters.list'], ({ repositories }, { filter, after, limit }) =>
    repositories.letters.page(filter, limit, after),
  ),
  'letters.get': query(contract['letters.get'], (context, { id }) => getLetter(context, id)),
  'letters.draft': command(contract['letters.draft'], draftLetter),
  'letters.acknowledge': command(contract['letters.acknowledge'], (context, input) =>
    prepareLetter(context, {
      ...input,
      kind: LETTER.acknowledgement,
      variant: 'received',
      replacesId: null,
    }),
  ),
  'letters.sheet': command(contract['letters.sheet'], (context, input, call) =>
    issueSheet(context, input, toolsOf(call)),
  ),
  'letters.edit': command(contract['letters.edit'], editLetter),
  'letters.setParticulars': command(contract['letters.setParticulars'], setParticulars),
  'letters.recompose': command(contract['letters.recompose'], recomposeLetter),
  'letters.discard': command(contract['letters.discard'], discardLetter),
  'letters.submit': command(contract['letters.submit'], submitLetter),
  'letters.reopen': command(contract['letters.reopen'], reopenLetter),
  'letters.approve': command(contract['letters.approve'], approveLetter),
  'letters.return': command(contract['letters.return'], returnLetter),
  'letters.issue': command(contract['letters.issue'], (context, input, call) =>
    issueLetter(context, input, toolsOf(call)),
  ),
  'letters.preview': free(contract['letters.preview'], requestPreview),
  'letters.previewTexts': free(contract['letters.previewTexts'], requestTextsPreview),
  'letters.warmUp': free(contract['letters.warmUp'], async ({ services }) => {
    await services.typesetter.warmUp()
    return { warm: true } as const
  }),
  'letters.export': command(contract['letters.export'], (context, input, call) =>
    requestLetter(context, input, call, 'exported'),
  ),
  'letters.print': command(contract['letters.print'], (context, input, call) =>
    requestLetter(context, input, call, 'printed'),
  ),
  'letters.mailDraft': command(contract['letters.mailDraft'], requestMailDraft),
  'letters.dispatch': command(contract['letters.dispatch'], recordDispatch),
  'letters.strikeDispatch': command(contract['letters.strikeDispatch'], strikeDispatch),
  'letters.count': query(contract['letters.count'], async ({ repositories }, { filter }) => ({
    letters: await repositories.letters.count(issuedOnly(filter)),
  })),
  'letters.pack': free(contract['letters.pack'], packIssued),
  'letters.stopPacking': free(contract['letters.stopPacking'], stopPacking),
  'letters.requestVerification': free(
    contract['letters.requestVerification'],
    async (call, { size }) => uploadTicket(call, { kind: 'verification' }, size),
  ),
  'letters.verifyCopy': query(contract['letters.verifyCopy'], (context, { code }) =>
    verifyCopy(context, code),
  ),

  'phrases.list': query(contract['phrases.list'], ({ repositories }) =>
    repositories.phrases.newest(),
  ),
  'phrases.history': query(contract['phrases.history'], ({ repositories }, slot) =>
    repositories.phrases.history(slot),
  ),
  'phrases.save': command(contract['phrases.save'], savePhrase),
  'phrases.reset': command(contract['phrases.reset'], resetPhrase),

  'approvals.pending': query(contract['approvals.pending'], ({ repositories }) =>
    repositories.approvals.pending(),
  ),
  'approvals.requestClosing': command(contract['approvals.requestClosing'], requestClosing),
  'approvals.requestReceiptCorrection': command(
    contract['approvals.requestReceiptCorrection'],
    requestReceiptCorrection,
  ),
  'approvals.requestRoleChange': command(
    contract['approvals.requestRoleChange'],
    requestRoleChange,
  ),
  'approvals.decide': free(contract['approvals.decide'], async (call, input) => {
    const approval = await inTransaction(call, 'approval.decide', (context) =>
      decideApproval(context, input),
    )
    const { request } = approval
    if (approval.state === 'approved' && request.kind === 'change-role' && !request.active) {
      await endPersonSessions(call, request.personId)
    }
    return approval
  }),
  'approvals.withdraw': command(contract['approvals.withdraw'], withdrawApproval),

  'settings.get': query(contract['settings.get'], ({ repositories }) => loadSettings(repositories)),
  'settings.save': command(contract['settings.save'], saveSettings),
  'settings.saveRules': command(contract['settings.saveRules'], saveRules),
  'settings.clockMoves': query(contract['settings.clockMoves'], clockMoves),
  'settings.saveReminders': command(contract['settings.saveReminders'], saveReminders),
  'settings.saveNotices': command(contract['settings.saveNotices'], saveNoticeSettings),
  'settings.saveUpdates': command(contract['settings.saveUpdates'], saveUpdateAddress),
  'updates.begin': command(contract['updates.begin'], beginUpdate),
  'updates.settle': command(contract['updates.settle'], settleUpdate),
  'views.list': query(contract['views.list'], ({ repositories, actor }) =>
    repositories.views.seenBy(actor.personId),
  ),
  'views.save': command(contract['views.save'], saveView),
  'views.remove': command(contract['views.remove'], removeView),

  'figures.today': query(contract['figures.today'], figuresOfToday),
  'figures.period': query(contract['figures.period'], figuresOfPeriod),
  'figures.export': command(contract['figures.export'], exportFigures),
  'figures.report': command(contract['figures.report'], reportFigures),
  'reminders.pending': query(contract['reminders.pending'], remindersOf),
  'reminders.markTold': free(contract['reminders.markTold'], async (call, told) => {
    const body = JSON.stringify(told)
    await writeDraft(call, (drafts, personId) => drafts.save(personId, TOLD_FORM, body))
    return { told: true } as const
  }),
  'deadlines.calendar': command(contract['deadlines.calendar'], calendarOf),

  'settings.logo': query(contract['settings.logo'], ({ repositories }) =>
    repositories.settings.logo(),
  ),
  'settings.requestLogo': free(contract['settings.requestLogo'], async (call, { size }) =>
    uploadTicket(call, { kind: 'logo' }, size),
  ),
  'settings.removeLogo': command(contract['settings.removeLogo'], async (context) => {
    await saveLogo(context, null, null)
    return { removed: true } as const
  }),

  'audit.list': query(contract['audit.list'], listJournal),
  'audit.verify': free(contract['audit.verify'], async (call) => {
    const { board } = await requireActor(call, 'audit.read')
    return board.store.verifyAudit()
  }),

  'drafts.load': query(contract['drafts.load'], async ({ repositories, actor }, { form }) => ({
    body: await repositories.drafts.load(actor.personId, form),
  })),
  'drafts.save': free(contract['drafts.save'], async (call, { form, body }) => {
    await writeDraft(call, (drafts, personId) => drafts.save(personId, form, body))
    return { saved: true } as const
  }),
  'drafts.remove': free(contract['drafts.remove'], async (call, { form }) => {
    await writeDraft(call, (drafts, personId) => drafts.remove(personId, form))
    return { removed: true } as const
  }),
} satisfies Readonly<Record<CoreRoute, BoundRoute>>

/** Drafts are not acts yet: they are kept without an audit event, for their owner only. */
async function writeDraft(
  call: Call,
  write: (drafts: DraftRepository, personId: string) => Promise<void>,
): Promise<void> {
  const { board, actor } = await requireActor(call, 'signed-in')
  const who = { personId: actor.personId, name: actor.fullName }
  await board.store.write(who, call.services.clock.now(), ({ drafts }) =>
    write(drafts, actor.personId),
  )
}
