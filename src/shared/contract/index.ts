import type { z } from 'zod'

import type { RouteDefinition } from '../protocol/define.ts'
import { approvalRoutes } from './approvals.ts'
import { auditRoutes } from './audit.ts'
import { breachRoutes } from './breach.ts'
import { complaintRoutes } from './complaints.ts'
import { conflictRoutes } from './conflicts.ts'
import { contactRoutes } from './contacts.ts'
import { copyRoutes } from './copies.ts'
import { deadlineRoutes } from './deadlines.ts'
import { draftRoutes } from './drafts.ts'
import { evidenceRoutes } from './evidence.ts'
import { figureRoutes } from './figures.ts'
import { firmRoutes } from './firms.ts'
import { hostRoutes } from './host.ts'
import { investigationRoutes } from './investigation.ts'
import { letterRoutes } from './letters.ts'
import { peopleRoutes } from './people.ts'
import { phraseRoutes } from './phrases.ts'
import { remediationRoutes } from './remediation.ts'
import { reminderRoutes } from './reminders.ts'
import { retentionRoutes } from './retention.ts'
import { rightRoutes } from './rights.ts'
import { sessionRoutes } from './session.ts'
import { settingsRoutes } from './settings.ts'
import { setupRoutes } from './setup.ts'
import { shellRoutes } from './updates.ts'
import { viewRoutes } from './views.ts'

/** Everything a window may ask. Closed: a name that is not here is refused before anything else happens. */
export const contract = {
  ...approvalRoutes,
  ...auditRoutes,
  ...breachRoutes,
  ...complaintRoutes,
  ...conflictRoutes,
  ...contactRoutes,
  ...copyRoutes,
  ...deadlineRoutes,
  ...draftRoutes,
  ...evidenceRoutes,
  ...figureRoutes,
  ...firmRoutes,
  ...hostRoutes,
  ...investigationRoutes,
  ...letterRoutes,
  ...peopleRoutes,
  ...phraseRoutes,
  ...remediationRoutes,
  ...reminderRoutes,
  ...retentionRoutes,
  ...rightRoutes,
  ...sessionRoutes,
  ...settingsRoutes,
  ...setupRoutes,
  ...shellRoutes,
  ...viewRoutes,
} as const satisfies Readonly<Record<string, RouteDefinition>>

export type Contract = typeof contract
export type RouteName = keyof Contract
/** What a caller sends. */
export type InputOf<R extends RouteName> = z.input<Contract[R]['input']>
/** What a handler receives after parsing. */
export type ParsedInputOf<R extends RouteName> = z.output<Contract[R]['input']>
export type OutputOf<R extends RouteName> = z.output<Contract[R]['output']>
