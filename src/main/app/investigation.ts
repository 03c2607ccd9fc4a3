import { eachCovered } from '#core/case/command/covers.ts'
import { withTexts } from '#core/complaints/cover.ts'
import { showComplaint } from '#core/complaints/shown.ts'
import { addWhy, editWhy, removeWhy, saveCause } from '#core/investigation/commands/cause.ts'
import { concludeCheck, removeCheck, saveCheck } from '#core/investigation/commands/checks.ts'
import { searchesDue } from '#core/investigation/commands/searches.ts'
import { investigationRoutes as routes } from '#shared/contract/investigation.ts'
import { command, query, type HandlersOf } from '../dispatch/route.ts'

export const investigationHandlers = {
  'investigation.saveCheck': command(routes['investigation.saveCheck'], saveCheck),
  'investigation.removeCheck': command(routes['investigation.removeCheck'], removeCheck),
  'investigation.concludeCheck': command(
    routes['investigation.concludeCheck'],
    async (context, input) => showComplaint(context.actor, await concludeCheck(context, input)),
  ),
  'investigation.addWhy': command(routes['investigation.addWhy'], addWhy),
  'investigation.editWhy': command(routes['investigation.editWhy'], editWhy),
  'investigation.removeWhy': command(routes['investigation.removeWhy'], removeWhy),
  'investigation.saveCause': command(routes['investigation.saveCause'], saveCause),
  'investigation.searches': query(routes['investigation.searches'], async (context) =>
    eachCovered(context, await searchesDue(context), (row, { text }) => withTexts(row, text)),
  ),
} satisfies HandlersOf<typeof routes>
