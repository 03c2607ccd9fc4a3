import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

import { z } from 'zod'

import { ROOT } from './build.ts'

const OUTPUT = join(ROOT, 'test/output/coverage')

const summarySchema = z.record(
  z.string(),
  z.object({ lines: z.object({ total: z.number(), covered: z.number() }) }),
)

/** Lines of each file that a statement is on, and how many of them a test ran, as Istanbul's json-summary says it. */
export type CoverageSummary = z.infer<typeof summarySchema>

export type FloorCoverage = Readonly<{ floor: string; total: number; covered: number }>

/**
 * Adds the files up by floor: `src/core`, `src/shared`, `src/preload`, each folder of `src/main` and of `src/renderer`.
 * `root` is the folder the summary's absolute paths begin with. Sorted by name; files outside `src` do not count.
 */
export function byFloor(summary: CoverageSummary, root: string): readonly FloorCoverage[] {
  const floors = new Map<string, { total: number; covered: number }>()
  for (const [file, { lines }] of Object.entries(summary)) {
    const floor = floorOf(relative(root, file).split(sep))
    if (floor === null) continue
    const sum = floors.get(floor) ?? { total: 0, covered: 0 }
    floors.set(floor, { total: sum.total + lines.total, covered: sum.covered + lines.covered })
  }
  return [...floors]
    .map(([floor, lines]) => ({ floor, ...lines }))
    .sort((a, b) => a.floor.localeCompare(b.floor, 'en'))
}

function floorOf([top, process, folder, ...below]: readonly string[]): string | null {
  if (top !== 'src' || process === undefined) return null
  const hasFolders = process === 'main' || process === 'renderer'
  return hasFolders && folder !== undefined && below.length > 0
    ? `src/${process}/${folder}`
    : `src/${process}`
}

function main(): number {
  const { status } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...['unit', 'unit-alone', 'db'].flatMap((name) => ['--project', name]),
      ...['--coverage.enabled', '--coverage.include=src/**', '--coverage.reporter=json-summary'],
      `--coverage.reportsDirectory=${OUTPUT}`,
    ],
    { cwd: ROOT, stdio: 'inherit' },
  )
  if (status !== 0) return status ?? 1
  const summary: unknown = JSON.parse(readFileSync(join(OUTPUT, 'coverage-summary.json'), 'utf8'))
  const floors = byFloor(summarySchema.parse(summary), ROOT)
  const width = Math.max(...floors.map(({ floor }) => floor.length))
  console.log(
    '\nLines run by the unit and database tests (the built window is tested end to end, uncounted):',
  )
  for (const { floor, total, covered } of floors) {
    const percent = total === 0 ? 100 : (100 * covered) / total
    console.log(`${floor.padEnd(width)}  ${percent.toFixed(1).padStart(5)} %  of ${total}`)
  }
  return 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main()
