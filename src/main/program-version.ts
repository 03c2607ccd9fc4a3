import { readFileSync } from 'node:fs'

import { z } from 'zod'

const manifest = z.object({ version: z.string() })

/**
 * The version in package.json, two folders above this file both in the source and in the built program: why this file
 * of both processes is not in `common`.
 */
export function programVersion(): string {
  const url = new URL('../../package.json', import.meta.url)
  return manifest.parse(JSON.parse(readFileSync(url, 'utf8'))).version
}
