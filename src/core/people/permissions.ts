/** The roles of the board's desk. `auditor` reads everything and changes nothing. */
export const ROLES = ['chair', 'board', 'investigator', 'intake', 'auditor'] as const
export type Role = (typeof ROLES)[number]

/**
 * Who may do what. This table is the documentation, the guard in the dispatcher and the generated test:
 * an action that is not listed here does not exist. Second-person rules come on top (see approvals).
 */
export const PERMISSIONS = {
  'complaint.read': ['chair', 'board', 'investigator', 'intake', 'auditor'],
  /** The work list as a file, and a whole case on paper, as they are shown it. */
  'complaint.export': ['chair', 'board', 'investigator', 'auditor'],
  /**
   * A complainant's telephone numbers, e-mail, address and account: what reading a case for review can do without.
   * Without it they are covered in every answer of the core. Whoever writes down or corrects a complaint reads them.
   */
  'contact.read': ['chair', 'board', 'investigator', 'intake'],
  'complaint.create': ['chair', 'board', 'investigator', 'intake'],
  'complaint.edit': ['chair', 'board', 'investigator', 'intake'],
  'complaint.assign': ['chair', 'board'],
  'complaint.conclude': ['chair', 'board', 'investigator'],
  'complaint.close': ['chair', 'board'],
  'complaint.correctReceipt': ['chair', 'board'],
  'case.investigate': ['chair', 'board', 'investigator'],
  'case.remedy': ['chair', 'board', 'investigator'],
  /** Rights asked for in a complaint: marked by whoever hears them, carried out by those who handle the case. */
  'right.mark': ['chair', 'board', 'investigator', 'intake'],
  'right.settle': ['chair', 'board', 'investigator'],
  'breach.suspect': ['chair', 'board', 'investigator', 'intake'],
  'breach.record': ['chair', 'board', 'investigator'],
  'breach.notify': ['chair', 'board'],
  'breach.ruleOut': ['chair', 'board'],
  /** Says that a case concerns a member of the board; a second person decides. Whoever works on cases may notice it. */
  'conflict.request': ['chair', 'board', 'investigator', 'intake'],
  /** Keeps a firm from a case, or lets it in again. */
  'conflict.ofFirm': ['chair', 'board'],
  'firm.read': ['chair', 'board', 'investigator', 'auditor'],
  'firm.edit': ['chair', 'board'],
  'firm.engage': ['chair', 'board'],
  'firm.note': ['chair', 'board', 'investigator'],
  'evidence.add': ['chair', 'board', 'investigator', 'intake'],
  'evidence.export': ['chair', 'board', 'investigator', 'auditor'],
  'letter.read': ['chair', 'board', 'investigator', 'intake', 'auditor'],
  /** The sheet of a call and the acknowledgement: composed from what was written down, nothing added. */
  'letter.receive': ['chair', 'board', 'investigator', 'intake'],
  'letter.write': ['chair', 'board', 'investigator'],
  'letter.approve': ['chair', 'board'],
  'letter.issue': ['chair', 'board'],
  'letter.export': ['chair', 'board', 'investigator', 'auditor'],
  /** Many issued letters in one file. */
  'letter.pack': ['chair', 'board', 'investigator', 'auditor'],
  /** An e-mail with the letter in it, which names the address it goes to. */
  'letter.mail': ['chair', 'board', 'investigator'],
  'letter.dispatch': ['chair', 'board', 'investigator', 'intake'],
  'letter.strikeDispatch': ['chair', 'board'],
  /** Everything the board has of a complainant's own, in one file for them. */
  'complaint.copyOut': ['chair', 'board', 'investigator'],
  /** Says that a case must be kept as it is, and asks to lift that again. */
  'hold.set': ['chair', 'board'],
  /** The list of closed cases whose period is over; to propose that what tells of persons in them is erased. */
  'retention.propose': ['chair', 'board'],
  /** The register of what was erased, and its certificates. */
  'retention.read': ['chair', 'board', 'auditor'],
  'phrase.manage': ['chair'],
  'approval.decide': ['chair', 'board'],
  /** Reminded of cases that are nobody's and of every violation, whoever works on it. */
  'reminder.ofBoard': ['chair', 'board'],
  'view.keep': ['chair', 'board', 'investigator', 'intake'],
  'view.share': ['chair', 'board'],
  'figures.read': ['chair', 'board', 'investigator', 'auditor'],
  /** The figures of a period as a table or as a report. */
  'figures.export': ['chair', 'board', 'investigator', 'auditor'],
  /** A register over all cases as a file or on paper: whose data they are is in it. */
  'register.export': ['chair', 'board', 'investigator', 'auditor'],
  'people.read': ['chair', 'auditor'],
  'people.manage': ['chair'],
  /**
   * Looks after the data itself and what protects it: where copies lie, where updates come from, whose persons are
   * covered. The recovery key is shown to them, and one of them must be left.
   */
  'board.administer': ['chair'],
  'settings.manage': ['chair'],
  'audit.read': ['chair', 'auditor'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof PERMISSIONS

/** Whether a name is that of an action of the table. */
export function isAction(name: string): name is Action {
  return Object.hasOwn(PERMISSIONS, name)
}

/** Whether a role may do an action, by the table above and nothing else. */
export function can(role: Role, action: Action): boolean {
  const allowed: readonly Role[] = PERMISSIONS[action]
  return allowed.includes(role)
}
