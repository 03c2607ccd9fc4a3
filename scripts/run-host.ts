import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { ROOT } from './build.ts'

const SECOND_THOUGHT_MS = 2000
const isWindows = process.platform === 'win32'

/**
 * Runs a host until it ends and gives its exit code (128 and the signal's number when a signal
 * ended it). A signal is passed on once and the host's own end waited for; another one more than
 * two seconds later ends the host at once.
 */
export async function runHost(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    // In a group of its own the host hears Ctrl-C from here alone; Windows tells it by itself.
    detached: !isWindows,
  })
  let firstSignalAt: number | undefined
  const passOn = (signal: NodeJS.Signals): void => {
    const now = performance.now()
    // A terminal and npm both send one Ctrl-C: only a later one is meant as a second.
    if (firstSignalAt === undefined) {
      firstSignalAt = now
      if (!isWindows) child.kill(signal)
    } else if (now - firstSignalAt > SECOND_THOUGHT_MS) {
      child.kill('SIGKILL')
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, passOn)
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', (code, signal) =>
      done(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    )
  })
}
