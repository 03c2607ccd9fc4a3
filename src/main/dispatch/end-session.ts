import type { SignOutReason } from '#shared/protocol/events.ts'
import type { Call } from './route.ts'

/**
 * Ends a window's session; when it was the last, the board is locked and its keys are forgotten. A window put out
 * hears why, before any call of it under way can be refused for want of a session and say less.
 */
export async function endSession(call: Call, reason?: SignOutReason): Promise<void> {
  const { services, windowId } = call
  services.sessions.end(windowId)
  if (reason !== undefined) tell(call, reason)
  services.tickets.forget(windowId)
  services.jobs.forget(windowId)
  services.looks.forget(windowId)
  services.recoveryKeys.forget(windowId)
  services.pendingFactors.delete(windowId)
  if (services.sessions.isEmpty()) await services.desk.lock()
}

/**
 * Ends a session its person did not end by a press: the window was closed or locked itself, nobody sits at the
 * machine. On record as a sign-out; a record that cannot be written keeps nobody signed in.
 */
export async function endSessionOnRecord(call: Call, reason?: SignOutReason): Promise<void> {
  const { desk, sessions, clock } = call.services
  const board = desk.board()
  // Ended before it is written down, so that two who notice at once write it once.
  const session = sessions.end(call.windowId)
  if (reason !== undefined) tell(call, reason)
  if (board !== null && session !== null) {
    const { personId, fullName } = session
    await board.store
      .write({ personId, name: fullName }, clock.now(), async (_repositories, audit) => {
        audit({ action: 'session.signedOut', entity: 'person', entityId: personId })
      })
      .catch(() => undefined)
  }
  await endSession(call)
}

function tell({ services, windowId }: Call, reason: SignOutReason): void {
  services.emit({ type: 'event', windowId, event: { type: 'signed-out', reason } })
}
