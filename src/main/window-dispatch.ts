import type { z } from 'zod'

import type { Result } from '#shared/contract/envelope.ts'
import { hostRoutes } from '#shared/contract/host.ts'
import { isShellRoute } from '#shared/contract/updates.ts'

import type { CoreClient } from './core-client.ts'
import { readInput } from './wire-input.ts'

/** Answers one call of one window, whose input is the bytes it sent; they are wiped. Never rejects. */
export type WindowDispatch = (
  windowId: string,
  route: string,
  input: Uint8Array,
) => Promise<Result<unknown>>

export type HostRoute = keyof typeof hostRoutes

/** One host route with what answers it, its input still to be parsed. */
export type HostAbility = Readonly<{
  run(windowId: string, input: unknown): Promise<Result<unknown>>
}>

/** What a shell does by itself, besides passing calls on. Closed: a route without an answer does not compile. */
export type HostAbilities = Readonly<Record<HostRoute, HostAbility>>

/** Binds a host route to what answers it; input that is not the route's is refused before. */
export function ability<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Readonly<{ input: Input; output: Output }>,
  answer: (
    input: z.output<Input>,
    windowId: string,
  ) => Promise<Result<z.output<Output>>> | Result<z.output<Output>>,
): HostAbility {
  return {
    async run(windowId, input) {
      const parsed = definition.input.safeParse(input)
      if (!parsed.success) return { ok: false, error: { code: 'INVALID_INPUT' } }
      return answer(parsed.data, windowId)
    },
  }
}

/** Answers the host routes in the shell and gives every other name to the core, known or not; but not what only the shell may ask. */
export function createWindowDispatch(
  core: Pick<CoreClient, 'request'>,
  abilities: HostAbilities,
): WindowDispatch {
  return async (windowId, route, bytes) => {
    if (isShellRoute(route)) return { ok: false, error: { code: 'UNKNOWN_ROUTE' } }
    if (!isHostRoute(route)) return core.request(windowId, route, bytes)
    const input = readInput(bytes)
    return input.ok ? abilities[route].run(windowId, input.data) : input
  }
}

function isHostRoute(route: string): route is HostRoute {
  return Object.hasOwn(hostRoutes, route)
}
