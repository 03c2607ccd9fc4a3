import type { StaticFiles } from '#main/static-files.ts'

export * from '#main/static-files.ts'

/** None: Vite serves the window, and there may be no built one. */
export function listStaticFiles(): StaticFiles {
  return new Map()
}
