import { utilityProcess } from 'electron'

import { type CoreClient, startCoreClient } from '../core-client.ts'
import { CORE_FLAGS, type CoreConfig, coreEnvironment } from '../core-config.ts'
import type { ProgramFiles } from '../host-files.ts'
import { utilityCore } from './utility-core.ts'

/** Starts the core as a utility process and keeps it running; `onGaveUp` when that is no use any more. */
export function startElectronCore(
  config: CoreConfig,
  files: ProgramFiles,
  onGaveUp: () => void,
): CoreClient {
  return startCoreClient({
    spawn: () =>
      utilityCore(
        utilityProcess.fork(files.coreProcess, [], {
          env: coreEnvironment(config, process.env),
          execArgv: [...CORE_FLAGS],
          serviceName: 'Hoi Am Core',
          stdio: ['ignore', 'ignore', 'inherit'],
        }),
      ),
    onGaveUp,
  })
}
