import { join, resolve } from 'node:path'
import { buildIfNeeded, ROOT } from './build.ts'
import { chooseHost, obtainElectron } from './electron-runtime.ts'
import { runHost } from './run-host.ts'
import { parseStartArguments, toHostArguments, USAGE, type StartOptions } from './start-options.ts'

const FETCH_LIMIT_SECONDS = 300

async function main(): Promise<number> {
  const parsed = parseStartArguments(process.argv.slice(2))
  switch (parsed.kind) {
    case 'help':
      console.log(USAGE)
      return 0
    case 'mistake':
      console.error(`${parsed.message}\n\n${USAGE}`)
      return 2
    case 'start':
      await buildIfNeeded()
      return start(parsed.options)
  }
}

async function start(options: StartOptions): Promise<number> {
  const here = {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    env: process.env,
  }
  const host = await chooseHost(options.host, here, () => obtainElectron(FETCH_LIMIT_SECONDS))
  const flags = toHostArguments(
    options.dataDir === undefined
      ? options
      : // npm runs scripts in the project; the user's own folder is what a relative path means.
        { ...options, dataDir: resolve(process.env['INIT_CWD'] ?? '', options.dataDir) },
  )
  switch (host.kind) {
    case 'none':
      console.error(`Electron cannot be started: ${host.reason}. Try --host=browser.`)
      return 1
    case 'electron':
      return runHost(host.program, [ROOT, ...flags])
    case 'browser':
      if (host.reason !== undefined) console.log(`Opening in the browser: ${host.reason}.`)
      return runHost(process.execPath, [join(ROOT, 'out/main/serve.js'), ...flags])
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
