import type { SignOutReason } from '#shared/protocol/events.ts'
import { endSession } from '../../dispatch/end-session.ts'
import type { Call } from '../../dispatch/route.ts'

/** Ends somebody's sessions at every window but this one, if it is theirs and `keepThis`, and tells each why. */
export async function endPersonSessions(
  call: Call,
  personId: string,
  reason: SignOutReason,
  keepThis = false,
): Promise<void> {
  const { services } = call
  for (const { windowId } of services.sessions.ofPerson(personId)) {
    if (keepThis && windowId === call.windowId) continue
    await endSession({ services, windowId }, reason)
  }
}
