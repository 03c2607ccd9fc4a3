import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { programFiles as findProgramFiles, type ProgramFiles } from '#main/host/host-files.ts'

export * from '#main/host/host-files.ts'

/** As the real one, with the preload that was built beside the entry instead of the one in `out/`. */
export function programFiles(entryUrl: string): ProgramFiles {
  const preload = join(dirname(fileURLToPath(entryUrl)), '../preload/index.cjs')
  return { ...findProgramFiles(entryUrl), preload }
}
