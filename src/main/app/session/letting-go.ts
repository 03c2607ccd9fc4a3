import { keysRenewedEntry } from '#core/audit/epoch.ts'
import { DomainError } from '#core/kernel/errors.ts'
import { resetAccount } from '#core/people/commands/accounts.ts'
import type { CommandContext } from '#core/ports/context.ts'
import type { KeysRenewed } from '#shared/contract/approvals.ts'
import { tellChanges } from '../../dispatch/changes.ts'
import { reading, requireActor, transact, type Call } from '../../dispatch/route.ts'
import { endPersonSessions } from './end-person-sessions.ts'
import { requireVault } from './vault-access.ts'

/**
 * Lets somebody go by a decision of a second person: the decision, what is on record of it, and a new data key without
 * them are one step (ADR 31). Everybody is told that they wait a moment, and those who go are out at every window.
 */
export async function letGo<Result>(
  call: Call,
  leaver: string,
  decideOn: (context: CommandContext) => Promise<Result>,
): Promise<Readonly<{ result: Result; keysRenewed: KeysRenewed }>> {
  const { desk, emit } = call.services
  const board = await requireActor(call, 'approval.decide')
  const vault = requireVault(call)
  if (vault.withoutPair().people.includes(board.actor.personId)) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'SIGN_IN_AGAIN_FIRST' }])
  }
  // Somebody who was let go by an earlier program, and whose way in stayed, goes now as well.
  const active = await reading(board, async ({ repositories }) => await repositories.people.all())
  const gone = active.filter((person) => !person.active).map(({ id }) => id)
  const leaving = new Set([leaver, ...gone])
  const began = performance.now()
  emit({ type: 'event', event: { type: 'renewing-keys', running: true } })
  try {
    const { done, oneTime, sheetLost } = await desk.renewKeys(leaving, async (store, renewal) => {
      const done = await transact(call, 'approval.decide', store, async (context) => {
        const result = await decideOn(context)
        for (const { personId } of renewal.oneTime) await resetAccount(context, personId)
        context.audit(keysRenewedEntry(renewal.keys.epoch - 1, renewal.keys.epoch))
        return result
      })
      return { done, ...renewal }
    })
    const seconds = (performance.now() - began) / 1000
    for (const id of leaving) await endPersonSessions(call, id, 'disabled')
    for (const { personId } of oneTime) await endPersonSessions(call, personId, 'password-changed')
    await tellChanges(call.services, done.board, done.by, done.recorded)
    return { result: done.result, keysRenewed: { seconds, oneTime, sheetLost } }
  } finally {
    emit({ type: 'event', event: { type: 'renewing-keys', running: false } })
  }
}
