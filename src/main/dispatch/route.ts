import type { z } from 'zod'

import type { Actor, CommandContext, QueryContext } from '#core/ports/context.ts'
import { DomainError } from '#core/kernel/errors.ts'
import type { AuditEntry } from '#core/audit/model.ts'
import {
  awaitsConfirmation,
  membersOf,
  type AccountCause,
  type Member,
} from '#core/people/account.ts'
import type { Instant } from '#core/kernel/calendar.ts'
import { asksForProof } from '#core/people/fresh-proof.ts'
import { can, isAction } from '#core/people/permissions.ts'
import {
  isActOfSecondPerson,
  mayApprove,
  requireMayApprove,
  type ApprovingWord,
} from '#core/people/second-person.ts'
import type { Repositories } from '#core/ports/repositories.ts'
import type { Access, RouteDefinition } from '#shared/protocol/define.ts'
import { issuesOf } from '#shared/protocol/issues.ts'
import { tellChanges } from './changes.ts'
import { answerOf, keepDone, type Again, type Sent } from './once.ts'
import type { Store } from '../db/store.ts'
import type { Board } from '../workspace/unlocked-board.ts'
import type { Services } from './services.ts'
import type { Session } from './sessions.ts'

/** Who calls from where; `sent`: the command as its window sent it, where one sent twice is done once. */
export type Call = Readonly<{ services: Services; windowId: string; sent?: Sent | null }>

/** What every handler signed in can reach besides the core's own context. */
export type BoardCall = Call & Readonly<{ board: Board; actor: Actor }>

/** A route with its handler, its input still to be parsed. The only thing the dispatcher knows. */
export type BoundRoute = Readonly<{
  definition: RouteDefinition
  run(call: Call, input: unknown): Promise<unknown>
  /** How the answer of a command that was done is read anew when it is sent again. */
  again?: Again | null
  /** The commands that this one may take back just after they were done. */
  takesBack?: readonly string[]
}>

/** The handlers of one feature's routes in the contract: every one of them, and nothing else. */
export type HandlersOf<Routes> = Readonly<Record<keyof Routes, BoundRoute>>

type Definition<
  Kind extends RouteDefinition['kind'],
  Input extends z.ZodType,
  Output extends z.ZodType,
> = Readonly<{ kind: Kind; access: Access; input: Input; output: Output }>

/** Reads in one consistent view. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<'query', Input, Output>,
  handle: (
    context: QueryContext,
    input: z.output<Input>,
    call: BoardCall,
  ) => Promise<z.output<Output>>,
): BoundRoute {
  return {
    definition,
    async run(call, raw) {
      const input = parse(definition.input, raw)
      const board = requireBoard(call)
      const personId = personIdOf(call)
      return board.store.readAs(personId, async (repositories) => {
        const { actor } = await actorOf(call, personId, repositories, definition.access)
        requireProof(call, definition.access)
        const { clock, sha256 } = call.services
        return handle({ actor, clock, sha256, repositories }, input, { ...call, board, actor })
      })
    },
  }
}

/**
 * Runs in one transaction behind the gate. A command that leaves no audit event is a fault in the
 * program and is rolled back: nothing happens here without a trace. One that its window sent before is not run again.
 * `afterwards`: what follows once that is durable, in transactions of its own, and the answer that says so.
 */
export function command<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<'command', Input, Output>,
  handle: (
    context: CommandContext,
    input: z.output<Input>,
    call: BoardCall,
  ) => Promise<z.output<Output>>,
  afterwards: (call: Call, answer: z.output<Output>) => Promise<z.output<Output>> = (_, answer) =>
    Promise.resolve(answer),
): BoundRoute {
  return {
    definition,
    async run(call, raw) {
      const input = parse(definition.input, raw)
      const { sent = null } = call
      const run = async () => {
        const done = await inTransaction(call, definition.access, async (context, inner) => {
          requireProof(call, definition.access)
          const answer = await handle(context, input, inner)
          if (sent !== null) await keepDone(inner.board, context, sent, answer)
          return answer
        })
        return afterwards(call, done)
      }
      if (sent === null) return run()
      const first = () => firstAnswer(call, definition.access, sent)
      return (
        (await first()) ??
        run().catch(async (failure: unknown) => {
          // The same sent twice at one moment: what lost that race is the second.
          const answer = failure instanceof DomainError ? await first() : undefined
          if (answer === undefined) throw failure
          return answer
        })
      )
    },
  }
}

/** What a command answered when it was sent before. Nearly every one comes once, so that is asked of one table alone. */
async function firstAnswer(call: Call, access: Access, sent: Sent): Promise<unknown> {
  const { store } = requireBoard(call)
  const done = await store.readAs(personIdOf(call), ({ doneCommands }) =>
    doneCommands.find(sent.id),
  )
  if (done === null) return undefined
  return reading(await requireActor(call, access), (context) => answerOf(context, sent, done))
}

/** Manages its own transactions: sign-in, set-up, files, and what also touches the vault. */
export function unmanaged<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<'unmanaged', Input, Output>,
  handle: (call: Call, input: z.output<Input>) => Promise<z.output<Output>>,
): BoundRoute {
  return {
    definition,
    async run(call, raw) {
      const input = parse(definition.input, raw)
      if (definition.access !== 'public') await requireActor(call, definition.access)
      requireProof(call, definition.access)
      return handle(call, input)
    },
  }
}

/** One transaction of the signed-in person, for `unmanaged` routes as for commands. */
export async function inTransaction<Result>(
  call: Call,
  access: Access,
  work: (context: CommandContext, call: BoardCall) => Promise<Result>,
): Promise<Result> {
  const { board, result, ...told } = await transact(call, access, requireBoard(call).store, work)
  await tellChanges(call.services, board, told.by, told.recorded)
  return result
}

/** What a transaction did, before the other windows are told. */
export type Transacted<Result> = Readonly<{
  result: Result
  board: Board
  by: string
  recorded: readonly AuditEntry[]
}>

/** The same in a database that is to take the place of the board's: nobody is told before it has. */
export async function transact<Result>(
  call: Call,
  access: Access,
  store: Store,
  work: (context: CommandContext, call: BoardCall) => Promise<Result>,
): Promise<Transacted<Result>> {
  const { clock, ids, sha256, sessions, undoing } = call.services
  const { sent = null } = call
  const undoes = sent?.undoes ?? null
  const board = requireBoard(call)
  const session = sessions.of(call.windowId)
  if (session === null) throw new DomainError('UNAUTHENTICATED')
  const at = clock.now()
  const who = { personId: session.personId, name: session.fullName }
  let recorded: readonly AuditEntry[] = []
  const result = await store.write(who, at, async (repositories, audit) => {
    const { actor: caller, unconfirmed } = await actorOf(call, who.personId, repositories, access)
    const word = await wordOf(caller, repositories, access, at)
    const actor: Actor = { ...caller, word }
    const { personId } = who
    if (undoes !== null) undoing.require({ undoes, personId, takesBack: sent?.takesBack ?? [] })
    // Begun anew here, because a transaction that lost a race is run again.
    const entries: AuditEntry[] = []
    const context: CommandContext = {
      actor,
      // One moment for the whole act: what it writes and what is recorded about it agree.
      clock: { now: () => at },
      ids,
      sha256,
      repositories,
      audit(entry) {
        entries.push(entry)
        audit(undoEntry(markedEntry(entry, unconfirmed), undoes))
      },
    }
    const answer = await work(context, { ...call, board, actor })
    if (entries.length === 0) throw new Error('a command left no audit event')
    recorded = entries
    return answer
  })
  const { route = '' } = sent ?? {}
  undoing.note({ commandId: sent?.id ?? null, personId: who.personId, route, recorded })
  return { result, board, by: who.personId, recorded }
}

/** The person at this window, as they are now. Raises `UNAUTHENTICATED` or `FORBIDDEN`. */
export async function requireActor(call: Call, access: Access): Promise<BoardCall> {
  const board = requireBoard(call)
  const personId = personIdOf(call)
  const { actor } = await board.store.readAs(personId, (repositories) =>
    actorOf(call, personId, repositories, access),
  )
  return { ...call, board, actor }
}

/** Reads in the name of whoever calls, for a route that then works on without holding the store. */
export function reading<Result>(
  { board, actor, services: { clock, sha256 } }: BoardCall,
  work: (context: QueryContext) => Promise<Result>,
): Promise<Result> {
  return board.store.readAs(actor.personId, (repositories) =>
    work({ actor, clock, sha256, repositories }),
  )
}

function personIdOf(call: Call): string {
  const session = call.services.sessions.of(call.windowId)
  if (session === null) throw new DomainError('UNAUTHENTICATED')
  return session.personId
}

/** Who calls, and what put the account in their hands where nobody has vouched for it yet. */
type Caller = Readonly<{ actor: Actor; unconfirmed: AccountCause | null }>

/** `asking`: whoever asked, in whose sight is read and whom the journal will name; somebody else may sit there by now. */
async function actorOf(
  call: Call,
  asking: string,
  repositories: Repositories,
  access: Access,
): Promise<Caller> {
  const session = call.services.sessions.of(call.windowId)
  if (session?.personId !== asking) throw new DomainError('UNAUTHENTICATED')
  const person = await repositories.people.find(session.personId)
  if (person === null || !person.active) throw new DomainError('UNAUTHENTICATED')
  const { id, username, fullName, role } = person
  const stored = await repositories.accounts.find(id)
  const [member] = membersOf([person], stored === null ? [] : [stored])
  if (member === undefined) throw new DomainError('UNAUTHENTICATED')
  requireWay(access, session, member)
  if (isAction(access) && !can(role, access)) {
    throw new DomainError('FORBIDDEN', [{ path: '', code: 'ROLE_NOT_ALLOWED', params: { role } }])
  }
  return {
    actor: {
      personId: id,
      username,
      fullName,
      role,
      shut: repositories.conflicts.shut(),
      coversInvestigators: repositories.settings.coversInvestigators(),
      revealed: session.revealed,
      word: null,
    },
    unconfirmed: awaitsConfirmation(member) ? member.account.cause : null,
  }
}

/** How far somebody must have come in for each access that no role guards; everything else asks for the whole way. */
const WAYS: Partial<Readonly<Record<Access, number>>> = {
  ...{ public: 0, half: 0, 'one-time': 1, 'own-password': 2, 'own-account': 2 },
}

/** Raises what must come first: the code, a password of their own, the second step the board demands. */
function requireWay(access: Access, { lacks }: Session, { account }: Member): void {
  const asked = WAYS[access] ?? 3
  if (asked > 0 && lacks === 'code') throw new DomainError('CODE_REQUIRED')
  if (asked > 1 && !account.ownPassword) throw new DomainError('OWN_PASSWORD_REQUIRED')
  if (asked > 2 && lacks === 'factor') throw new DomainError('SECOND_STEP_REQUIRED')
}

/**
 * Asked once, as a route begins and after its role was: what takes long is not broken off in the middle. Raises
 * `PROOF_REQUIRED`, and nothing is done.
 */
function requireProof({ services, windowId }: Call, access: Access): void {
  const asks = isAction(access) ? asksForProof(access) : access === 'own-account'
  if (asks && !services.sessions.isProven(windowId)) throw new DomainError('PROOF_REQUIRED')
}

/** The word of a second person, asked for by the access of the act itself. Raises `SECOND_PERSON_REQUIRED`. */
async function wordOf(
  { personId }: Actor,
  repositories: Repositories,
  access: Access,
  at: Instant,
): Promise<ApprovingWord | null> {
  if (!isAction(access) || !isActOfSecondPerson(access)) return null
  // Held until the act is done: an account that is reset meanwhile is reset before or after it, never in between.
  const accounts = await repositories.accounts.lockAll()
  const members = membersOf(await repositories.people.all(), accounts)
  const own = members.find(({ person }) => person.id === personId)
  if (own === undefined) throw new DomainError('UNAUTHENTICATED')
  return requireMayApprove(mayApprove(own, members, at))
}

/** What somebody does by an account that nobody has vouched for carries that in the journal. */
export function markedEntry(entry: AuditEntry, unconfirmed: AccountCause | null): AuditEntry {
  if (unconfirmed === null) return entry
  const mark = { field: 'unconfirmedAccount', from: null, to: unconfirmed }
  return { ...entry, changes: [...(entry.changes ?? []), mark] }
}

/** What was done to take back what somebody had just done says so in the journal. */
function undoEntry(entry: AuditEntry, undoes: string | null): AuditEntry {
  if (undoes === null) return entry
  const mark = { field: 'takenBack', from: null, to: true }
  return { ...entry, changes: [...(entry.changes ?? []), mark] }
}

export function requireBoard(call: Call): Board {
  const { desk, sessions } = call.services
  const board = desk.board()
  if (board === null || sessions.of(call.windowId) === null) {
    throw new DomainError('UNAUTHENTICATED')
  }
  return board
}

function parse<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new DomainError('INVALID_INPUT', issuesOf(parsed.error))
}
