/**
 * Every act the record can tell of, by what it was done to. What is stored is never renamed; an act the
 * program no longer has stays readable by its code. Each has its words in both languages
 * (`audit.actions` or `case.history.actions`, the dot written as a dash).
 */
export const AUDIT_ACTIONS = [
  /** A route a person may not use, or whose rules said no. */
  'refused',

  'approval.approved',
  'approval.requested',
  'approval.returned',
  'approval.withdrawn',

  'board.broughtBack',
  'board.restored',
  'board.setUp',

  'breach.decided',
  'breach.noticeStruck',
  'breach.noticed',
  'breach.saved',
  'breach.suspected',

  'cause.saved',
  'cause.whyAdded',
  'cause.whyEdited',
  'cause.whyRemoved',

  'clock.confirmed',

  'complaint.anonymised',
  'complaint.assigned',
  'complaint.authoritySet',
  'complaint.closed',
  'complaint.concluded',
  'complaint.copyGiven',
  'complaint.created',
  'complaint.divided',
  'complaint.dossierPrinted',
  'complaint.ended',
  'complaint.endingDecided',
  'complaint.mandateRecorded',
  'complaint.related',
  'complaint.reviewOpened',
  'complaint.unrelated',
  'complaint.identityRevealed',
  'complaint.listExported',
  'complaint.noneAssigned',
  'complaint.receiptCorrected',
  'complaint.searched',
  'complaint.toCheck',
  'complaint.updated',
  'complaint.viewed',

  'conflict.firmLifted',
  'conflict.firmNamed',
  'conflict.lifted',
  'conflict.named',
  'contact.corrected',
  'contact.logged',
  'contact.read',
  'contact.withdrawn',

  'copy.rehearsed',

  'deadline.calendarTaken',
  'deadline.extended',
  'deadline.recomputed',
  'deadline.restarted',
  'deadline.started',
  'deadline.stopped',

  'erasure.certificateExported',
  'erasure.certified',

  'evidence.added',
  'evidence.addedAgain',
  'evidence.exported',
  'evidence.destroyed',
  'evidence.giverSet',
  'evidence.identityMarked',
  'file.altered',
  'file.missing',

  'figures.exported',
  'figures.registerExported',
  'figures.reported',

  'files.destroyed',
  'files.swept',

  'firm.added',
  'firm.changed',
  'firm.engaged',
  'firm.engagementChanged',
  'firm.noteAdded',
  'firm.noteChanged',

  'hold.lifted',
  'hold.set',

  'journal.lossAcknowledged',
  'journal.lossFound',

  'keys.renewed',

  'letter.approved',
  'letter.discarded',
  'letter.dispatchStruck',
  'letter.dispatched',
  'letter.drafted',
  'letter.edited',
  'letter.exported',
  'letter.issued',
  'letter.listChanged',
  'letter.listExported',
  'letter.listSent',
  'letter.listUnsent',
  'letter.mailDrafted',
  'letter.previewed',
  'letter.printed',
  'letter.reopened',
  'letter.returned',
  'letter.submitted',

  'person.added',
  'person.confirmed',
  'person.passwordChanged',
  'person.passwordReset',
  'person.renamed',
  'person.roleChanged',

  'phrase.saved',

  'recovery.confirmed',
  'recovery.renewed',

  'remedy.noneNeeded',
  'remedy.promiseSettled',
  'remedy.stepAdded',
  'remedy.stepChanged',
  'remedy.stepRemoved',

  'right.asked',
  'right.edited',
  'right.identityChecked',
  'right.passedOn',
  'right.passedOnConfirmed',
  'right.passedOnStruck',
  'right.reopened',
  'right.settled',

  'secondPlace.chosen',
  'secondPlace.left',

  'session.factorDropped',
  'session.factorSet',
  'session.passwordGiven',
  'session.proved',
  'session.recovered',
  'session.recoveryCodeUsed',
  'session.refused',
  'session.signedIn',
  'session.signedOut',

  'settings.identitySaved',
  'settings.rightsSaved',
  'settings.logoSaved',
  'settings.noticesSaved',
  'settings.remindersSaved',
  'settings.retentionSaved',
  'settings.rulesSaved',
  'settings.saved',
  'settings.signInSaved',
  'settings.updatesSaved',

  'snapshot.taken',

  'state.checkRemoved',
  'state.checked',
  'state.concluded',
  'state.reopened',

  'update.checkAsked',
  'update.downloadAsked',
  'update.downloaded',
  'update.failed',
  'update.installAsked',
  'update.none',
  'update.offered',
  'update.refused',

  'view.removed',
  'view.saved',
] as const

export type AuditAction = (typeof AUDIT_ACTIONS)[number]
