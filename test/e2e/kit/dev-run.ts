import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const PROJECT = join(import.meta.dirname, '../../..')
const COPIED = ['src', 'scripts', 'resources', 'package.json', 'electron.vite.config.ts']

/** `npm run dev` running on a copy of the project, whose sources a test may change. */
export type DevRun = Readonly<{
  /** Resolves to all that was printed, once it holds this; rejects when the program ended before. */
  says: (text: string | RegExp) => Promise<string>
  /** Replaces a piece of a source file. Throws when the piece is not there: the test is out of date. */
  edit: (file: string, before: string, after: string) => void
  /** Presses Ctrl-C and waits for the end. Gives the exit code and what is left in the temporary folder. */
  interrupt: () => Promise<Readonly<{ code: number | null; pid: number }>>
  /** Builds the copy for Electron as `npm run dev` does there, and gives the text of its host's and its core's entry. */
  buildForElectron: () => Readonly<{ host: string; core: string }>
  /** The folder in which the run makes its temporary files. */
  temporary: string
  /** Ends what still runs and removes the copy. */
  discard: () => Promise<void>
}>

export function startDev(): DevRun {
  const copy = mkdtempSync(join(tmpdir(), 'hoi-am-dev-test-'))
  const temporary = join(copy, 'tmp')
  mkdirSync(temporary)
  for (const path of COPIED) cpSync(join(PROJECT, path), join(copy, path), { recursive: true })
  symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'), 'junction')

  const flags = ['--host=browser', '--no-open']
  const child = spawn(process.execPath, [join(copy, 'scripts/dev.ts'), ...flags], {
    // A database server of the developer's own is none of the tests' business.
    env: { ...process.env, TMPDIR: temporary, HOI_AM_DATABASE_URL: '', NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  let said = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
      for (const listener of listeners) listener()
    })
  }

  return {
    temporary,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (typeof text === 'string' ? said.includes(text) : text.test(said)) resolve(said)
        }
        listeners.add(look)
        void ended.then((code) => reject(new Error(`Ended with ${String(code)}.\n${said}`)))
        look()
      }),
    edit(file, before, after) {
      const path = join(copy, file)
      const text = readFileSync(path, 'utf8')
      if (!text.includes(before)) throw new Error(`${file} does not hold ${before}`)
      writeFileSync(path, text.replace(before, after))
    },
    buildForElectron() {
      const module = pathToFileURL(join(copy, 'scripts/dev/electron-build.ts')).href
      const build = `await (await import('${module}')).buildForElectron()`
      execFileSync(process.execPath, ['--input-type=module', '--eval', build], { stdio: 'pipe' })
      const read = (name: string): string => readFileSync(join(copy, '.dev/main', name), 'utf8')
      return { host: read('index.js'), core: read('core-process.js') }
    },
    async interrupt() {
      child.kill('SIGINT')
      return { code: await ended, pid: child.pid ?? 0 }
    },
    async discard() {
      child.kill('SIGTERM')
      await ended
      await rm(copy, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
