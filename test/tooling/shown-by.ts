/** Reads tables of a page of docs whose rows name the tests that show what the row says. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** The cells of the rows of a page's tables whose first cell is a number or a code such as `S12`. */
export function rowsOf(page: string): readonly (readonly string[])[] {
  return readFileSync(join(ROOT, page), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => /^[A-Z]?\d+$/u.test(cells[1] ?? ''))
    .map((cells) => cells.slice(1, -1))
}

/** Test files a cell names, in backticks; `rename` may give short names their long ones. */
export function filesIn(
  cell: string,
  rename: (name: string) => string = (name) => name,
): readonly string[] {
  return [...cell.matchAll(/`((?:[\w-]+\/)*[\w.-]+\.test\.ts|menu)`/gu)].map(([, name = '']) =>
    rename(name),
  )
}

/** What a cell names that is not there: files, and names of tests in quotation marks that none of the files has. */
export function missingIn(cell: string, rename?: (name: string) => string): readonly string[] {
  const files = filesIn(cell, rename)
  const there = files.filter((file) => existsSync(join(ROOT, file)))
  const text = there.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n')
  const names = [...cell.matchAll(/"([^"]+)"/gu)].map(([, name = '']) => name)
  return [
    ...files.filter((file) => !there.includes(file)),
    // A name made of parts is cut where the part that differs begins.
    ...names.filter((name) => !text.includes(name.split('…')[0]?.trim() ?? name)),
  ]
}
