import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import type { ChosenHost } from '../electron-runtime.ts'
import type { StartOptions } from '../start-options.ts'
import { gatherRestarts, type Restart } from './changes.ts'
import type { HostProcess } from './host-process.ts'
import { RESTART_FILE_VARIABLE, WINDOW_ORIGIN_VARIABLE } from './variables.ts'
import { browserWay, electronWay, type Way } from './ways.ts'
import { loopbackOrigin, portFor, startWindowServer, type WindowServer } from './window-server.ts'

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const SECOND_THOUGHT_MS = 2000

export type RunnableHost = Exclude<ChosenHost, { kind: 'none' }>

/**
 * Runs the console from its sources until it is told to stop or the person closes it: the window changes in place,
 * core and host start anew. Resolves to the exit code. Without a given folder the board lies in a temporary one.
 */
export async function develop(host: RunnableHost, asked: StartOptions): Promise<number> {
  const stop = createStop()
  const folder = await mkdtemp(join(tmpdir(), 'hoi-am-dev-'))
  try {
    const options = withFolder(asked, join(folder, 'data'))
    const restartFile = join(folder, 'restart')
    await writeFile(restartFile, '')
    const port = await portFor(options.port)
    const origin = loopbackOrigin(port)
    const environment = {
      [RESTART_FILE_VARIABLE]: restartFile,
      [WINDOW_ORIGIN_VARIABLE]: origin,
    }
    const common = { options, environment, say }
    const hostPort = host.kind === 'browser' ? await portFor(0) : null
    const way =
      host.kind === 'electron'
        ? electronWay(common, host.program)
        : browserWay(common, hostPort ?? 0, origin)
    const server = await startWindowServer({ port, hostPort })
    try {
      return await supervise(way, server, restartFile, stop)
    } finally {
      await server.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Keeps the host running, and starts anew what has changed. */
async function supervise(
  way: Way,
  server: WindowServer,
  restartFile: string,
  stop: Stop,
): Promise<number> {
  await way.prepare()
  let running: HostProcess | null = null

  function start(): void {
    const started = way.start()
    running = started
    stop.onImpatience = started.kill
    void started.ended
      .catch((error: unknown) => {
        say(messageOf(error))
        return 1
      })
      .then((code) => {
        if (running !== started) return
        running = null
        if (code === 0) stop.now(0)
        else say(`The host ended with ${String(code)}. It is started again at the next change.`)
      })
  }

  async function endHost(): Promise<void> {
    const ending = running
    running = null
    await ending?.stop().catch(() => undefined)
  }

  async function restart(what: Restart): Promise<void> {
    try {
      await way.prepare()
    } catch (error) {
      // What runs goes on running as it was.
      say(messageOf(error))
      return
    }
    if (stop.isAsked()) return
    if (what === 'core' && running !== null) {
      say('The core starts anew.')
      await writeFile(restartFile, 'again')
      return
    }
    say('The host starts anew.')
    await endHost()
    if (!stop.isAsked()) start()
  }

  server.onChange(gatherRestarts(restart))
  start()
  const code = await stop.asked
  await endHost()
  return code
}

type Stop = {
  readonly asked: Promise<number>
  readonly isAsked: () => boolean
  readonly now: (code: number) => void
  /** Called when somebody presses Ctrl-C again because the first has not helped. */
  onImpatience: () => void
}

function createStop(): Stop {
  const { promise, resolve: settle } = Promise.withResolvers<number>()
  let askedAt: number | undefined
  const stop: Stop = {
    asked: promise,
    isAsked: () => askedAt !== undefined,
    now(code) {
      askedAt ??= performance.now()
      settle(code)
    },
    onImpatience: () => undefined,
  }
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      // A terminal and npm both send one Ctrl-C: only a later one is meant as a second.
      if (askedAt !== undefined && performance.now() - askedAt > SECOND_THOUGHT_MS) {
        stop.onImpatience()
      }
      stop.now(0)
    })
  }
  return stop
}

function withFolder(options: StartOptions, temporary: string): StartOptions {
  if (options.demo) return options
  const { dataDir } = options
  // npm runs scripts in the project; the user's own folder is what a relative path means.
  const given = dataDir === undefined ? temporary : resolve(process.env['INIT_CWD'] ?? '', dataDir)
  return { ...options, dataDir: given }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
