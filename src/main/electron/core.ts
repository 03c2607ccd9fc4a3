import { utilityProcess, type UtilityProcess } from 'electron'

import { type CoreClient, startCoreClient } from '../core-client.ts'
import { CORE_FLAGS, type CoreConfig, coreEnvironment } from '../core-config.ts'
import type { ProgramFiles } from '../host-files.ts'
import type { ProgramLog } from '../log/program-log.ts'
import { utilityCore } from './utility-core.ts'

/** Starts the core as a utility process and keeps it running, with its life in the log; `onGaveUp` when that is no use any more. */
export function startElectronCore(
  config: CoreConfig,
  files: ProgramFiles,
  log: Pick<ProgramLog, 'write' | 'coreOutput'>,
  onGaveUp: () => void,
): CoreClient {
  return startCoreClient({
    spawn: () =>
      utilityCore(
        logged(
          utilityProcess.fork(files.coreProcess, [], {
            env: coreEnvironment(config, process.env),
            execArgv: [...CORE_FLAGS],
            serviceName: 'Hoi Am Core',
            // What it writes is read for the log: a packaged program has nowhere else to send it.
            stdio: ['ignore', 'ignore', 'pipe'],
          }),
          log,
        ),
      ),
    onGaveUp,
  })
}

/** Puts the life of a core, and what it says of itself, into the log. */
function logged(
  child: UtilityProcess,
  log: Pick<ProgramLog, 'write' | 'coreOutput'>,
): UtilityProcess {
  log.write({ process: 'core', event: 'begun' })
  child.stderr?.on('data', log.coreOutput)
  child.once('exit', (code) => log.write({ process: 'core', event: 'exited', code: String(code) }))
  return child
}
