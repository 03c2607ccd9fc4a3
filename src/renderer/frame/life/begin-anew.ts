import { call } from '../../api.ts'
import { electronShell } from '../../composables/in-electron.ts'

/**
 * Throws this page away and shows the place at `href` in another: of what the screens and their engine held of people,
 * nothing is left to whoever sits down next. In Electron the process of the page ends with it; in a browser that is the
 * browser's to decide.
 */
export async function beginAnew(href: string): Promise<void> {
  window.history.replaceState(null, '', href)
  if ((await electronShell()) === null) return window.location.reload()
  await call('host.newPage', {}).catch(() => window.location.reload())
}
