import type { Role } from './permissions.ts'

/**
 * How something of a case is shown to a role:
 * - `clear`: as it is;
 * - `board`: clear, but covered until revealed where the board covers identities from investigators;
 * - `revealed`: covered until its reader reveals whose case it is, with a reason, on record;
 * - `covered`: covered, revealed or not;
 * - `absent`: not in any answer.
 */
export const SHOWINGS = ['clear', 'board', 'revealed', 'covered', 'absent'] as const
export type Showing = (typeof SHOWINGS)[number]

/**
 * Who is shown what: beside the role table of acts (`permissions.ts`) the one of fields. Every answer of the core is made
 * by it, `docs/roles.md` is written from it, and a test asks every route as every role. What is covered of a text are the
 * names of whose case it is, telephone numbers, e-mail addresses and numbers of identity papers.
 */
export const FIELDS = {
  /** The complainant's name and form of address. */
  identity: by('clear', 'board', 'clear', 'revealed'),
  /** For whom somebody complains, and by what right. */
  representative: by('clear', 'board', 'clear', 'revealed'),
  /** Telephone numbers, e-mail, postal address, account; where somebody wrote them into a text too. */
  contact: by('clear', 'board', 'clear', 'covered'),
  /** Numbers of identity papers, wherever somebody wrote them. */
  identityNumber: by('clear', 'board', 'clear', 'revealed'),
  /** What was told, found, done and decided: covered are the persons in it. */
  narrative: by('clear', 'board', 'clear', 'revealed'),
  /** What a letter says, on the screen and as a page; kind, number, state and days are shown. */
  letter: by('clear', 'board', 'clear', 'revealed'),
  /** The same of a letter that asks a firm for something, and that there is one. */
  firmLetter: by('clear', 'board', 'absent', 'revealed'),
  /** What firms were asked and noted: covered are the persons in it. */
  firmNote: by('clear', 'board', 'absent', 'revealed'),
  /** The bytes of a file, which intake adds and does not take out; its name is a text like others. */
  evidence: by('clear', 'board', 'absent', 'revealed'),
  /** Requests for another role, but for those one made oneself. */
  roleRequest: by('clear', 'absent', 'absent', 'absent'),
  /** From what to what something of a case changed; who did what, when, is shown. */
  journalValue: by('clear', 'board', 'clear', 'revealed'),
  /** Whether a case is found by whose it is, how they are reached, or what its letters say. */
  search: by('clear', 'board', 'clear', 'absent'),
} as const satisfies Readonly<Record<string, Readonly<Record<Role, Showing>>>>

export type FieldGroup = keyof typeof FIELDS

function by<
  const Board extends Showing,
  const Investigator extends Showing,
  const Intake extends Showing,
  const Auditor extends Showing,
>(board: Board, investigator: Investigator, intake: Intake, auditor: Auditor) {
  return { chair: board, board, investigator, intake, auditor }
}

/** Who looks, and what decides how much they are shown. */
export type Viewer = Readonly<{
  personId: string
  role: Role
  /** The board covers identities from investigators who do not handle a case. */
  coversInvestigators: boolean
  /** The cases whose persons they revealed since they signed in at this window. */
  revealed: ReadonlySet<string>
}>

/** What of a case decides whether somebody handles it: they work on it, or took it in. */
export type CaseHands = Readonly<{ id: string; assigneeId: string | null; recordedBy: string }>

/** Whether a role is never told anything of a group of fields. */
export function isAbsent(role: Role, group: FieldGroup): boolean {
  return showingOf(role, group) === 'absent'
}

function showingOf(role: Role, group: FieldGroup): Showing {
  return FIELDS[group][role]
}

/** How a group of fields of a case is shown to somebody, by the table above and nothing else. */
export function shownAs(
  viewer: Viewer,
  group: FieldGroup,
  hands: CaseHands,
): 'clear' | 'covered' | 'absent' {
  const showing = showingOf(viewer.role, group)
  switch (showing) {
    case 'clear':
    case 'covered':
    case 'absent':
      return showing
    case 'board':
      return !viewer.coversInvestigators || isHandledBy(viewer, hands) || isRevealed(viewer, hands)
        ? 'clear'
        : 'covered'
    case 'revealed':
      return isRevealed(viewer, hands) ? 'clear' : 'covered'
  }
}

/** Whether a group is shown as it is in every case there is: then nobody has to ask whose case it is. */
export function isAlwaysClear(
  { role, coversInvestigators }: Pick<Viewer, 'role' | 'coversInvestigators'>,
  group: FieldGroup,
): boolean {
  const showing = showingOf(role, group)
  return showing === 'clear' || (showing === 'board' && !coversInvestigators)
}

function isHandledBy({ personId }: Viewer, { assigneeId, recordedBy }: CaseHands): boolean {
  return assigneeId === personId || recordedBy === personId
}

function isRevealed({ revealed }: Viewer, { id }: CaseHands): boolean {
  return revealed.has(id)
}
