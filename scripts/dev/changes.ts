/** What has to begin anew. A host that begins anew takes its core with it. */
export type Restart = 'core' | 'host'

/** Folders a host is made of, alone or, as `common`, together with the core. */
const HOST_FOLDERS = /^src\/(?:main\/(?:host|electron|browser|common)|preload)\//

/**
 * What has to begin anew when this file changes; `path` is relative to the project, with `/`. Null for the window:
 * Vite changes it in place.
 */
export function restartFor(path: string): Restart | null {
  if (HOST_FOLDERS.test(path)) return 'host'
  // Directly in src/main lie the entries, and what both processes need.
  if (/^src\/main\/[^/]+$/.test(path)) return 'host'
  return /^(?:src\/(?:main|core|shared)|resources)\//.test(path) ? 'core' : null
}

const PAUSE_MS = 100

/**
 * Gathers changes that come together, as an editor's "save all" or a `git checkout` makes them, and acts once, one
 * act after another. The greater restart wins.
 */
export function gatherRestarts(
  act: (restart: Restart) => Promise<void>,
  pauseMs: number = PAUSE_MS,
): (path: string) => void {
  let wanted: Restart | null = null
  let timer: NodeJS.Timeout | undefined
  let acting = Promise.resolve()
  return (path) => {
    const restart = restartFor(path)
    if (restart === null) return
    wanted = wanted === 'host' ? 'host' : restart
    clearTimeout(timer)
    timer = setTimeout(() => {
      acting = acting.then(async () => {
        const next = wanted
        wanted = null
        if (next !== null) await act(next)
      })
    }, pauseMs)
  }
}
