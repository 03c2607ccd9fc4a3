import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const SOURCES = join(ROOT, 'src')
const INSTEAD = join(import.meta.dirname, 'instead')

/**
 * The modules of the program that are another while it is developed, by their path under `src/`, with what
 * `instead/` has for them. The program itself has no switch for development, so no build can have one turned on.
 */
const REPLACED: Readonly<Record<string, string>> = {
  'main/core-process.ts': 'core-process.ts',
  'main/host/host-files.ts': 'host-files.ts',
  'main/host/restart-policy.ts': 'restart-policy.ts',
  'main/host/static-files.ts': 'static-files.ts',
  'main/electron/permissions.ts': 'electron-permissions.ts',
  'main/electron/protocol.ts': 'electron-protocol.ts',
}

/** The paths of all modules that are replaced, absolute. */
export const REPLACED_PATHS: readonly string[] = Object.keys(REPLACED).map((path) =>
  join(SOURCES, path),
)

/**
 * The module to take instead of the one at `path`, or `undefined` to take that one. What `importer` in
 * `instead/` asks for is always the real one. Paths are absolute.
 */
export function replacementOf(path: string, importer: string | undefined): string | undefined {
  if (importer !== undefined && resolve(importer, '..') === INSTEAD) return undefined
  const name = Object.entries(REPLACED).find(([real]) => join(SOURCES, real) === path)?.[1]
  return name === undefined ? undefined : join(INSTEAD, name)
}
