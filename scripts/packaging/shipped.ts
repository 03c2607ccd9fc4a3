import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { collectBundled, collectPacked, findBundled, parseLock, readSources } from '../licences.ts'

/** A package that reaches a board's computer, as a package of its own or inside the window's code. */
export type ShippedPackage = Readonly<{
  /** Its folder, relative to the project's root, with `/`. */
  path: string
  name: string
  version: string
  licence: string
}>

/**
 * Lists what is shipped, in the order of names: of the dependencies everything, of the packages that Vite puts into
 * the window's code what is code. Electron is not among them: it brings licences of its own.
 */
export async function shippedPackages(root: string): Promise<readonly ShippedPackage[]> {
  const lock = parseLock(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const bundled = findBundled(lock, await readSources(join(root, 'src')))
  const inWindow = bundled.filter((name) => name !== 'electron')
  const paths = new Set([...collectPacked(lock), ...collectBundled(lock, inWindow)])
  return [...paths]
    .filter((path) => !path.includes('node_modules/@types/'))
    .toSorted()
    .map((path) => ({
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: lock.packages[path]?.version ?? '',
      licence: lock.packages[path]?.license ?? '',
    }))
}
