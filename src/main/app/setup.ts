import { DomainError, type Issue } from '#core/kernel/errors.ts'
import { foundAccount } from '#core/people/commands/accounts.ts'
import { initialSettings } from '#core/settings/commands/settings.ts'
import type { ParsedInputOf } from '#shared/contract/index.ts'
import { setupRoutes as routes } from '#shared/contract/setup.ts'
import { isSameRecoveryGroup, recoveryKeyGroups } from '../vault/recovery-key.ts'
import type { ShownRecoveryKey } from '../vault/pending-recovery-keys.ts'
import {
  unmanaged,
  inTransaction,
  requireActor,
  type Call,
  type HandlersOf,
} from '../dispatch/route.ts'
import { guess, ofOneself } from './session/guesses.ts'
import { whileLettingIn } from './session/start-session.ts'
import { passwordWords, requireGoodPassword, requireVault } from './session/vault-access.ts'

export const setupHandlers = {
  'setup.create': unmanaged(routes['setup.create'], setUp),
  'setup.renewRecoveryKey': unmanaged(routes['setup.renewRecoveryKey'], renewRecoveryKey),
  'setup.confirmRecoveryKey': unmanaged(routes['setup.confirmRecoveryKey'], confirmRecoveryKey),
} satisfies HandlersOf<typeof routes>

/** First run: keys, encrypted database, settings and the first chair, who is then signed in. */
async function setUp(call: Call, input: ParsedInputOf<'setup.create'>): Promise<ShownRecoveryKey> {
  const { desk, ids, clock, sessions, recoveryKeys } = call.services
  if (desk.state().name !== 'needs-setup') throw new DomainError('ALREADY_SET_UP')
  const { chair, organisation, sites } = input
  const { username, fullName, title, password } = chair
  requireGoodPassword(password, passwordWords(chair, { organisation, sites }), 'chair.password')

  const id = ids.next()
  return whileLettingIn(call, async () => {
    const created = await desk.create({ id, username, password })
    try {
      const { store } = await desk.unlock(created.keys, true)
      const now = clock.now()
      const actor = { personId: id, name: fullName }
      await desk.settle({ actor, at: now, ids, restoredFrom: null })
      await store.write(actor, now, async (repositories, audit) => {
        const person = { id, username, fullName, title, role: 'chair', version: 1 } as const
        await repositories.people.insert({ ...person, active: true, createdAt: now })
        await foundAccount({ repositories, clock: { now: () => now } }, id)
        await repositories.settings.save(initialSettings(organisation, sites, chair))
        audit({ action: 'board.setUp', entity: 'settings', entityId: 'settings' })
      })
    } catch (error) {
      await desk.abandonSetUp()
      throw error
    }
    sessions.start(call.windowId, { id, fullName })
    return recoveryKeys.show(call.windowId, created.recoveryKey)
  })
}

/** A fresh recovery key for a chair who proves who they are; the old one opens nothing from now on. */
async function renewRecoveryKey(
  call: Call,
  input: ParsedInputOf<'setup.renewRecoveryKey'>,
): Promise<ShownRecoveryKey> {
  const { recoveryKeys } = call.services
  const { actor, board } = await requireActor(call, 'board.administer')
  const vault = requireVault(call)
  const { username } = actor
  await guess(call, ofOneself(actor), () => vault.unlock({ username, password: input.password }))
  const key = await vault.replaceRecoveryKey(board.keys.dataKey)
  await inTransaction(call, 'board.administer', async (context) => {
    context.audit({ action: 'recovery.renewed', entity: 'settings', entityId: 'recovery' })
  })
  return recoveryKeys.show(call.windowId, key)
}

/** Proves that the shown key was written down: the asked groups, typed with the usual slips allowed. */
async function confirmRecoveryKey(
  call: Call,
  input: ParsedInputOf<'setup.confirmRecoveryKey'>,
): Promise<Readonly<{ confirmed: true }>> {
  const { recoveryKeys } = call.services
  const shown = recoveryKeys.of(call.windowId)
  if (shown === null) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'RECOVERY_KEY_NOT_SHOWN' }])
  }
  const groups = recoveryKeyGroups(shown.recoveryKey)
  const wrong = shown.askGroups.flatMap((asked, index): readonly Issue[] =>
    isSameRecoveryGroup(input.groups[index] ?? '', groups[asked - 1] ?? '')
      ? []
      : [{ path: `groups.${index}`, code: 'RECOVERY_GROUP_WRONG' }],
  )
  if (wrong.length > 0) throw new DomainError('INVALID_INPUT', wrong)
  await requireVault(call).confirmRecovery()
  await inTransaction(call, 'settings.manage', async (context) => {
    context.audit({ action: 'recovery.confirmed', entity: 'settings', entityId: 'recovery' })
  })
  recoveryKeys.forget(call.windowId)
  return { confirmed: true }
}
