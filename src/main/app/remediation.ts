import { vietnamDate } from '#core/kernel/calendar.ts'
import {
  addStep,
  editStep,
  recordNoneNeeded,
  removeStep,
} from '#core/remediation/commands/steps.ts'
import { remediationRoutes as routes } from '#shared/contract/remediation.ts'
import { command, query, type HandlersOf } from '../dispatch/route.ts'

export const remediationHandlers = {
  'remediation.addStep': command(routes['remediation.addStep'], addStep),
  'remediation.editStep': command(routes['remediation.editStep'], editStep),
  'remediation.removeStep': command(routes['remediation.removeStep'], removeStep),
  'remediation.noneNeeded': command(routes['remediation.noneNeeded'], recordNoneNeeded),
  'remediation.list': query(
    routes['remediation.list'],
    ({ repositories, clock }, { states, ownerId, overdueOnly, after, limit }) => {
      const overdueOn = overdueOnly ? vietnamDate(clock.now()) : undefined
      return repositories.steps.page({ states, ownerId, overdueOn }, limit, after)
    },
  ),
} satisfies HandlersOf<typeof routes>
