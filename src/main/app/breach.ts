import {
  decideNotice,
  recordNotice,
  saveBreach,
  strikeNotice,
} from '#core/breach/commands/breach.ts'
import { suspectedBreach } from '#core/breach/model.ts'
import { breachRoutes as routes } from '#shared/contract/breach.ts'
import { command, type HandlersOf } from '../dispatch/route.ts'

export const breachHandlers = {
  'breach.suspect': command(routes['breach.suspect'], (context, { complaintId, detectedAt }) =>
    saveBreach(context, suspectedBreach(complaintId, detectedAt)),
  ),
  'breach.save': command(routes['breach.save'], saveBreach),
  'breach.decide': command(routes['breach.decide'], decideNotice),
  'breach.recordNotice': command(routes['breach.recordNotice'], recordNotice),
  'breach.strikeNotice': command(routes['breach.strikeNotice'], strikeNotice),
} satisfies HandlersOf<typeof routes>
