import { utilityProcess } from 'electron'

import type { Logger } from '../app/logger.ts'
import { type CoreClient, startCoreClient } from '../core-client.ts'
import { type CoreConfig, coreEnvironment } from '../core-config.ts'
import type { ProgramFiles } from '../host-files.ts'
import { UTILITY_FLAGS } from './core-flags.ts'
import { utilityCore } from './utility-core.ts'

export type ElectronCoreOptions = Readonly<{
  config: CoreConfig
  files: ProgramFiles
  logger: Logger
  /** Called when starting it again is no use any more. */
  onGaveUp: () => void
}>

/** Starts the core as a utility process and keeps it running. */
export function startElectronCore(options: ElectronCoreOptions): CoreClient {
  const { config, files, logger, onGaveUp } = options
  return startCoreClient({
    spawn: () =>
      utilityCore(
        utilityProcess.fork(files.coreProcess, [], {
          env: coreEnvironment(config, process.env),
          execArgv: [...UTILITY_FLAGS],
          serviceName: 'Hoi Am Core',
          stdio: ['ignore', 'ignore', 'inherit'],
        }),
        logger,
      ),
    onGaveUp,
  })
}
