import type { AuditAction } from '#core/audit/actions.ts'
import type { Contract, RouteName } from '#shared/contract/index.ts'

/** The routes that only look: each is named below, or this does not compile. */
type LookingRoute = {
  [Route in RouteName]: Contract[Route]['kind'] extends 'query' ? Route : never
}[RouteName]

/**
 * What looking leaves on record: the act, or nothing. Whatever changes something is a command and leaves its own entry, or
 * is rolled back. A case, a letter and a search are one entry for each time somebody turns to them (see `looks.ts`).
 */
export const LOOKS = {
  // Somebody's personal information.
  'complaints.open': 'complaint.viewed',
  'complaints.history': 'complaint.viewed',
  /** Once it is issued: a draft is work, not somebody's answer. */
  'letters.get': 'letter.previewed',
  'letters.addressees': 'letter.previewed',
  // Searches, by what kind of words and with how many hits.
  'complaints.list': 'complaint.searched',
  'complaints.likelyDuplicates': 'complaint.searched',
  'complaints.matches': 'complaint.searched',
  // Rows of work, the journal itself, figures, one's own, and what the window needs to be drawn.
  'approvals.pending': null,
  'audit.list': null,
  'audit.losses': null,
  'audit.lostNumbers': null,
  'complaints.counts': null,
  'complaints.linked': null,
  'contacts.mentions': null,
  'drafts.load': null,
  'drafts.outcome': null,
  'evidence.toDestroy': null,
  'figures.period': null,
  'figures.register': null,
  'figures.today': null,
  'firms.get': null,
  'firms.list': null,
  'investigation.searches': null,
  'letters.count': null,
  'letters.list': null,
  'letters.verifyCopy': null,
  'people.accounts': null,
  'people.list': null,
  'people.names': null,
  'phrases.history': null,
  'phrases.list': null,
  'remediation.list': null,
  'reminders.pending': null,
  'retention.due': null,
  'retention.register': null,
  'rights.awaited': null,
  'settings.clockMoves': null,
  'settings.get': null,
  'settings.logo': null,
  'views.list': null,
} as const satisfies Readonly<Record<LookingRoute, AuditAction | null>>
