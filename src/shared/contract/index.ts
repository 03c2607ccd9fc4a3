import type { z } from 'zod'

import { approvalRoutes, auditRoutes, draftRoutes, settingsRoutes } from './board.ts'
import { evidenceRoutes, firmRoutes, investigationRoutes, remediationRoutes } from './case.ts'
import { complaintRoutes } from './complaints.ts'
import { breachRoutes, rightRoutes } from './duties.ts'
import type { RouteDefinition } from '../protocol/define.ts'
import { figureRoutes } from './figures.ts'
import { hostRoutes } from './host.ts'
import { listRoutes } from './lists.ts'
import { letterRoutes, phraseRoutes } from './letters.ts'
import { sessionRoutes } from './session.ts'
import { shellRoutes } from './updates.ts'

/** Everything a window may ask. Closed: a name that is not here is refused before anything else happens. */
export const contract = {
  ...sessionRoutes,
  ...complaintRoutes,
  ...listRoutes,
  ...figureRoutes,
  ...investigationRoutes,
  ...remediationRoutes,
  ...firmRoutes,
  ...evidenceRoutes,
  ...rightRoutes,
  ...breachRoutes,
  ...letterRoutes,
  ...phraseRoutes,
  ...approvalRoutes,
  ...settingsRoutes,
  ...auditRoutes,
  ...draftRoutes,
  ...hostRoutes,
  ...shellRoutes,
} as const satisfies Record<string, RouteDefinition>

export type Contract = typeof contract
export type RouteName = keyof Contract
/** What a caller sends. */
export type InputOf<R extends RouteName> = z.input<Contract[R]['input']>
/** What a handler receives after parsing. */
export type ParsedInputOf<R extends RouteName> = z.output<Contract[R]['input']>
export type OutputOf<R extends RouteName> = z.output<Contract[R]['output']>

/** Whether a name is a route; own keys only, so that `__proto__` and `constructor` are not. */
export function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(contract, name)
}
