import { recoverAccount } from '#core/people/commands/accounts.ts'
import { forgetFactor } from '#core/people/commands/second-factor.ts'
import type { VaultKeys } from '../../vault/data-key.ts'
import type { Call } from '../../dispatch/route.ts'
import { endPersonSessions } from './end-person-sessions.ts'
import type { Entering } from './start-session.ts'
import { passwordWords, requireGoodPassword, requireVault } from './vault-access.ts'

/**
 * What becomes true as somebody comes in by the recovery key, whatever it opened: the account is marked until two others
 * have confirmed it, the windows it had end, and from then on the new password opens it, without the second step it had.
 */
export function recovering(
  call: Call,
  of: Readonly<{ personId: string; keys: VaultKeys; password: string }>,
): Entering {
  return {
    action: 'session.recovered',
    async write(repositories, at, person, audit) {
      const words = passwordWords(person, await repositories.settings.load())
      requireGoodPassword(of.password, words, 'newPassword')
      await recoverAccount({ repositories, clock: { now: () => at } }, of.personId)
      await forgetFactor({ repositories, audit }, of.personId)
    },
    async then() {
      await endPersonSessions(call, of.personId, 'password-changed')
      await requireVault(call).setPassword(of.personId, of.password, of.keys.dataKey)
    },
  }
}
