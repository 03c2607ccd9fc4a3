import { endSession } from '../../dispatch/end-session.ts'
import type { Call } from '../../dispatch/route.ts'
import { requireVault } from './vault-access.ts'

/** Takes the way in from somebody who has left, at once and at every window. */
export async function endPersonSessions(call: Call, personId: string): Promise<void> {
  const { services } = call
  const vault = requireVault(call)
  if (vault.people().some((each) => each.id === personId)) await vault.removePerson(personId)
  for (const { windowId } of services.sessions.ofPerson(personId)) {
    await endSession({ services, windowId })
    services.emit({ type: 'event', windowId, event: { type: 'signed-out', reason: 'disabled' } })
  }
}
