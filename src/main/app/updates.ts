import { beginUpdate, settleUpdate } from '#core/updates/commands/updates.ts'
import { shellRoutes as routes } from '#shared/contract/updates.ts'
import { command, type HandlersOf } from '../dispatch/route.ts'

export const updateHandlers = {
  'updates.begin': command(routes['updates.begin'], beginUpdate),
  'updates.settle': command(routes['updates.settle'], settleUpdate),
} satisfies HandlersOf<typeof routes>
