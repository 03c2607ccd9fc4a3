import { assertNever } from '#core/kernel/errors.ts'
import { demoSignInLines } from './browser/demo-sign-in.ts'
import { forkCore } from './browser/forked-core.ts'
import { forkedReader } from './browser/forked-reader.ts'
import { openBrowser } from './browser/open-browser.ts'
import { startBrowserHost } from './browser/server.ts'
import { coreEnvironment } from './common/core-config.ts'
import { profileDir, profileRoot } from './common/files/data-paths.ts'
import { keepMemoryPrivate, takeDatabaseUrl } from './common/private-process.ts'
import { systemCodeOf } from './common/files/fs-errors.ts'
import { startCoreClient } from './host/core-client.ts'
import {
  coreConfigOf,
  decideRunFolder,
  keptFolder,
  openDemoFolder,
  programFiles,
  type RunFolder,
} from './host/host-files.ts'
import { type HostOptions, parseHostOptions } from './host/host-options.ts'
import { homesOfThisMachine, programFacts } from './host/log/program-facts.ts'
import { createProgramLog } from './host/log/program-log.ts'
import { programVersion } from './program-version.ts'

// The entry of the browser host's process. The core is a process of its own (core-process.ts).

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs the browser host until it is told to stop. Resolves to the exit code. */
async function serve(options: HostOptions): Promise<number> {
  const stopped = Promise.withResolvers<number>()
  for (const signal of STOP_SIGNALS) process.on(signal, () => stopped.resolve(0))

  const files = programFiles(import.meta.url)
  const root = profileRoot(process.platform, process.env)
  const folder = options.demo
    ? await openDemoFolder(process.env['HOI_AM_DEMO_BOARD'])
    : await runFolder(options, root)
  if (folder === null) return 1
  const log = createProgramLog({
    dataDir: folder.dataDir,
    fallbackDir: options.demo ? folder.dataDir : profileDir(root, folder.dataDir),
    homes: homesOfThisMachine(process.env),
    echo: complain,
  })
  log.write({ event: 'started', facts: programFacts(programVersion()) })
  const config = coreConfigOf(folder.dataDir, options, files, root, databaseUrl)
  const core = startCoreClient({
    spawn: () => forkCore(files.coreProcess, coreEnvironment(config, process.env), log),
    reader: forkedReader(files.readerProcess, log),
    onGaveUp: () => {
      complain('The core of the program keeps stopping and was not started again.')
      stopped.resolve(1)
    },
  })
  // At the first signal this means nothing; while it ends, that somebody waits for its copy no longer.
  for (const signal of STOP_SIGNALS) process.on(signal, () => core.leaveCopy())
  try {
    const host = await startBrowserHost({
      core,
      rendererDir: files.rendererDir,
      port: options.port,
    })
    try {
      const ready = await Promise.race([core.whenReady(), stopped.promise.then(() => false)])
      if (ready) {
        print(`Hoi Am ready at ${host.launchUrl}`)
        if (options.demo) for (const line of await demoSignInLines(core)) print(line)
        if (options.open) openBrowser(host.launchUrl)
      }
      return await stopped.promise
    } finally {
      await host.close()
    }
  } finally {
    await core.close(
      sayOnce('Copying the data before the end; Ctrl-C once more ends without a copy.'),
    )
    log.write({ event: 'ending' })
    await folder.discard()
  }
}

/** The folder of this run; null when a person has to say which, and was told how. */
async function runFolder(options: HostOptions, root: string): Promise<RunFolder | null> {
  const decision = await decideRunFolder(options, root)
  switch (decision.kind) {
    case 'use':
      return keptFolder(decision.dir)
    case 'several':
      complain('There are several boards on this machine. Say which one with --data-dir:')
      for (const { dir, changedAt } of decision.boards) {
        complain(`  ${dir} (last changed ${new Date(changedAt).toISOString()})`)
      }
      return null
    case 'gone':
      complain(`The data folder is not there: ${decision.dir}`)
      complain('Connect its disk, or say where the data is with --data-dir.')
      return null
    default:
      return assertNever(decision)
  }
}

/** What stopped the host from starting, in one line a person can act on. */
function reasonOf(error: unknown, port: number): string {
  switch (systemCodeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} is in use: give another with --port, or --port=0 for any free one.`
    case 'EACCES':
      return `Port ${port} may not be opened: give one above 1023 with --port.`
    case 'ENOENT':
      return 'The window is not built: run npm run build.'
    default:
      return error instanceof Error ? error.message : 'The browser host could not start.'
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Says a line when it is first called. */
function sayOnce(line: string): () => void {
  let said = false
  return () => {
    if (!said) complain(line)
    said = true
  }
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}

keepMemoryPrivate()
const databaseUrl = takeDatabaseUrl(process.env)
const parsed = parseHostOptions(process.argv.slice(2))
if (parsed.ok) {
  try {
    process.exitCode = await serve(parsed.options)
  } catch (error) {
    complain(reasonOf(error, parsed.options.port))
    process.exitCode = 1
  }
} else {
  complain(parsed.problem)
  process.exitCode = 2
}
