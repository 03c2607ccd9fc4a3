import { searchTexts } from '../search-texts.ts'
import { loadCase } from './load.ts'
import type { CommandContext } from '../../ports/context.ts'
import { dueOf, isSameDue } from '../due.ts'
import { settleDeadlines } from './settle.ts'
import { loadSettings } from '../../ports/load-settings.ts'
import type { CaseFile } from '../case-file.ts'
import { deriveStage } from '../stage.ts'

/** Brings what is derived from the facts up to date after a change: clocks, stage, due day, and the search copy. */
export async function settleCase(context: CommandContext, id: string): Promise<CaseFile> {
  const { complaints } = context.repositories
  const file = await loadCase(context.repositories, id)
  const deadlines = await settleDeadlines(context, file, await loadSettings(context.repositories))
  const stage = deriveStage(file)
  const due = dueOf(deadlines, file.complaint)
  if (stage !== file.complaint.stage) await complaints.setStage(id, stage)
  if (!isSameDue(due, file.complaint)) await complaints.setDue(id, due)
  await complaints.index(id, searchTexts(file))
  return { ...file, deadlines, complaint: { ...file.complaint, stage, ...due } }
}
