import {
  addRight,
  checkIdentity,
  editRight,
  reopenRight,
  settleRight,
} from '#core/rights/commands/rights.ts'
import {
  awaitedConfirmations,
  confirmPassedOn,
  passOn,
  strikePassedOn,
} from '#core/rights/commands/passing-on.ts'
import { eachCovered } from '#core/case/command/covers.ts'
import { rightRoutes as routes } from '#shared/contract/rights.ts'
import { command, query, unmanaged, type HandlersOf } from '../../dispatch/route.ts'
import { packOwnCopy } from './own-copy.ts'

export const rightHandlers = {
  'rights.add': command(routes['rights.add'], addRight),
  'rights.edit': command(routes['rights.edit'], editRight),
  'rights.settle': command(routes['rights.settle'], settleRight),
  'rights.checkIdentity': command(routes['rights.checkIdentity'], checkIdentity),
  'rights.passOn': command(routes['rights.passOn'], passOn),
  'rights.confirmPassedOn': command(routes['rights.confirmPassedOn'], confirmPassedOn),
  'rights.strikePassedOn': command(routes['rights.strikePassedOn'], strikePassedOn),
  'rights.awaited': query(routes['rights.awaited'], async (context) =>
    eachCovered(context, await awaitedConfirmations(context), (row, cover) => ({
      ...row,
      recipient: cover.text(row.recipient),
      confirmation: cover.text(row.confirmation),
    })),
  ),
  'rights.reopen': command(routes['rights.reopen'], reopenRight),
  'rights.ownCopy': unmanaged(routes['rights.ownCopy'], packOwnCopy),
} satisfies HandlersOf<typeof routes>
