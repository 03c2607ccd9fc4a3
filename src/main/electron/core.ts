import { utilityProcess, type UtilityProcess } from 'electron'

import { type CoreClient, startCoreClient } from '../host/core-client.ts'
import { type CoreConfig, coreEnvironment } from '../common/core-config.ts'
import type { ProgramFiles } from '../host/host-files.ts'
import type { ProgramLog } from '../host/log/program-log.ts'
import { UTILITY_FLAGS } from './core-flags.ts'
import { utilityCore } from './utility-core.ts'
import { utilityReader } from './utility-reader.ts'

type CoreLog = Pick<ProgramLog, 'write' | 'coreOutput'>

export type ElectronCoreOptions = Readonly<{
  config: CoreConfig
  files: ProgramFiles
  log: CoreLog
  /** Called when starting it again is no use any more. */
  onGaveUp: () => void
}>

/** Starts the core as a utility process and keeps it running, with its life in the log. */
export function startElectronCore(options: ElectronCoreOptions): CoreClient {
  const { config, files, log, onGaveUp } = options
  return startCoreClient({
    reader: utilityReader(files.readerProcess, log),
    spawn: () =>
      utilityCore(
        logged(
          utilityProcess.fork(files.coreProcess, [], {
            env: coreEnvironment(config, process.env),
            execArgv: [...UTILITY_FLAGS],
            serviceName: 'Hoi Am Core',
            // What it writes is read for the log: a packaged program has nowhere else to send it.
            stdio: ['ignore', 'ignore', 'pipe'],
          }),
          log,
        ),
        log,
      ),
    onGaveUp,
  })
}

/** Puts the life of a core, and what it says of itself, into the log. */
function logged(child: UtilityProcess, log: CoreLog): UtilityProcess {
  log.write({ process: 'core', event: 'begun' })
  child.stderr?.on('data', log.coreOutput)
  child.once('exit', (code) => log.write({ process: 'core', event: 'exited', code: String(code) }))
  return child
}
