import { eachCovered } from '#core/case/command/covers.ts'
import { withTexts } from '#core/complaints/cover.ts'
import { showComplaint } from '#core/complaints/shown.ts'
import { vietnamDate } from '#core/kernel/calendar.ts'
import {
  addStep,
  editStep,
  recordNoneNeeded,
  removeStep,
  settlePromise,
} from '#core/remediation/commands/steps.ts'
import { remediationRoutes as routes } from '#shared/contract/remediation.ts'
import { command, query, type HandlersOf } from '../dispatch/route.ts'

export const remediationHandlers = {
  'remediation.addStep': command(routes['remediation.addStep'], addStep),
  'remediation.editStep': command(routes['remediation.editStep'], editStep),
  'remediation.settlePromise': command(routes['remediation.settlePromise'], settlePromise),
  'remediation.removeStep': command(routes['remediation.removeStep'], removeStep),
  'remediation.noneNeeded': command(routes['remediation.noneNeeded'], async (context, input) =>
    showComplaint(context.actor, await recordNoneNeeded(context, input)),
  ),
  'remediation.list': query(
    routes['remediation.list'],
    async (context, { states, ownerId, overdueOnly, after, limit }) => {
      const { repositories, clock } = context
      const overdueOn = overdueOnly ? vietnamDate(clock.now()) : undefined
      const steps = await repositories.steps.page({ states, ownerId, overdueOn }, limit, after)
      return eachCovered(context, steps, (step, { text }) => withTexts(step, text))
    },
  ),
} satisfies HandlersOf<typeof routes>
