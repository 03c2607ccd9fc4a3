import { randomUUID } from 'node:crypto'

import { DomainError } from '#core/kernel/errors.ts'
import type { Result, WireError } from '#shared/protocol/envelope.ts'
import { framesOf } from '../common/frames.ts'
import { takeCommandId } from '#shared/protocol/command-id.ts'
import type { BoundRoute, Call } from './route.ts'
import { alteredFile, foundAltered, noteAltered } from './altered-file.ts'
import { endSession } from './end-session.ts'

/** Every route of the core with its handler (`app/handlers.ts`); the composition hands it over. */
export type RouteTable = Readonly<Record<string, BoundRoute>>

/**
 * Answers one request: looks the route up by own key, lets it parse, authorise and run, and turns every
 * failure into a code the window can explain. An unexpected failure becomes `INTERNAL` with a
 * correlation id; what is logged about it names places in the program, never anybody's data.
 */
export async function dispatch(
  table: RouteTable,
  call: Call,
  route: string,
  raw: unknown,
): Promise<Result<unknown>> {
  const bound = lookUp(table, route)
  if (bound === null) return { ok: false, error: { code: 'UNKNOWN_ROUTE' } }
  // A window asks much by itself, for hours; only somebody who is there acts, or is told of by `session.present`.
  if (bound.definition.kind === 'command') {
    call.services.sessions.touch(call.windowId)
  }
  const asking = call.services.sessions.of(call.windowId)?.personId
  try {
    if (bound.definition.kind !== 'command') return { ok: true, data: await bound.run(call, raw) }
    const { commandId, undoes, input } = takeCommandId(raw)
    const { again = null, takesBack = [] } = bound
    const sent = commandId === null ? null : { id: commandId, route, again, undoes, takesBack }
    return { ok: true, data: await bound.run({ ...call, sent }, input) }
  } catch (error) {
    return { ok: false, error: await refusal({ ...call, asking }, route, error, raw) }
  }
}

/**
 * Puts a refusal on record where it belongs there, with the file that turned out to be altered, and says what may be told
 * of it, for files as for routes.
 */
export async function refusal(
  call: Call & Readonly<{ asking?: string | undefined }>,
  route: string,
  error: unknown,
  input: unknown = null,
): Promise<WireError> {
  await afterRefusal(call, route, error, input)
  return wireError(call, route, error)
}

function wireError(call: Call, route: string, error: unknown): WireError {
  // A database in a state nobody foresaw is as unexpected as a fault of ours.
  if (error instanceof DomainError && error.code !== 'INTERNAL') {
    return error.issues.length > 0
      ? { code: error.code, issues: error.issues }
      : { code: error.code }
  }
  const correlationId = randomUUID()
  call.services.logger.write({
    event: 'unexpected',
    correlationId,
    route,
    code: kindOf(error),
    stack: framesOf(error),
  })
  return { code: 'INTERNAL', correlationId }
}

/** The engine's own code where there is one, else the class of the error; never its message. */
function kindOf(error: unknown): string {
  if (error instanceof DomainError) return error.issues[0]?.code ?? error.code
  return error instanceof Error ? error.name : 'unknown'
}

function lookUp(table: RouteTable, route: string): BoundRoute | null {
  return Object.hasOwn(table, route) ? (table[route] ?? null) : null
}

/** A refusal is on record; somebody who may no longer be here is shown the door. */
async function afterRefusal(
  call: Call & Readonly<{ asking?: string | undefined }>,
  route: string,
  error: unknown,
  input: unknown,
): Promise<void> {
  if (!(error instanceof DomainError)) return
  const { desk, sessions, clock, emit } = call.services
  const session = sessions.of(call.windowId)
  const board = desk.board()
  if (session === null || board === null) return
  if (error.code === 'FORBIDDEN' || error.code === 'SECOND_PERSON_REQUIRED') {
    const who = { personId: session.personId, name: session.fullName }
    await board.store
      .write(who, clock.now(), async (_repositories, audit) => {
        audit({ action: 'refused', entity: 'route', entityId: route })
      })
      .catch(() => undefined)
  }
  const found = foundAltered(error.code)
  if (found !== null) {
    const who = { personId: session.personId, name: session.fullName }
    await board.store
      .write(who, clock.now(), async (repositories, audit) => {
        audit(await alteredFile(found, repositories, route, input))
      })
      .catch(() => undefined)
    noteAltered(board)
    emit({ type: 'event', event: { type: 'warnings' } })
  }
  // Not somebody else, who signed in at this window while it was asked.
  const isAnother = call.asking !== undefined && call.asking !== session.personId
  if (error.code === 'UNAUTHENTICATED' && !isAnother) await endSession(call)
}
