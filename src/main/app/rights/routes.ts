import {
  addRight,
  checkIdentity,
  editRight,
  reopenRight,
  settleRight,
} from '#core/rights/commands/rights.ts'
import { rightRoutes as routes } from '#shared/contract/rights.ts'
import { command, unmanaged, type HandlersOf } from '../../dispatch/route.ts'
import { packOwnCopy } from './own-copy.ts'

export const rightHandlers = {
  'rights.add': command(routes['rights.add'], addRight),
  'rights.edit': command(routes['rights.edit'], editRight),
  'rights.settle': command(routes['rights.settle'], settleRight),
  'rights.checkIdentity': command(routes['rights.checkIdentity'], checkIdentity),
  'rights.reopen': command(routes['rights.reopen'], reopenRight),
  'rights.ownCopy': unmanaged(routes['rights.ownCopy'], packOwnCopy),
} satisfies HandlersOf<typeof routes>
