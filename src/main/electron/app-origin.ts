/** The window is served under a scheme of its own: pages on file:// could read every file. */
export const APP_SCHEME = 'app'
const APP_HOST = 'hoi-am'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`
export const APP_START_URL = `${APP_ORIGIN}/`

/** Whether an address is inside our own window. Anything that only looks like it is not. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  )
}

/** The address if it is inside our own window, else where that begins. */
export function ownAddress(address: string): string {
  return isAppUrl(address) ? address : APP_START_URL
}
