import { fork } from 'node:child_process'

import { READER_FLAGS, readerEnvironment } from '../common/core-config.ts'
import {
  createForeignReader,
  type ForeignReader,
  type ForeignReaderOptions,
  type ReaderChild,
} from '../host/foreign-reader.ts'
import type { ProgramLog } from '../host/log/program-log.ts'

/** Reads foreign files in a child of this Node process, with its life in the log. */
export function forkedReader(
  entry: string,
  log: Pick<ProgramLog, 'write'>,
  options: Omit<ForeignReaderOptions, 'spawn'> = {},
): ForeignReader {
  return createForeignReader({
    spawn: () => forkReader(entry, log),
    onRefused: (why) => log.write({ process: 'reader', event: 'file-refused', code: why }),
    ...options,
  })
}

function forkReader(entry: string, log: Pick<ProgramLog, 'write'>): ReaderChild {
  const child = fork(entry, [], {
    env: readerEnvironment(process.env),
    execArgv: [...process.execArgv, ...READER_FLAGS],
    serialization: 'advanced',
    // What it complains of quotes the file.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  log.write({ process: 'reader', event: 'begun' })
  child.once('exit', (code, signal) =>
    log.write({ process: 'reader', event: 'exited', code: String(code ?? signal) }),
  )
  return {
    send(request) {
      if (child.connected) child.send(request, () => undefined)
    },
    kill() {
      child.kill('SIGKILL')
    },
    onMessage(listener) {
      child.on('message', listener)
    },
    onExit(listener) {
      child.once('exit', () => listener())
      child.on('error', () => {
        // Without a process id nothing was started and no exit will follow.
        if (child.pid === undefined) listener()
      })
    },
  }
}
