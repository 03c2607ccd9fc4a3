import { writeFileSync } from 'node:fs'

import { DATABASE_URL_VARIABLE } from './core-config.ts'

/** Nobody but the owner reads what this process writes, a database and what SQLite keeps beside it too. */
const OWNER_ONLY_MASK = 0o077

/** Which memory goes into a core dump, as a mask of kinds; see proc_pid_coredump_filter(5). Children inherit it. */
const COREDUMP_FILTER = '/proc/self/coredump_filter'

/**
 * What every process of the program does before anything else. Passwords and cases are in its memory: on Linux a core
 * dump of it holds no memory (Node cannot forbid dumps; other systems make none unless somebody turned them on, which
 * docs/architecture.md says), and the signal at which Node opens its inspector to everybody on the machine does nothing.
 */
export function keepMemoryPrivate(): void {
  try {
    if (process.platform === 'linux') writeFileSync(COREDUMP_FILTER, '0')
  } catch {
    // A kernel without it: nothing that could be done here.
  }
  if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined)
}

/** For processes that write nothing that a person asked for by name: documents saved for somebody are theirs to share. */
export function keepFilesPrivate(): void {
  process.umask(OWNER_ONLY_MASK)
}

/**
 * Takes the address of the database server, and the password in it, out of the environment: the browser, the printer
 * and whatever else is started inherit that.
 */
export function takeDatabaseUrl(environment: NodeJS.ProcessEnv): string | undefined {
  const url = environment[DATABASE_URL_VARIABLE]
  Reflect.deleteProperty(environment, DATABASE_URL_VARIABLE)
  return url === '' ? undefined : url
}
