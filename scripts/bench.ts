import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'

import { CORE_FLAGS, CORE_MALLOC } from '#main/common/core-config.ts'
import {
  BENCH_NAMES,
  isBench,
  readFigures,
  readResults,
  type BenchName,
  type Results,
} from './bench/names.ts'
import type { Figure } from './bench/measure.ts'

const RESULTS = new URL('../bench/results.json', import.meta.url)
const RUN_ONE = new URL('./bench/run-one.ts', import.meta.url)

/** Runs those named on the command line, else all: `npm run bench -- letters preview`. Others keep their figures. */
async function main(): Promise<void> {
  if (!CORE_FLAGS.every((flag) => process.execArgv.includes(flag))) {
    throw new Error(
      `the core runs with ${CORE_FLAGS.join(' ')}: package.json must start the bench with them`,
    )
  }
  const named = process.argv.slice(2)
  const unknown = named.filter((name) => !isBench(name))
  if (unknown.length > 0) throw new Error(`no such bench: ${unknown.join(', ')}`)
  const measured: Partial<Record<BenchName, readonly Figure[]>> = {}
  for (const name of BENCH_NAMES) {
    if (named.length > 0 && !named.includes(name)) continue
    const figures = await runApart(name)
    show(figures)
    measured[name] = figures
  }
  await mkdir(new URL('.', RESULTS), { recursive: true })
  const results: Results = { ...(await resultsBefore()), ...measured }
  await writeFile(RESULTS, `${JSON.stringify(results, null, 2)}\n`)
}

/** Each in a process of its own, whose memory is its own. */
async function runApart(name: BenchName): Promise<readonly Figure[]> {
  const child = fork(RUN_ONE, [name], { env: { ...process.env, ...CORE_MALLOC } })
  const messages: unknown[] = []
  child.on('message', (message) => messages.push(message))
  await once(child, 'exit')
  return readFigures(messages[0])
}

async function resultsBefore(): Promise<Results> {
  return readResults(JSON.parse(await readFile(RESULTS, 'utf8').catch(() => '{}')))
}

function show(figures: readonly Figure[]): void {
  console.table(
    figures.map(({ name, unit, value, peer, peerValue, ratio }) => ({
      name,
      [`ours`]: `${value} ${unit}`,
      peer,
      [`peer's`]: `${peerValue} ${unit}`,
      ratio,
    })),
  )
}

await main()
