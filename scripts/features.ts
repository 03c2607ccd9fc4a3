/**
 * What Hồi Âm does, each thing under one name. On every floor of the house (rules, contract, handlers, database, window,
 * and their tests) what belongs to a feature stands in the room of this name: see docs/architecture.md, shown by
 * test/tooling/features.test.ts.
 */
export const FEATURES = {
  approvals: 'acts that need a second person: asked for by one, decided by another',
  audit: 'the journal of who did what and when, and the chain that shows it is whole',
  breach: 'a violation of data protection behind a complaint, and the notices it calls for',
  case: 'everything about one complaint together, and what follows from it: stage, clocks, next act',
  complaints: 'complaints as taken in, found, listed, assigned, concluded and ended',
  conflicts: 'conflicts of interest: who a case concerns, and how they are kept from it',
  contacts: 'what was said with a complainant, and the notes colleagues leave each other',
  copies: 'the copies of the database, made daily and put back when it is damaged',
  deadlines: 'legal and promised time limits: how they are counted, extended and judged',
  drafts: 'forms half filled in, kept for who was filling them in',
  evidence: 'files that belong to a case, in and out',
  figures: 'what the board counts of all complaints: tables, report, lists that leave',
  firms: 'security firms, their engagements in cases and their notes',
  investigation: 'what is the matter with the data and why: checks, the chain of whys, the cause',
  letters:
    'letters to complainants and authorities, from draft to dispatch, and how a copy is verified',
  people: 'who works here, in which role, with which password',
  phrases: 'the wording letters are composed of, as shipped and as the board words it',
  remediation: 'the steps that put right what went wrong',
  reminders: 'what recalls a time limit to mind before it ends',
  retention: 'how long what tells of persons is kept, holds, and how it is erased',
  rights: 'rights a data subject asks for within a complaint',
  session: 'signing in and out, the locks, the recovery key instead of a lost password',
  settings: 'what the board sets for itself: letterhead, calendar, time limits, notices',
  setup: 'the first run: keys, the board, its first chair, the recovery key',
  taxonomies: 'the tables of codes: categories, causes, clauses, kinds of data, remedies, systems',
  today: 'the first page of the day',
  updates: 'newer versions of the program: asked for, proved, installed',
  views: 'lists of complaints kept under a name',
} as const satisfies Readonly<Record<string, string>>

export type Feature = keyof typeof FEATURES

/** Whether a word is the name of a feature; own keys only. */
export function isFeature(name: string): name is Feature {
  return Object.hasOwn(FEATURES, name)
}
