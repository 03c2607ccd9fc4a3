import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PROGRAM = join(import.meta.dirname, '../../../out/main/serve.js')
const LAST_WORDS = 4000

/** The built browser host, running on a data folder of its own. */
export type Host = Readonly<{
  /** Opens the window, once. */
  launchUrl: string
  origin: string
  /** The id of the host's own process. */
  pid: number
  /** The id of the one child that runs this entry: `core-process`, `reader-process`. */
  processOf: (entry: string) => number
  /** Ends the core process at once, as a crash would. The host starts it again. */
  killCore: () => void
  /** Stops the host as Ctrl-C does and removes its data. Throws when it did not end well. */
  stop: () => Promise<void>
}>

/** Starts the built program as `npm start -- --host=browser` does, and waits for its ready line. */
export async function startHost(
  options: Readonly<{
    demo?: boolean
    /** Data that outlives the host; without it a folder of its own, which goes with it. */
    dataDir?: string
  }> = {},
): Promise<Host> {
  // Named as people are, with blanks, brackets and marks in the path.
  const folder = await mkdtemp(join(tmpdir(), 'Nguyễn Văn A (kế toán) '))
  const dataDir = options.dataDir ?? join(folder, 'data')
  const place = options.demo === true ? '--demo' : `--data-dir=${dataDir}`
  const child = spawn(process.execPath, [PROGRAM, '--no-open', '--port=0', place], {
    // A database server of the developer's own is none of the tests' business.
    env: { ...process.env, TMPDIR: folder, HOI_AM_DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  let said = ''
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-LAST_WORDS)
        const [, url] = /ready at (\S+)\n/.exec(said) ?? []
        if (url !== undefined) resolve(url)
      })
    }
    void ended.then((code) => reject(new Error(`The host ended with ${String(code)}.\n${said}`)))
  })

  async function stop(): Promise<void> {
    child.kill('SIGTERM')
    const code = await ended
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    if (code !== 0) throw new Error(`The host ended with ${String(code)}.\n${said}`)
  }

  try {
    const launchUrl = await ready
    return {
      launchUrl,
      origin: new URL(launchUrl).origin,
      pid: child.pid ?? 0,
      processOf: (entry) => childOf(child.pid ?? 0, entry),
      killCore: () => process.kill(childOf(child.pid ?? 0, 'core-process'), 'SIGKILL'),
      stop,
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** The one child of a process that runs this entry of the program. */
function childOf(pid: number, entry: string): number {
  const children = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line))
    .filter((found) => found?.[2] === String(pid) && (found[3] ?? '').includes(`${entry}.js`))
  const found = children[0]?.[1]
  if (found === undefined) throw new Error(`The host has no ${entry}.`)
  return Number(found)
}
