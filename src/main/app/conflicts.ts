import { liftFirm, nameFirm } from '#core/conflicts/commands/firms.ts'
import { conflictRoutes as routes } from '#shared/contract/conflicts.ts'
import { command, type HandlersOf } from '../dispatch/route.ts'

export const conflictHandlers = {
  'conflicts.nameFirm': command(routes['conflicts.nameFirm'], nameFirm),
  'conflicts.liftFirm': command(routes['conflicts.liftFirm'], liftFirm),
} satisfies HandlersOf<typeof routes>
