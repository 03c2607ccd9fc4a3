import { app } from 'electron'

import { keepMemoryPrivate, takeDatabaseUrl } from './common/private-process.ts'
import { askForDataFolder, prepareFolderQuestion } from './electron/folder-question.ts'
import { prepareElectron, runElectronHost } from './electron/host.ts'
import { electronProfileRoot, windowProfile } from './electron/profile.ts'
import { tellStartFailure } from './electron/start-failure.ts'
import { endOnUncaught } from './electron/uncaught.ts'
import {
  coreConfigOf,
  decideRunFolder,
  keptFolder,
  openDemoFolder,
  programFiles,
  type RunFolder,
} from './host/host-files.ts'
import { type HostOptions, ownFlags, parseHostOptions } from './host/host-options.ts'
import { homesOfThisMachine } from './host/log/program-facts.ts'
import { createProgramLog, type ProgramLog } from './host/log/program-log.ts'

// The entry of Electron's main process: the host with a window. The core is a process of its own (core-process.ts).

keepMemoryPrivate()
const databaseUrl = takeDatabaseUrl(process.env)

/** Beside the window's profile until a data folder is known to keep it in. */
let log = logOf(electronProfileRoot(), electronProfileRoot())
endOnUncaught(() => log)

const parsed = parseHostOptions(ownFlags(process.argv))
if (parsed.ok) {
  try {
    await begin(parsed.options)
  } catch (error) {
    // Not awaited here either.
    void tellStartFailure(error, log)
  }
} else {
  process.stderr.write(`${parsed.problem}\n`)
  app.exit(2)
}

async function begin(options: HostOptions): Promise<void> {
  if (options.demo) {
    await run(options, await openDemoFolder(process.env['HOI_AM_DEMO_BOARD']))
    return
  }
  const decision = await decideRunFolder(options, electronProfileRoot())
  if (decision.kind === 'use') await run(options, keptFolder(decision.dir))
  else if (prepareFolderQuestion()) {
    askForDataFolder(decision).catch((error: unknown) => tellStartFailure(error, log))
  } else app.quit()
}

async function run(options: HostOptions, folder: RunFolder): Promise<void> {
  const files = programFiles(import.meta.url)
  const config = coreConfigOf(folder.dataDir, options, files, electronProfileRoot(), databaseUrl)
  log = logOf(folder.dataDir, windowProfile(config))
  if (!prepareElectron(config)) {
    await folder.discard()
    app.quit()
    return
  }
  // Not awaited: Electron becomes ready only after this module has been evaluated.
  runElectronHost({ config, files, log, discard: folder.discard }).catch((error: unknown) =>
    tellStartFailure(error, log),
  )
}

function logOf(dataDir: string, fallbackDir: string): ProgramLog {
  return createProgramLog({
    dataDir,
    fallbackDir,
    homes: homesOfThisMachine(process.env),
    // Only a developer has a terminal to read it in.
    ...(app.isPackaged ? {} : { echo: (line) => void process.stderr.write(`${line}\n`) }),
  })
}
