import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { app } from 'electron'

import type { CoreConfig } from '../../common/core-config.ts'
import type { ProgramFiles } from '../../host/host-files.ts'
import type { HostLogEntry } from '../../host/log/log-entry.ts'
import { runSelfTest } from './board-work.ts'
import { startElectronCore } from '../core.ts'

/** Whoever started it reads all of it there: a limit of V8 that the core did not get, above all. */
const ON_STANDARD_ERROR = {
  write: (entry: HostLogEntry) => void process.stderr.write(`${JSON.stringify(entry)}\n`),
  coreOutput: (chunk: Uint8Array) => void process.stderr.write(chunk),
}

/** Longer than any machine of a workflow takes; a program that hangs must not hold the workflow. */
const LIMIT_MS = 120_000

/**
 * Runs the installed program's self-test on a temporary board and ends: exit code 0 and one line on standard output,
 * or 1 and the reason on standard error. Nothing is shown, nobody's data are touched, nothing stays behind.
 */
export function startSelfTest(files: ProgramFiles): void {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-am-self-test-'))
  app.enableSandbox()
  app.setPath('userData', join(folder, 'window'))
  const dataDir = join(folder, 'board')
  const config: CoreConfig = { dataDir, resourcesDir: files.resourcesDir, demo: false }
  const limit = setTimeout(() => app.exit(1), LIMIT_MS)
  app
    .whenReady()
    .then(() => workOnce(config, files))
    .then(
      (line) => end(0, () => void process.stdout.write(`${line}\n`)),
      (error: unknown) => end(1, () => void process.stderr.write(`${String(error)}\n`)),
    )
    .catch(() => app.exit(1))

  async function end(code: number, tell: () => void): Promise<void> {
    clearTimeout(limit)
    tell()
    // Chromium may hold files of its own profile until it is gone: what cannot be removed now lies in the temporary folder.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
    app.exit(code)
  }
}

async function workOnce(config: CoreConfig, files: ProgramFiles): Promise<string> {
  const gaveUp = Promise.withResolvers<never>()
  const core = startElectronCore({
    config,
    files,
    log: ON_STANDARD_ERROR,
    onGaveUp: () => gaveUp.reject(new Error('self-test: the core keeps stopping')),
  })
  try {
    return await Promise.race([runSelfTest(core, new Date().toISOString()), gaveUp.promise])
  } finally {
    await core.close()
  }
}
