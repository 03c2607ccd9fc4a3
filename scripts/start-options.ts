import { assertNever } from '#core/kernel/errors.ts'

const hosts = ['auto', 'electron', 'browser'] as const

export type HostChoice = (typeof hosts)[number]

/** What `npm start` was asked to do. `port` 0 is any free port; no `dataDir` is the host's own. */
export type StartOptions = Readonly<{
  host: HostChoice
  dataDir?: string
  port: number
  open: boolean
  demo: boolean
}>

export type ParsedArguments =
  | Readonly<{ kind: 'start'; options: StartOptions }>
  | Readonly<{ kind: 'help' }>
  | Readonly<{ kind: 'mistake'; message: string }>

export const USAGE = `Usage: npm start -- [flags]
  --host=auto|electron|browser  where the console opens (auto: Electron where it can run)
  --data-dir=DIR                the folder of the board's data
  --port=N                      the browser host's port, 0 for any free one
  --no-open                     do not open the web browser
  --demo                        a filled demonstration board in a temporary folder
  --help                        this text`

/**
 * Reads the flags of `npm start`; a value follows its flag after `=` or as the next argument.
 * The first mistake found is told in one sentence.
 */
export function parseStartArguments(args: readonly string[]): ParsedArguments {
  let options: StartOptions = { host: 'auto', port: 0, open: true, demo: false }
  const rest = [...args]
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [flag, inline] = splitFlag(argument)
    switch (flag) {
      case '--help':
      case '--no-open':
      case '--demo':
        if (inline !== undefined) return mistake(`${flag} takes no value.`)
        if (flag === '--help') return { kind: 'help' }
        options = flag === '--demo' ? { ...options, demo: true } : { ...options, open: false }
        break
      case '--host':
      case '--data-dir':
      case '--port': {
        const value = inline ?? takeValue(rest)
        if (value === undefined || value === '') return mistake(`${flag} needs a value.`)
        const next = withValue(options, flag, value)
        if (typeof next === 'string') return mistake(next)
        options = next
        break
      }
      default:
        return mistake(`${argument} is not a flag of npm start.`)
    }
  }
  if (options.demo && options.dataDir !== undefined) {
    return mistake('--demo uses a temporary folder of its own: leave out --data-dir.')
  }
  return { kind: 'start', options }
}

/** Writes the options as the flags both hosts take. */
export function toHostArguments(options: StartOptions): readonly string[] {
  return [
    ...(options.dataDir === undefined ? [] : [`--data-dir=${options.dataDir}`]),
    `--port=${options.port}`,
    ...(options.open ? [] : ['--no-open']),
    ...(options.demo ? ['--demo'] : []),
  ]
}

function splitFlag(argument: string): readonly [string, string | undefined] {
  const equals = argument.indexOf('=')
  if (equals < 0) return [argument, undefined]
  return [argument.slice(0, equals), argument.slice(equals + 1)]
}

function takeValue(rest: string[]): string | undefined {
  return rest[0]?.startsWith('--') === true ? undefined : rest.shift()
}

function withValue(
  options: StartOptions,
  flag: '--host' | '--data-dir' | '--port',
  value: string,
): StartOptions | string {
  switch (flag) {
    case '--host': {
      const host = hosts.find((known) => known === value)
      return host === undefined
        ? `--host is one of ${hosts.join(', ')}, not ${value}.`
        : { ...options, host }
    }
    case '--data-dir':
      return { ...options, dataDir: value }
    case '--port': {
      const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
      return port <= 65_535
        ? { ...options, port }
        : `--port is a number from 0 to 65535, not ${value}.`
    }
    default:
      return assertNever(flag)
  }
}

function mistake(message: string): ParsedArguments {
  return { kind: 'mistake', message }
}
