import { develop, type RunnableHost } from './dev/develop.ts'
import { chooseHost, obtainElectron } from './electron-runtime.ts'
import { parseStartArguments, USAGE } from './start-options.ts'

const FETCH_LIMIT_SECONDS = 300

/** The words of `npm start`, whose flags these are. */
function ofDev(text: string): string {
  return text.replaceAll('npm start', 'npm run dev')
}

function whereAndWhy(host: RunnableHost): string {
  if (host.kind === 'electron') return 'Developing in Electron.'
  return `Developing in the browser: ${host.reason ?? 'as was asked'}.`
}

async function main(): Promise<number> {
  const parsed = parseStartArguments(process.argv.slice(2))
  switch (parsed.kind) {
    case 'help':
      console.log(ofDev(USAGE))
      return 0
    case 'mistake':
      console.error(`${ofDev(parsed.message)}\n\n${ofDev(USAGE)}`)
      return 2
    case 'start': {
      const here = {
        platform: process.platform,
        isRoot: process.getuid?.() === 0,
        env: process.env,
      }
      const { options } = parsed
      const host = await chooseHost(options.host, here, () => obtainElectron(FETCH_LIMIT_SECONDS))
      if (host.kind === 'none') {
        console.error(`Electron cannot be started: ${host.reason}. Try --host=browser.`)
        return 1
      }
      console.log(whereAndWhy(host))
      return develop(host, options)
    }
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
