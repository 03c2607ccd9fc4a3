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

  'board.restored',
  'board.setUp',

  'breach.noticeStruck',
  'breach.noticed',
  'breach.saved',
  'breach.suspected',

  'cause.saved',
  'cause.whyAdded',
  'cause.whyEdited',
  'cause.whyRemoved',

  'clock.confirmed',

  'complaint.assigned',
  'complaint.closed',
  'complaint.concluded',
  'complaint.created',
  'complaint.ended',
  'complaint.listExported',
  'complaint.noneAssigned',
  'complaint.receiptCorrected',
  'complaint.updated',
  'complaint.viewed',

  'conflict.firmLifted',
  'conflict.firmNamed',
  'conflict.lifted',
  'conflict.named',
  'copy.rehearsed',

  'deadline.calendarTaken',
  'deadline.extended',
  'deadline.recomputed',
  'deadline.restarted',
  'deadline.started',
  'deadline.stopped',

  'evidence.added',
  'evidence.addedAgain',
  'evidence.exported',

  'figures.exported',
  'figures.reported',

  'firm.added',
  'firm.changed',
  'firm.engaged',
  'firm.engagementChanged',
  'firm.noteAdded',
  'firm.noteChanged',

  'journal.lossAcknowledged',
  'journal.lossFound',

  'letter.approved',
  'letter.discarded',
  'letter.dispatchStruck',
  'letter.dispatched',
  'letter.drafted',
  'letter.edited',
  'letter.exported',
  'letter.issued',
  'letter.mailDrafted',
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
  'remedy.stepAdded',
  'remedy.stepChanged',
  'remedy.stepRemoved',

  'right.asked',
  'right.edited',
  'right.reopened',
  'right.settled',

  'session.recovered',
  'session.refused',
  'session.signedIn',
  'session.signedOut',

  'settings.logoSaved',
  'settings.noticesSaved',
  'settings.remindersSaved',
  'settings.rulesSaved',
  'settings.saved',
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
