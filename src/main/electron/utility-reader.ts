import { utilityProcess } from 'electron'

import { READER_FLAGS, readerEnvironment } from '../common/core-config.ts'
import {
  createForeignReader,
  type ForeignReader,
  type ReaderChild,
} from '../host/foreign-reader.ts'
import type { ProgramLog } from '../host/log/program-log.ts'
import { jsFlags } from './core-flags.ts'

/** Reads foreign files in a utility process, with its life in the log. Only the host can start one. */
export function utilityReader(entry: string, log: Pick<ProgramLog, 'write'>): ForeignReader {
  return createForeignReader({
    spawn: () => forkReader(entry, log),
    onRefused: (why) => log.write({ process: 'reader', event: 'file-refused', code: why }),
  })
}

function forkReader(entry: string, log: Pick<ProgramLog, 'write'>): ReaderChild {
  const child = utilityProcess.fork(entry, [], {
    env: readerEnvironment(process.env),
    execArgv: [jsFlags(READER_FLAGS)],
    serviceName: 'Hoi Am Reader',
    // What it complains of quotes the file.
    stdio: 'ignore',
  })
  log.write({ process: 'reader', event: 'begun' })
  // A fatal error of V8: `exit` follows. Without a listener it would end the whole program.
  child.on('error', (type) => log.write({ process: 'reader', event: 'fatal', code: type }))
  child.once('exit', (code) =>
    log.write({ process: 'reader', event: 'exited', code: String(code) }),
  )
  return {
    send(request) {
      child.postMessage(request)
    },
    kill() {
      child.kill()
    },
    onMessage(listener) {
      child.on('message', listener)
    },
    onExit(listener) {
      child.once('exit', () => listener())
    },
  }
}
