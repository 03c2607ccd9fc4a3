import type { WebContents } from 'electron'

import { isAppUrl } from './app-origin.ts'

type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>

/** Whether the page may be replaced by this one: a reload of our own, never a file and never another site. */
export function navigationAllowed(address: string): boolean {
  return isAppUrl(address) && !new URL(address).pathname.startsWith('/files/')
}

/** Keeps a page where it is: no foreign address, no redirect, no new window, no embedded page. */
export function guardNavigation(contents: GuardedContents): void {
  contents.on('will-navigate', (event) => {
    if (!navigationAllowed(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
