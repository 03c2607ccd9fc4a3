import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

const MISUSE = /new URL\([^)]*import\.meta\.url[^)]*\)\s*\.pathname/u

/** `/C:/…` on Windows and `Nguy%E1%BB%85n%20A` everywhere: a path is made by `fileURLToPath`. */
it.each(['src', 'scripts', 'test'])(
  'no path under %s is taken from the address of a file',
  (root) => {
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:ts|vue|js|mjs)$/u.test(name),
    )
    expect(sources.length).toBeGreaterThan(20)
    expect(sources.filter((name) => MISUSE.test(readFileSync(join(root, name), 'utf8')))).toEqual(
      [],
    )
  },
)

it('finds such a path', () => {
  expect(MISUSE.test(["new URL('../x', import.meta.url)", '.pathname'].join(''))).toBe(true)
})
