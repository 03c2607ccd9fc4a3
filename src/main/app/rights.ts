import { addRight, editRight, reopenRight, settleRight } from '#core/rights/commands/rights.ts'
import { rightRoutes as routes } from '#shared/contract/rights.ts'
import { command, type HandlersOf } from '../dispatch/route.ts'

export const rightHandlers = {
  'rights.add': command(routes['rights.add'], addRight),
  'rights.edit': command(routes['rights.edit'], editRight),
  'rights.settle': command(routes['rights.settle'], settleRight),
  'rights.reopen': command(routes['rights.reopen'], reopenRight),
} satisfies HandlersOf<typeof routes>
