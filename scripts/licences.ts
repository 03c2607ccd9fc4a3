import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]

/** Licences of what reaches a board's computer; OFL-1.1 is that of the fonts. */
export const SHIPPED: ReadonlySet<string> = new Set([...PERMISSIVE, 'OFL-1.1'])

/** Licences of what only builds and tests: used, never passed on. */
export const TOOLS: ReadonlySet<string> = new Set([
  ...SHIPPED,
  'CC-BY-3.0',
  'CC-BY-4.0',
  'MPL-2.0',
  'WTFPL',
])

const nameMap = z.record(z.string(), z.string()).default({})

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().default(''),
      license: z.string().optional(),
      dependencies: nameMap,
      optionalDependencies: nameMap,
      devDependencies: nameMap,
    }),
  ),
})

export type Lock = z.infer<typeof lockSchema>

export type Offender = Readonly<{ path: string; licence: string; shipped: boolean }>

/** Reads the text of a `package-lock.json`; throws a ZodError when it is none. */
export function parseLock(text: string): Lock {
  return lockSchema.parse(JSON.parse(text))
}

/**
 * Says whether an SPDX licence expression can be met by the allowed licences alone: every part of
 * an `AND`, one part of an `OR`. Anything else (`SEE LICENSE IN …`, no licence) is not allowed.
 */
export function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? []
  let position = 0

  function parseOr(): boolean {
    let met = parseAnd()
    while (tokens[position] === 'OR') {
      position += 1
      const right = parseAnd()
      met ||= right
    }
    return met
  }

  function parseAnd(): boolean {
    let met = parseOne()
    while (tokens[position] === 'AND') {
      position += 1
      const right = parseOne()
      met &&= right
    }
    return met
  }

  function parseOne(): boolean {
    const token = tokens[position] ?? ''
    position += 1
    if (token !== '(') return allowed.has(token)
    const met = parseOr()
    position += 1
    return met
  }

  const met = parseOr()
  return met && position === tokens.length
}

/**
 * Lists the packages of the lock file whose licence does not suit their use. Shipped are the
 * dependencies and, of the dev dependencies, `bundled` ones, each with all they need themselves.
 */
export function findOffenders(lock: Lock, bundled: readonly string[]): readonly Offender[] {
  const shipped = collectShipped(lock, bundled)
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({
      path,
      licence: entry.license ?? 'no licence',
      shipped: shipped.has(path),
    }))
    .filter((found) => !isAllowed(found.licence, found.shipped ? SHIPPED : TOOLS))
}

/** Names the dev dependencies that one of the sources mentions as an import: Vite packs those. */
export function findBundled(lock: Lock, sources: readonly string[]): readonly string[] {
  return Object.keys(lock.packages['']?.devDependencies ?? {}).filter((name) =>
    sources.some((source) => new RegExp(`['"]${name}['"/]`).test(source)),
  )
}

/** The places of what is packed as packages: the dependencies, with all they need. */
export function collectPacked(lock: Lock): ReadonlySet<string> {
  return collect(lock, Object.keys(lock.packages['']?.dependencies ?? {}), true)
}

/** The places of what Vite puts into the window's code. What is optional there is for other surroundings. */
export function collectBundled(lock: Lock, bundled: readonly string[]): ReadonlySet<string> {
  return collect(lock, bundled, false)
}

function collectShipped(lock: Lock, bundled: readonly string[]): ReadonlySet<string> {
  return new Set([...collectPacked(lock), ...collect(lock, bundled, true)])
}

function collect(lock: Lock, names: readonly string[], optionalToo: boolean): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = names.map((name) => `node_modules/${name}`)
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const entry = lock.packages[path]
    if (entry === undefined || found.has(path)) continue
    found.add(path)
    const needed = { ...entry.dependencies, ...(optionalToo ? entry.optionalDependencies : {}) }
    for (const name of Object.keys(needed)) waiting.push(locate(lock, path, name))
  }
  return found
}

/** Finds a package as Node does: beside its user first, then ever further out. */
function locate(lock: Lock, from: string, name: string): string {
  const nested = `${from}/node_modules/${name}`
  if (nested in lock.packages) return nested
  const outer = from.lastIndexOf('/node_modules/')
  return outer < 0 ? `node_modules/${name}` : locate(lock, from.slice(0, outer), name)
}

/** The texts of the program's sources, in which imports can be looked for. */
export async function readSources(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => /\.(ts|vue|css|html)$/.test(entry.name))
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))
}

async function main(): Promise<void> {
  const root = resolve(import.meta.dirname, '..')
  const lock = parseLock(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const bundled = findBundled(lock, await readSources(join(root, 'src')))
  const offenders = findOffenders(lock, bundled)
  for (const { path, licence, shipped } of offenders) {
    console.error(`${path}: ${licence} may not be ${shipped ? 'shipped' : 'used'}`)
  }
  console.log(
    `Licences: ${Object.keys(lock.packages).length - 1} packages, ${offenders.length} offenders; ` +
      `packed into the program: ${bundled.join(', ')}`,
  )
  if (offenders.length > 0) process.exitCode = 1
}

if (import.meta.main) await main()
