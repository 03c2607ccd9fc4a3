import { loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

import { openStallsDesk, type StallsDesk } from './stalls-desk.ts'
import { LONG_ACTS, type LongAct } from './stalls-acts.ts'
import { ordinaryCalls } from './stalls-calls.ts'
import { figure, percentile, type Figure } from './measure.ts'

/** A board of this size is what the goal is said for; on a smaller one the figures stand without it. */
const GOAL_FROM = 50_000
/** What somebody on the telephone may wait at most, in 99 calls of 100; in milliseconds. */
const GOAL_MS = 300
/** A call every so often, whether or not the one before was answered: whoever speaks does not wait for the program. */
const EVERY_MS = 40
const TIMES = 3
const QUIET_CALLS = 300

/**
 * Somebody goes on opening cases, saving, turning pages and taking complaints down while somebody else does what takes long;
 * beside it the same calls while nobody does. Through the built core in a process of its own, as a host speaks to it: what is
 * measured is what a window waits. `HOI_AM_BENCH_SIZES=10000` measures a smaller board, which has no goal.
 */
export async function benchStalls(): Promise<readonly Figure[]> {
  const size = Number((process.env['HOI_AM_BENCH_SIZES'] ?? String(GOAL_FROM)).split(',')[0])
  const desk = await openStallsDesk(size)
  try {
    const measured: { act: LongAct; waits: readonly number[] }[] = []
    for (const act of LONG_ACTS) measured.push({ act, waits: await waitsDuring(desk, act) })
    const quiet = await waitsOfNobody(desk)
    return measured.flatMap(({ act, waits }) => figuresOf(act.name, waits, quiet, size))
  } finally {
    await desk.remove()
  }
}

function figuresOf(
  name: string,
  waits: readonly number[],
  quiet: readonly number[],
  size: number,
): readonly Figure[] {
  const ranks = [
    ['p50', 50],
    ['p99', 99],
    ['max', 100],
  ] as const
  const beside = ranks.map(([rank, percent]) =>
    figure(
      `while somebody ${name}: ${rank}`,
      'ms',
      percentile(waits, percent),
      `nobody does, ${rank}`,
      percentile(quiet, percent),
    ),
  )
  if (size < GOAL_FROM) return beside
  const p99 = percentile(waits, 99)
  return [...beside, figure(`while somebody ${name}: p99`, 'ms', p99, 'goal', GOAL_MS)]
}

/** What the ordinary calls waited, from a moment before the act to its end, several times over. */
async function waitsDuring(desk: StallsDesk, act: LongAct): Promise<readonly number[]> {
  const waits: number[] = []
  const took: string[] = []
  for (let time = 0; time < TIMES; time += 1) {
    await act.before?.(desk, time)
    const calls = await ordinaryCalls(desk)
    const over = Promise.withResolvers<'over'>()
    const asking = askUntil(over.promise, calls)
    await sleep(5 * EVERY_MS)
    const start = performance.now()
    await act.run(desk, time)
    took.push((performance.now() - start).toFixed(0))
    over.resolve('over')
    waits.push(...(await asking))
    await act.after?.(desk)
  }
  // How long the act itself took has no goal here, but says what the waits are a part of.
  const [load = 0] = loadavg()
  const said = `${String(waits.length)} calls; the act itself ${took.join(', ')} ms; load ${load.toFixed(1)}`
  process.stdout.write(`${act.name}: ${said}\n`)
  return waits
}

async function waitsOfNobody(desk: StallsDesk): Promise<readonly number[]> {
  const calls = await ordinaryCalls(desk)
  return askUntil(sleep(QUIET_CALLS * EVERY_MS, 'over' as const), calls)
}

/** One call after the other at its moment until it is over; what each waited for its answer, in milliseconds. */
async function askUntil(
  over: Promise<'over'>,
  calls: () => Promise<unknown>,
): Promise<readonly number[]> {
  const waits: Promise<number>[] = []
  const begun = performance.now()
  let answer: 'over' | 'next' = 'next'
  while (answer === 'next') {
    const start = performance.now()
    waits.push(calls().then(() => performance.now() - start))
    const next = begun + waits.length * EVERY_MS
    answer = await Promise.race([
      over,
      sleep(Math.max(0, next - performance.now()), 'next' as const),
    ])
  }
  return Promise.all(waits)
}
