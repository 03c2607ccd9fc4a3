import { CASE_TABLES } from '../../ports/case-tables.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { CaseFile } from '../case-file.ts'
import { dueOf, isSameDue } from '../due.ts'
import { searchTexts } from '../search-texts.ts'
import { deriveStage } from '../stage.ts'
import type { HeldCase } from './held-case.ts'
import { endAsDecided } from './end-as-decided.ts'
import { settleClocks } from './settle-clocks.ts'
import { suspectViolation } from './suspect-violation.ts'

/**
 * Brings what is derived from the facts of a held case up to date, without reading any of it again: clocks, stage,
 * due day, search copy. Returns the case as it then is on record.
 */
export async function settleCase(context: CommandContext, held: HeldCase): Promise<CaseFile> {
  const { complaints, deadlines: table } = context.repositories[CASE_TABLES]
  if (held.current() === held.file) return held.file
  await suspectViolation(context, held)
  await endAsDecided(context, held)
  const file = held.current()
  const { id } = file.complaint
  const deadlines = await settleClocks(context, table, file, held.settings)
  const stage = deriveStage(file)
  const due = dueOf(deadlines, file.complaint)
  if (stage !== file.complaint.stage) await complaints.setStage(id, stage)
  if (!isSameDue(due, file.complaint)) await complaints.setDue(id, due)
  await complaints.index(id, searchTexts(file))
  return { ...file, deadlines, complaint: { ...file.complaint, stage, ...due } }
}
