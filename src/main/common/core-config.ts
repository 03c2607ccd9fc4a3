import { z } from 'zod'

/** The variable that carries the start-up configuration, as one JSON value. */
export const CORE_CONFIG_VARIABLE = 'HOI_AM_CORE_CONFIG'

/** May hold a password, so it travels alone and only in the environment, never on a command line. */
export const DATABASE_URL_VARIABLE = 'HOI_AM_DATABASE_URL'

/** From how many milliseconds on a statement is noted in the log, when the program is started with this set. */
export const SLOW_STATEMENT_VARIABLE = 'HOI_AM_SLOW_STATEMENT_MS'

/**
 * How large the core's heap may grow. The old space is V8's own default on a small machine and far more than the
 * largest board needs; said here, it can be read back (`core-limits.ts`), and with it whether the flags came through.
 */
export const CORE_HEAP_MB = { old: 2048, semiSpace: 4 } as const

/** The budget of calls after which V8 would compile such a wrapper: never. */
export const STEADY_WRAPPERS = '--wasm-wrapper-tiering-budget=2147483647'

/**
 * Flags of V8 both hosts start the core with. Its young heap is kept small: left to grow to the default it
 * costs twice the memory (`npm run bench -- batch`: 308 MB at rest, then 160 MB) and wins nothing here. Typst's
 * code is optimised after a quarter of the usual time, so that the tenth letter is as quick as the fiftieth, by one
 * thread, which takes 35 MB less than several. What WebAssembly calls of JavaScript is never compiled anew: where two
 * threads do, V8 13 frees one wrapper twice and ends the process (`Check failed: jit_page.has_value()`, from
 * `Runtime_TierUpWasmToJSWrapper`; nodejs/node#64500 is of its kind).
 */
export const CORE_FLAGS = [
  `--max-semi-space-size=${CORE_HEAP_MB.semiSpace}`,
  `--max-old-space-size=${CORE_HEAP_MB.old}`,
  '--wasm-tiering-budget=3000000',
  '--wasm-num-compilation-tasks=1',
  STEADY_WRAPPERS,
] as const

/** Tells glibc to give freed memory back instead of keeping it for each thread; nothing elsewhere reads this. */
export const CORE_MALLOC = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '131072',
} as const

/** The reader has small parsers and their files in memory, nothing else. */
export const READER_FLAGS = ['--max-semi-space-size=2', '--max-old-space-size=128'] as const

/** All that the reader process is told: what a system needs to start a process at all. */
const READER_NEEDS: ReadonlySet<string> = new Set(['SystemRoot', 'SYSTEMROOT', 'windir', 'PATH'])

/** The environment a host starts the reader with: no password, no folder, nobody's name. */
export function readerEnvironment(environment: Environment): Record<string, string> {
  const needed = Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && READER_NEEDS.has(name) ? [[name, value] as const] : [],
  )
  return { ...CORE_MALLOC, ...Object.fromEntries(needed) }
}

const coreConfigSchema = z.strictObject({
  dataDir: z.string().min(1),
  resourcesDir: z.string().min(1),
  demo: z.boolean(),
  databaseUrl: z.string().min(1).optional(),
  /** Where this machine keeps what belongs to no board; a demonstration keeps nothing there. */
  profileRoot: z.string().min(1).optional(),
})

/** What the core process is told once, at its start. Folders are absolute. */
export type CoreConfig = Readonly<z.output<typeof coreConfigSchema>>

type Environment = Readonly<Record<string, string | undefined>>

/** The environment a host starts the core with: its own, plus the configuration. */
export function coreEnvironment(
  config: CoreConfig,
  environment: Environment,
): Record<string, string> {
  const { databaseUrl, ...openly } = config
  const inherited = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined || name === DATABASE_URL_VARIABLE ? [] : [[name, value] as const],
  )
  return {
    ...CORE_MALLOC,
    ...Object.fromEntries(inherited),
    [CORE_CONFIG_VARIABLE]: JSON.stringify(openly),
    ...(databaseUrl === undefined ? {} : { [DATABASE_URL_VARIABLE]: databaseUrl }),
  }
}

/** What {@link SLOW_STATEMENT_VARIABLE} asks for; undefined unless it is a whole number of milliseconds from 1 on. */
export function slowStatementMs(environment: Environment): number | undefined {
  const asked = Number(environment[SLOW_STATEMENT_VARIABLE])
  return Number.isInteger(asked) && asked > 0 ? asked : undefined
}

/** Reads what `coreEnvironment` wrote. Throws when a host left it out: that is a bug, not bad input. */
export function readCoreConfig(environment: Environment): CoreConfig {
  const text = environment[CORE_CONFIG_VARIABLE]
  if (text === undefined) throw new Error(`${CORE_CONFIG_VARIABLE} is not set`)
  const openly = coreConfigSchema.omit({ databaseUrl: true }).parse(JSON.parse(text))
  const databaseUrl = environment[DATABASE_URL_VARIABLE]
  return coreConfigSchema.parse(databaseUrl ? { ...openly, databaseUrl } : openly)
}
