import type { z } from 'zod'

import { assertNever } from '#core/kernel/errors.ts'
import { hostRoutes } from '#shared/contract/board.ts'
import type { Result } from '#shared/contract/envelope.ts'
import type { OutputOf } from '#shared/contract/index.ts'

import type { CoreClient } from './core-client.ts'

/** Answers one call of one window. Never rejects. */
export type WindowDispatch = (
  windowId: string,
  route: string,
  input: unknown,
) => Promise<Result<unknown>>

/** What a shell does by itself, besides passing calls on. */
export type HostAbilities = Readonly<{
  info: OutputOf<'host.info'>
  saveFile: (windowId: string, ticket: string) => Promise<Result<OutputOf<'host.saveFile'>>>
  unpackFile: (windowId: string, ticket: string) => Promise<Result<OutputOf<'host.unpackFile'>>>
}>

type HostRoute = keyof typeof hostRoutes

/** Answers the host routes in the shell and gives every other name to the core, known or not. */
export function createWindowDispatch(
  core: Pick<CoreClient, 'request'>,
  abilities: HostAbilities,
): WindowDispatch {
  return async (windowId, route, input) => {
    if (!isHostRoute(route)) return core.request(windowId, route, input)
    switch (route) {
      case 'host.info':
        return parsed(hostRoutes[route].input, input, () => ({ ok: true, data: abilities.info }))
      case 'host.saveFile':
        return parsed(hostRoutes[route].input, input, ({ ticket }) =>
          abilities.saveFile(windowId, ticket),
        )
      case 'host.unpackFile':
        return parsed(hostRoutes[route].input, input, ({ ticket }) =>
          abilities.unpackFile(windowId, ticket),
        )
      default:
        return assertNever(route)
    }
  }
}

function isHostRoute(route: string): route is HostRoute {
  return Object.hasOwn(hostRoutes, route)
}

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  answer: (input: z.output<Schema>) => Result<unknown> | Promise<Result<unknown>>,
): Result<unknown> | Promise<Result<unknown>> {
  const outcome = schema.safeParse(input)
  return outcome.success ? answer(outcome.data) : { ok: false, error: { code: 'INVALID_INPUT' } }
}
