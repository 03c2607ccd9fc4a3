/** What docs/platforms.md says is shown by a test has that test. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const SHORT: Readonly<Record<string, string>> = {
  'e/': 'test/main/electron/',
  'r/': 'test/renderer/',
}

const page = readFileSync(join(ROOT, 'docs/platforms.md'), 'utf8')
const rows = page.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim())
  return /^\d+$/.test(cells[1] ?? '') ? [{ convention: cells[2] ?? '', shown: cells[4] ?? '' }] : []
})

function fileOf(name: string): string {
  if (name === 'menu') return 'test/main/electron/menu/menu-template.test.ts'
  const short = Object.keys(SHORT).find((start) => name.startsWith(start))
  return short === undefined ? name : `${SHORT[short] ?? ''}${name.slice(short.length)}`
}

it('has twenty conventions of each system', () => {
  expect(rows).toHaveLength(40)
})

describe.each(rows)('$convention', ({ shown }) => {
  const files = [...shown.matchAll(/`((?:[\w-]+\/)*[\w.-]+\.test\.ts|menu)`/g)].map(([, name]) =>
    fileOf(name ?? ''),
  )

  it('is shown by a test, or only by hand', () => {
    expect(files.length > 0 || /by hand/i.test(shown)).toBe(true)
  })

  it('names tests that are there', () => {
    const missing = files.filter((file) => !existsSync(join(ROOT, file)))
    expect(missing).toEqual([])
    const text = files.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n')
    const names = [...shown.matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? '')
    // A name made of parts is cut where the part that differs begins.
    const unknown = names.filter((name) => !text.includes(name.split('…')[0]?.trim() ?? name))
    expect(unknown).toEqual([])
  })
})
