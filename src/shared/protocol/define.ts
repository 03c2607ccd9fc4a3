import type { z } from 'zod'

import type { Action } from '#core/people/permissions.ts'

/**
 * How a route is run. `query` reads in a consistent view; `command` runs in one transaction and must
 * leave an audit event; `unmanaged` manages its own transactions (sign-in, set-up, files); `host` is answered
 * by the shell itself and never reaches the core.
 */
export type RouteKind = 'query' | 'command' | 'unmanaged' | 'host'

/**
 * Who may call, each of these fewer than the one before: anyone; whoever gave their password, the code still missing; anyone
 * signed in, be it by a one-time password; by a password of their own, be it without the second step the board demands;
 * of these, about their own way in, whoever proved lately who they are; anyone wholly signed in; or of these whoever the
 * role table lets do this action.
 */
export type Access =
  'public' | 'half' | 'one-time' | 'own-password' | 'own-account' | 'signed-in' | Action

export type RouteDefinition = Readonly<{
  kind: RouteKind
  access: Access
  input: z.ZodType
  output: z.ZodType
}>

/** Keeps the exact schema types of a route while checking its shape. */
export function defineRoute<
  Kind extends RouteKind,
  Input extends z.ZodType,
  Output extends z.ZodType,
>(route: {
  kind: Kind
  access: Access
  input: Input
  output: Output
}): { kind: Kind; access: Access; input: Input; output: Output } {
  return route
}

/**
 * The routes of one feature: the first word of a route's name says whose it is, so that no two features can have the
 * same one.
 */
export type RoutesOf<Word extends string> = Readonly<Record<`${Word}.${string}`, RouteDefinition>>
