import type { AppEvent } from '#shared/protocol/events.ts'
import { endSession } from '../../dispatch/end-session.ts'
import type { Call } from '../../dispatch/route.ts'
import { requireVault } from './vault-access.ts'

type Reason = Extract<AppEvent, { type: 'signed-out' }>['reason']

/** Takes the way in from somebody who has left, at once and at every window. */
export async function shutPersonOut(call: Call, personId: string): Promise<void> {
  const vault = requireVault(call)
  if (vault.people().some((each) => each.id === personId)) await vault.removePerson(personId)
  await endPersonSessions(call, personId, 'disabled')
}

/** Ends somebody's sessions at every window but this one, if it is theirs and `keepThis`, and tells each why. */
export async function endPersonSessions(
  call: Call,
  personId: string,
  reason: Reason,
  keepThis = false,
): Promise<void> {
  const { services } = call
  for (const { windowId } of services.sessions.ofPerson(personId)) {
    if (keepThis && windowId === call.windowId) continue
    await endSession({ services, windowId })
    services.emit({ type: 'event', windowId, event: { type: 'signed-out', reason } })
  }
}
