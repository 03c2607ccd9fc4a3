import type { BrowserWindow, PowerMonitor } from 'electron'

import { assertNever } from '#core/kernel/errors.ts'

/** What the system says about the person and the machine, by Electron's names. */
export type SystemEvent =
  | 'lock-screen'
  | 'suspend'
  | 'user-did-resign-active'
  | 'shutdown'
  | 'query-session-end'
  | 'session-end'

export type SystemAnswer = 'nothing' | 'sign-out' | 'end-quickly'

/**
 * What follows from an event. Windows first asks whether the session may end: somebody else may still say no, so
 * that signs out and closes the database and only the end itself ends the program; `will-quit` never comes there.
 * On macOS and Linux `shutdown` is the only word; nobody is asked to wait for us.
 */
export function answerTo(event: SystemEvent, platform: NodeJS.Platform): SystemAnswer {
  switch (event) {
    case 'lock-screen':
    case 'suspend':
      return 'sign-out'
    // Somebody else has come to the same Mac; the screen of the first is not locked by it.
    case 'user-did-resign-active':
      return platform === 'darwin' ? 'sign-out' : 'nothing'
    case 'shutdown':
      return platform === 'win32' ? 'nothing' : 'end-quickly'
    case 'query-session-end':
      return platform === 'win32' ? 'sign-out' : 'nothing'
    case 'session-end':
      return platform === 'win32' ? 'end-quickly' : 'nothing'
    default:
      return assertNever(event)
  }
}

export type SystemActs = Readonly<{
  signOut: () => void
  endQuickly: () => void
}>

/** Does what an event asks for on this system. */
export function actOnSystem(
  platform: NodeJS.Platform,
  { signOut, endQuickly }: SystemActs,
): (event: SystemEvent) => void {
  return (event) => {
    const answer = answerTo(event, platform)
    switch (answer) {
      case 'nothing':
        return
      case 'sign-out':
        return signOut()
      case 'end-quickly':
        return endQuickly()
      default:
        return assertNever(answer)
    }
  }
}

/** Listens to the machine. No event is prevented: whoever logs off is never held up by us. */
export function watchMachine(
  power: Pick<PowerMonitor, 'on'>,
  hear: (event: SystemEvent) => void,
): void {
  power.on('lock-screen', () => hear('lock-screen'))
  power.on('suspend', () => hear('suspend'))
  power.on('user-did-resign-active', () => hear('user-did-resign-active'))
  power.on('shutdown', () => hear('shutdown'))
}

/** Listens to what Windows tells only to a window. Nothing is prevented here either. */
export function watchSession(window: BrowserWindow, hear: (event: SystemEvent) => void): void {
  window.on('query-session-end', () => hear('query-session-end'))
  window.on('session-end', () => hear('session-end'))
}
