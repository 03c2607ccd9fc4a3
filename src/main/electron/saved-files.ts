import { existsSync } from 'node:fs'

/** What each window saved last: one path, kept here, for the window never learns where files lie. */
export type SavedFiles = Readonly<{
  remember: (windowId: string, path: string) => void
  /** Shows it among its neighbours; false when this window saved nothing, or it is not there any more. */
  show: (windowId: string) => boolean
}>

/** `reveal` opens the system's own file manager on a path. */
export function createSavedFiles(reveal: (path: string) => void): SavedFiles {
  let last: Readonly<{ windowId: string; path: string }> | null = null
  return {
    remember(windowId, path) {
      last = { windowId, path }
    },
    show(windowId) {
      if (last === null || last.windowId !== windowId || !existsSync(last.path)) return false
      reveal(last.path)
      return true
    },
  }
}
