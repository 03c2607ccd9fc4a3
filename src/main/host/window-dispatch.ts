import { randomUUID } from 'node:crypto'

import type { z } from 'zod'

import { MAX_REQUEST_BYTES, type Result } from '#shared/protocol/envelope.ts'
import { hostRoutes } from '#shared/contract/host.ts'
import { isShellRoute } from '#shared/contract/updates.ts'

import type { CoreClient } from './core-client.ts'
import { framesOf } from '../common/frames.ts'
import type { ProgramLog } from './log/program-log.ts'
import { readInput } from '../common/wire-input.ts'

/** Answers one call of one window, whose input is the bytes it sent; they are wiped. Never rejects. */
export type WindowDispatch = (
  windowId: string,
  route: string,
  input: Uint8Array,
) => Promise<Result<unknown>>

const MAX_ROUTE_LENGTH = 100

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

/**
 * Answers the host routes in the shell and gives every other name to the core, known or not; but not what only the
 * shell may ask. What a shell fails at unexpectedly is answered `INTERNAL`, under a correlation id by which it stands
 * in the log.
 */
export function createWindowDispatch(
  core: Pick<CoreClient, 'request'>,
  abilities: HostAbilities,
  log?: Pick<ProgramLog, 'write'>,
): WindowDispatch {
  return async (windowId, route, bytes) => {
    // What no core need see, or keep in its answers: the longest name of a route has a third as many letters.
    if (route.length > MAX_ROUTE_LENGTH) return { ok: false, error: { code: 'UNKNOWN_ROUTE' } }
    if (bytes.byteLength > MAX_REQUEST_BYTES) return { ok: false, error: { code: 'TOO_LARGE' } }
    if (isShellRoute(route)) return { ok: false, error: { code: 'UNKNOWN_ROUTE' } }
    if (!isHostRoute(route)) return core.request(windowId, route, bytes)
    const input = readInput(bytes)
    if (!input.ok) return input
    try {
      return await abilities[route].run(windowId, input.data)
    } catch (error) {
      const correlationId = randomUUID()
      const code = error instanceof Error ? error.name : 'unknown'
      log?.write({ event: 'unexpected', correlationId, route, code, frames: framesOf(error) })
      return { ok: false, error: { code: 'INTERNAL', correlationId } }
    }
  }
}

function isHostRoute(route: string): route is HostRoute {
  return Object.hasOwn(hostRoutes, route)
}
