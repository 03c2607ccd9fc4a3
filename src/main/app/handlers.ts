import type { RouteName } from '#shared/contract/index.ts'
import { approvalHandlers } from './approvals.ts'
import { auditHandlers } from './audit.ts'
import { breachHandlers } from './breach.ts'
import { complaintHandlers } from './complaints.ts'
import { conflictHandlers } from './conflicts.ts'
import { contactHandlers } from './contacts.ts'
import { copyHandlers } from './copies.ts'
import { deadlineHandlers } from './deadlines.ts'
import { draftHandlers } from './drafts.ts'
import { evidenceHandlers } from './evidence.ts'
import { figureHandlers } from './figures/routes.ts'
import { firmHandlers } from './firms.ts'
import { investigationHandlers } from './investigation.ts'
import { letterHandlers } from './letters/routes.ts'
import { peopleHandlers } from './people.ts'
import { phraseHandlers } from './phrases.ts'
import { remediationHandlers } from './remediation.ts'
import { reminderHandlers } from './reminders.ts'
import { retentionHandlers } from './retention/routes.ts'
import { rightHandlers } from './rights/routes.ts'
import type { BoundRoute } from '../dispatch/route.ts'
import type { Again } from '../dispatch/once.ts'
import { AGAIN } from './again.ts'
import { TAKES_BACK } from './taken-back.ts'
import { sessionHandlers } from './session/routes.ts'
import { settingsHandlers } from './settings.ts'
import { setupHandlers } from './setup.ts'
import { updateHandlers } from './updates.ts'
import { viewHandlers } from './views.ts'

/** The shell answers these itself: they never reach the core. */
type CoreRoute = Exclude<RouteName, `host.${string}`>

/** Every route with its handler: exhaustive and closed, the single list of what a window may do. */
const routes = {
  ...approvalHandlers,
  ...auditHandlers,
  ...breachHandlers,
  ...complaintHandlers,
  ...conflictHandlers,
  ...contactHandlers,
  ...copyHandlers,
  ...deadlineHandlers,
  ...draftHandlers,
  ...evidenceHandlers,
  ...figureHandlers,
  ...firmHandlers,
  ...investigationHandlers,
  ...letterHandlers,
  ...peopleHandlers,
  ...phraseHandlers,
  ...remediationHandlers,
  ...reminderHandlers,
  ...retentionHandlers,
  ...rightHandlers,
  ...sessionHandlers,
  ...settingsHandlers,
  ...setupHandlers,
  ...updateHandlers,
  ...viewHandlers,
} satisfies Readonly<Record<CoreRoute, BoundRoute>>

/** The same, each command with how its answer is read anew when it is sent a second time, and with what it may take back. */
export const handlers: Readonly<Record<string, BoundRoute>> = withAgain(routes, AGAIN, TAKES_BACK)

function withAgain(
  bound: Readonly<Record<string, BoundRoute>>,
  again: Readonly<Record<string, Again | null>>,
  takesBack: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, BoundRoute>> {
  return Object.fromEntries(
    Object.entries(bound).map(([name, route]) => [
      name,
      { ...route, again: again[name] ?? null, takesBack: takesBack[name] ?? [] },
    ]),
  )
}
