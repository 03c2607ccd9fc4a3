import type { Session } from 'electron'

import { requestAllowed, restrictSession as restrict } from '#main/electron/permissions.ts'

import { developmentVariable, WINDOW_ORIGIN_VARIABLE } from '../variables.ts'

export * from '#main/electron/permissions.ts'

/** As the real one, and one more address the page may reach: the socket over which Vite tells of changes. */
export function restrictSession(session: Session, packaged: boolean): void {
  if (packaged) throw new Error('A packaged program is not developed.')
  const socket = new URL(developmentVariable(WINDOW_ORIGIN_VARIABLE))
  socket.protocol = 'ws:'
  restrict(session, packaged)
  // A session has one listener of this kind: this one takes the place of the strict one.
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const asked = URL.parse(url)
    const isSocket = asked?.protocol === socket.protocol && asked.host === socket.host
    answer({ cancel: !isSocket && !requestAllowed(url, packaged) })
  })
}
