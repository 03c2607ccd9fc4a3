import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { ROOT } from './build.ts'
import { type Measured, reliabilityFiles, tableOf, withFigures } from './reliability-table.ts'

// Runs the tests that docs/reliability.md names in their long form and prints what they measured.
// With `--write` the figures go into the page.

const PAGE = join(ROOT, 'docs/reliability.md')
const RESULTS = join(ROOT, 'test/output/results/reliability.json')

const report = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          meta: z.object({
            kept: z
              .object({ promise: z.string(), figure: z.string(), goal: z.string() })
              .optional(),
          }),
        }),
      ),
    }),
  ),
})

function main(): number {
  const page = readFileSync(PAGE, 'utf8')
  mkdirSync(join(ROOT, 'test/output/results'), { recursive: true })
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const files = reliabilityFiles(page)
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', ...files, '--reporter=default', '--reporter=json', `--outputFile=${RESULTS}`],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, HOI_AM_LONG_ROUNDS: '1' } },
  )
  const { success, testResults } = report.parse(JSON.parse(readFileSync(RESULTS, 'utf8')))
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const measured = tests.flatMap(({ meta }): Measured[] => (meta.kept ? [meta.kept] : []))
  console.log(`\n${tableOf(page, measured)}\n`)
  for (const { fullName, status: ended } of tests) {
    if (ended === 'failed') console.error(`FAILED ${fullName}`)
  }
  if (success && process.argv.includes('--write')) writeFileSync(PAGE, withFigures(page, measured))
  return success ? 0 : (status ?? 1)
}

process.exitCode = main()
