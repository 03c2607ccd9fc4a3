import type { Action } from './permissions.ts'

/** Minutes for which somebody who proved who they are is believed to be the one who still sits there. */
export const PROOF_MINUTES = 5

/**
 * Which acts ask whoever does them to have proved who they are within {@link PROOF_MINUTES}: a window left open for ten
 * minutes is somebody's hand and eye, it must not be their word. `fresh` are the word of a second person, letters that go
 * out in the board's name, whatever takes many cases away in one file, who may come in and as whom, and what protects the
 * board. Every action says it here, or this does not compile; the dispatcher asks (ADR 34).
 */
const PROOFS = {
  'complaint.read': 'session',
  'complaint.export': 'fresh',
  'contact.read': 'session',
  'complaint.create': 'session',
  'complaint.edit': 'session',
  'complaint.assign': 'session',
  'complaint.conclude': 'session',
  'complaint.close': 'session',
  'complaint.correctReceipt': 'session',
  'case.investigate': 'session',
  'case.remedy': 'session',
  'right.mark': 'session',
  'right.settle': 'session',
  'breach.suspect': 'session',
  'breach.record': 'session',
  'breach.notify': 'session',
  'breach.ruleOut': 'session',
  'conflict.request': 'session',
  'conflict.ofFirm': 'session',
  'firm.read': 'session',
  'firm.edit': 'session',
  'firm.engage': 'session',
  'firm.note': 'session',
  'evidence.add': 'session',
  'evidence.export': 'session',
  'letter.read': 'session',
  'letter.receive': 'session',
  'letter.write': 'session',
  'letter.approve': 'fresh',
  'letter.issue': 'fresh',
  'letter.export': 'session',
  'letter.pack': 'fresh',
  'letter.mail': 'session',
  'letter.dispatch': 'session',
  'letter.strikeDispatch': 'session',
  'complaint.copyOut': 'fresh',
  'hold.set': 'session',
  'retention.propose': 'session',
  'retention.read': 'session',
  'phrase.manage': 'session',
  'approval.decide': 'fresh',
  'reminder.ofBoard': 'session',
  'view.keep': 'session',
  'view.share': 'session',
  'figures.read': 'session',
  'figures.export': 'fresh',
  'register.export': 'fresh',
  'people.read': 'session',
  'people.manage': 'fresh',
  'board.administer': 'fresh',
  'settings.manage': 'session',
  'audit.read': 'session',
} as const satisfies Readonly<Record<Action, 'fresh' | 'session'>>

/** Whether an act asks for a fresh proof of who does it. */
export function asksForProof(action: Action): boolean {
  return PROOFS[action] === 'fresh'
}
