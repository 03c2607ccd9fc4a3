import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

import { type Browser, chromium, type Page } from 'playwright-core'

import type { StandInSays, TestSays } from '../stand-in/wire.ts'
import { makeFolders, ownFlags, preparedFor } from './folders.ts'
import { preparation } from './outside.ts'
import type { Program, StartOptions } from './program.ts'

const START = join(import.meta.dirname, '../stand-in/start.ts')
const ENTRY = join(import.meta.dirname, '../../../out/main/index.js')
const LAST_WORDS = 6000

/** Starts the built program against the stand-in, in a process of its own. */
export async function startStandIn(options: StartOptions): Promise<Program> {
  const folders = makeFolders(options.home)
  const { platform, displays, 'slow-copy': slowCopyMs } = options.needs ?? {}
  const { 'slow-start': slowStartMs, 'other-build': entry } = options.needs ?? {}
  const given = [entry ?? ENTRY, ...ownFlags(options, folders)]
  const child = spawn(process.execPath, ['--no-warnings', START, ...given], {
    env: {
      ...folders.environment,
      ...options.environment,
      STAND_IN_PLATFORM: platform ?? '',
      STAND_IN_SLOW_COPY_MS: String(slowCopyMs ?? 0),
      STAND_IN_SLOW_START_MS: String(slowStartMs ?? 0),
      ...(displays === undefined ? {} : { STAND_IN_DISPLAYS: JSON.stringify(displays) }),
    },
    // A group of its own: whatever is left of it can be ended at once.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-LAST_WORDS)
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const line = lineTo(child)
  const window = followWindow(line)

  const program: Program = {
    runtime: 'stand-in',
    origin: () => window.origin(),
    forget: () => window.leave(),
    page: () => orEnd(window.page(), ended, () => words),
    run: (act, argument) => orEnd(line.ask(act.toString(), argument), ended, () => words) as never,
    ended,
    said: () => words,
    home: folders.home,
    async stop() {
      await window.leave()
      endGroup(child)
      await ended
      if (options.home === undefined) await folders.remove()
    },
  }
  try {
    await orEnd(line.waiting, ended, () => words)
    await program.run(preparation, preparedFor(options, folders))
    line.say({ type: 'begin' })
    return program
  } catch (error) {
    await program.stop()
    throw error
  }
}

/** Rejects, with the program's last words, when it ends before there is an answer. */
async function orEnd<T>(
  answer: Promise<T>,
  ended: Promise<number | null>,
  words: () => string,
): Promise<T> {
  const end = ended.then((code) => {
    throw new Error(`The program ended with ${String(code)}.\n${words()}`)
  })
  return Promise.race([answer, end])
}

/** Chromium and the core go with the program also when it was killed, or hangs. */
function endGroup(child: ChildProcess): void {
  const { pid } = child
  if (pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing of it is left.
  }
}

type Line = ReturnType<typeof lineTo>

/** The channel to the stand-in. */
function lineTo(child: ChildProcess) {
  type Answer = Extract<StandInSays, { type: 'answer' }>
  const waitingFor = new Map<number, (answer: Answer) => void>()
  const listeners: ((message: StandInSays) => void)[] = []
  const waiting = Promise.withResolvers<undefined>()
  let last = 0

  child.on('message', (message: StandInSays) => {
    if (message.type === 'waiting') waiting.resolve(undefined)
    if (message.type === 'answer') waitingFor.get(message.id)?.(message)
    for (const listener of listeners) listener(message)
  })
  const say = (message: TestSays): void => {
    if (child.connected) child.send(message)
  }
  return {
    waiting: waiting.promise,
    say,
    onMessage: (listener: (message: StandInSays) => void) => void listeners.push(listener),
    async ask(source: string, argument: unknown): Promise<unknown> {
      last += 1
      const id = last
      const { promise, resolve } = Promise.withResolvers<Answer>()
      waitingFor.set(id, resolve)
      say({ type: 'run', id, source, argument })
      const { value, problem } = await promise
      if (problem !== undefined) throw new Error(problem)
      return value
    },
  }
}

/** The page of the program's first window, by Chromium's own debugging port. */
function followWindow(line: Line) {
  let endpoint = ''
  let origin = ''
  let browser: Browser | null = null
  const loaded = Promise.withResolvers<undefined>()
  line.onMessage((message) => {
    if (message.type === 'browser') ({ endpoint } = message)
    if (message.type === 'loaded' && (origin === '' || origin === message.origin)) {
      ;({ origin } = message)
      loaded.resolve(undefined)
    }
  })

  async function connected(): Promise<Browser> {
    if (browser?.isConnected() !== true) browser = await chromium.connectOverCDP(endpoint)
    return browser
  }

  function find(from: Browser): Page | undefined {
    const pages = from.contexts().flatMap((context) => context.pages())
    return pages.find((page) => page.url().startsWith(`${origin}/`))
  }

  return {
    origin: () => origin,
    async page(): Promise<Page> {
      await loaded.promise
      const page = find(await connected())
      if (page === undefined) throw new Error(`No page shows ${origin}.`)
      return page
    },
    /** Lets go of the page: one that died is only found again by a new connection. */
    async leave(): Promise<void> {
      await browser?.close()
      browser = null
    },
  }
}
