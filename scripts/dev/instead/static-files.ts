import type { StaticFiles } from '#main/host/static-files.ts'

export * from '#main/host/static-files.ts'

/** None: Vite serves the window, and there may be no built one. */
export function listStaticFiles(): StaticFiles {
  return new Map()
}
