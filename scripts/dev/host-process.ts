import { type ChildProcess, spawn } from 'node:child_process'

import { ROOT } from '../build.ts'

export type HostCommand = Readonly<{
  program: string
  args: readonly string[]
  environment: Readonly<Record<string, string>>
  /** Whether it is a Node program, which ends in order when its line to us breaks off. */
  isNode: boolean
  /** Hears each line the host prints. */
  onLine: (line: string) => void
}>

/** A host that runs. `ended` gives its exit code, null when a signal ended it. */
export type HostProcess = Readonly<{
  ended: Promise<number | null>
  /** Asks for an orderly end and waits for it. */
  stop: () => Promise<void>
  /** Ends it at once. */
  kill: () => void
}>

/** Starts a host. Ctrl-C reaches it through us alone. Rejects `ended` when there is no such program. */
export function startHostProcess(command: HostCommand): HostProcess {
  const child = spawn(command.program, command.args, {
    cwd: ROOT,
    env: { ...process.env, ...command.environment },
    stdio: ['ignore', 'pipe', 'inherit', ...(command.isNode ? (['ipc'] as const) : [])],
    detached: process.platform !== 'win32',
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    // Not `close`: after `disconnect` from this side it never comes.
    child.once('exit', resolve)
  })
  hearLines(child, command.onLine)
  return {
    ended,
    async stop() {
      if (command.isNode && child.connected) child.disconnect()
      else child.kill('SIGTERM')
      await ended
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

function hearLines(child: ChildProcess, onLine: (line: string) => void): void {
  let rest = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
}
