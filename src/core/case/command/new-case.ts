import type { Breach } from '../../breach/model.ts'
import type { Complaint } from '../../complaints/model.ts'
import type { Conflict } from '../../conflicts/model.ts'
import { CASE_TABLES } from '../../ports/case-tables.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { RightRequest } from '../../rights/model.ts'
import { clockTable } from '../../settings/clock-table.ts'
import type { Settings } from '../../settings/model.ts'
import type { CaseFile } from '../case-file.ts'
import { clockFacts, deriveClocks } from '../clocks.ts'
import { dueOf } from '../due.ts'
import { CASE_ORDER, inOrder } from '../order.ts'
import { searchTexts } from '../search-texts.ts'
import { startedClock } from './settle-clocks.ts'

/** What a case can begin with. */
export type CaseBeginning = Readonly<{
  complaint: Complaint
  rights: readonly RightRequest[]
  breach: Breach | null
  /** Of a review those of what it reviews: whom that concerns, this concerns. */
  conflicts: readonly Conflict[]
}>

/** Takes a new case on record, with the clocks it starts, listed under the first of them and findable. */
export async function beginCase(
  context: CommandContext,
  beginning: CaseBeginning,
  settings: Settings,
): Promise<CaseFile> {
  const tables = context.repositories[CASE_TABLES]
  const file: CaseFile = { ...EMPTY, ...beginning }
  const { id } = file.complaint
  const clocks = deriveClocks(clockFacts(file), clockTable(settings))
  const complaint = { ...file.complaint, ...dueOf(clocks, file.complaint) }
  const deadlines = clocks.map((clock) => startedClock(context, id, clock))
  await tables.complaints.insert(complaint)
  for (const right of file.rights) await tables.rights.insert(right)
  const breach = file.breach === null ? null : await tables.breaches.save(file.breach)
  for (const conflict of file.conflicts) await tables.conflicts.insert(conflict)
  for (const deadline of deadlines) await tables.deadlines.insert(deadline)
  await tables.complaints.index(id, searchTexts(file))
  return { ...file, complaint, breach, deadlines: inOrder(deadlines, CASE_ORDER.deadlines) }
}

const EMPTY: Omit<CaseFile, keyof CaseBeginning> = {
  deadlines: [],
  breachNotices: [],
  stateChecks: [],
  whys: [],
  rootCause: null,
  steps: [],
  engagements: [],
  firmNotes: [],
  evidence: [],
  log: [],
  letters: [],
  dispatches: [],
  approvals: [],
  holds: [],
}
