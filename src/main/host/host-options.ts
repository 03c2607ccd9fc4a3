import { parseArgs } from 'node:util'

/** The flags both hosts take. `dataDir` null is the person's own data folder; `port` 0 is any free one. */
export type HostOptions = Readonly<{
  dataDir: string | null
  port: number
  open: boolean
  demo: boolean
}>

export type ParsedHostOptions = Readonly<
  { ok: true; options: HostOptions } | { ok: false; problem: string }
>

const FLAGS = {
  'data-dir': { type: 'string' },
  port: { type: 'string', default: '0' },
  'no-open': { type: 'boolean', default: false },
  demo: { type: 'boolean', default: false },
} as const

/** Reads a host's command line, refusing what it does not know. `problem` is one sentence for the terminal. */
export function parseHostOptions(args: readonly string[]): ParsedHostOptions {
  try {
    const { values } = parseArgs({ args: [...args], options: FLAGS })
    const dataDir = values['data-dir'] ?? null
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN
    if (!(port <= 65_535)) return problem('--port is a number from 0 to 65535.')
    if (dataDir === '') return problem('--data-dir needs a value.')
    if (values.demo && dataDir !== null) {
      return problem('--demo uses a temporary folder of its own: leave out --data-dir.')
    }
    return {
      ok: true,
      options: { dataDir, port, open: !values['no-open'], demo: values.demo },
    }
  } catch (error) {
    return problem(error instanceof Error ? error.message : 'The flags could not be read.')
  }
}

/**
 * Our own flags among all that Electron was started with: its own, Chromium's switches and the folder
 * of the program stand there too. Only the form with `=` is ours here.
 */
export function ownFlags(args: readonly string[]): readonly string[] {
  return args.filter((argument) => /^--(?:(?:data-dir|port)=.*|no-open|demo)$/s.test(argument))
}

function problem(text: string): ParsedHostOptions {
  return { ok: false, problem: text }
}
