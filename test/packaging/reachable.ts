import { readFile, stat } from 'node:fs/promises'
import { createRequire, isBuiltin } from 'node:module'
import { join } from 'node:path'

/** The entries of the installed program: its host, the core, the reader, the workers that typeset, copy and carry, the page's bridge. */
export const ENTRIES = [
  'out/main/index.js',
  'out/main/core-process.js',
  'out/main/reader-process.js',
  'out/main/reading-thread.js',
  'out/main/typeset-worker.js',
  'out/main/argon-worker.js',
  'out/main/copy-worker.js',
  'out/main/place-worker.js',
  'out/preload/index.cjs',
] as const

/** A specifier in a file of our own that leads nowhere: neither a module of Node or Electron, nor a file. */
export type Missing = Readonly<{ from: string; specifier: string }>

export type Reach = Readonly<{ files: ReadonlySet<string>; missing: readonly Missing[] }>

/** Every way to name a module by a literal: import, export … from, import(), require, require.resolve, resolve. */
const NAMED = /\b(?:from|import|import\s*\(|require\s*\(|resolve\s*\()\s*(?:["'])([^"'\n]+)["']/g

/** A file beside the code, as the entries name workers: `new URL('./x.js', import.meta.url)`. */
const BESIDE = /["'](\.\.?\/[\w./-]+\.(?:c|m)?js)["']/g

/**
 * Follows every literal import from the program's entries below `root`, through packages as well, and resolves it
 * there as Node does, as import and as require. What a package tries and may do without is followed only into packages
 * that `isShipped` (a path below `root`, with `/`) names; what the program's own files name is always followed.
 */
export async function reachableFrom(
  root: string,
  isShipped: (path: string) => boolean,
): Promise<Reach> {
  const files = new Set<string>()
  const missing: Missing[] = []
  const waiting: string[] = ENTRIES.map((entry) => join(root, entry))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue
    files.add(file)
    if (!/\.[cm]?js$/.test(file)) continue
    const code = await readFile(file, 'utf8')
    for (const specifier of named(code, file.includes('node_modules'))) {
      const found = await resolveBothWays(specifier, file)
      const isOwn = !file.includes('node_modules')
      if (found.length === 0 && isOwn) missing.push({ from: inside(root, file), specifier })
      waiting.push(...found.filter((path) => isOwn || isShipped(inside(root, path))))
    }
  }
  return { files: new Set([...files].map((file) => inside(root, file))), missing }
}

function named(code: string, isPackage: boolean): readonly string[] {
  const patterns = isPackage ? [NAMED] : [NAMED, BESIDE]
  const found = patterns.flatMap((pattern) => [...code.matchAll(pattern)])
  return found
    .map(([, specifier = '']) => specifier)
    .filter((specifier) => !isBuiltin(specifier) && specifier !== 'electron')
}

async function resolveBothWays(specifier: string, from: string): Promise<readonly string[]> {
  const { resolve } = createRequire(from)
  // Node takes the conditions here as well; its types do not say so.
  const asImport = { conditions: new Set(['node', 'import']) } as object
  const found = new Set([
    attempt(() => resolve(specifier)),
    attempt(() => resolve(specifier, asImport)),
  ])
  const files = await Promise.all(
    [...found].map(async (path) => ((await isFile(path)) ? path : undefined)),
  )
  return files.filter((path) => path !== undefined)
}

async function isFile(path: string | undefined): Promise<boolean> {
  if (path === undefined) return false
  return (await stat(path).catch(() => undefined))?.isFile() === true
}

function attempt(resolve: () => string): string | undefined {
  try {
    return resolve()
  } catch {
    return undefined
  }
}

function inside(root: string, file: string): string {
  return file.slice(root.length + 1).replaceAll('\\', '/')
}
