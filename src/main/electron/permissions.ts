import type { Session } from 'electron'

import { isAppUrl } from './app-origin.ts'

/** All the window ever needs from the computer: to copy a code or a number, and to recall a time limit to mind. */
const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set([
  'clipboard-sanitized-write',
  'notifications',
])

/** Schemes a page of ours may load from: itself, and bytes it already holds. */
const LOCAL_SCHEMES: ReadonlySet<string> = new Set(['blob:', 'data:'])

/** Whether a page may have a permission. Electron grants all of them unless told otherwise. */
export function permissionAllowed(permission: string, requestingUrl: string): boolean {
  return ALLOWED_PERMISSIONS.has(permission) && isAppUrl(requestingUrl)
}

/** Whether a request may leave the page. The network is never where one may go. */
export function requestAllowed(address: string, packaged: boolean): boolean {
  const protocol = URL.parse(address)?.protocol ?? ''
  if (LOCAL_SCHEMES.has(protocol) || isAppUrl(address)) return true
  return !packaged && protocol === 'devtools:'
}

/** Denies the session all permissions but one, all devices, all downloads and all of the network. */
export function restrictSession(session: Session, packaged: boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(permissionAllowed(permission, details.requestingUrl))
  })
  // A worker has no document, so no address: its origin says whose it is.
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    permissionAllowed(permission, details.requestingUrl ?? origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !requestAllowed(details.url, packaged) })
  })
  // Files leave through the save dialog alone, where their bytes were checked.
  session.on('will-download', (event) => event.preventDefault())
}
