import { setTimeout as sleep } from 'node:timers/promises'

/** One line of the table: our figure beside its peer's, measured in the same run. */
export type Figure = Readonly<{
  name: string
  unit: string
  value: number
  peer: string
  peerValue: number
  /** Ours divided by the peer's: below 1 is faster. Machines are noisy; this is what holds. */
  ratio: number
}>

export function figure(
  name: string,
  unit: string,
  value: number,
  peer: string,
  peerValue: number,
): Figure {
  return {
    name,
    unit,
    value: round(value),
    peer,
    peerValue: round(peerValue),
    ratio: round(value / peerValue),
  }
}

/**
 * Runs two things in turns, so that a slow moment of the machine falls on both, and gives the median
 * time of each in milliseconds. The first `warmUp` turns do not count.
 */
export async function compare(
  ours: () => Promise<unknown>,
  peer: () => Promise<unknown>,
  options: Readonly<{ turns: number; warmUp: number }>,
): Promise<Readonly<{ ours: number; peer: number }>> {
  const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] }
  for (let turn = 0; turn < options.warmUp + options.turns; turn += 1) {
    await sleep(SETTLING)
    const oursMs = await timed(ours)
    await sleep(SETTLING)
    const peerMs = await timed(peer)
    if (turn < options.warmUp) continue
    times.ours.push(oursMs)
    times.peer.push(peerMs)
  }
  return { ours: median(times.ours), peer: median(times.peer) }
}

/** The times of so many runs in milliseconds, after some that do not count. */
export async function timesOf(
  turns: number,
  work: () => Promise<unknown>,
  warmUp = 10,
): Promise<readonly number[]> {
  const times: number[] = []
  for (let turn = 0; turn < turns + warmUp; turn += 1) {
    const ms = await timed(work)
    if (turn >= warmUp) times.push(ms)
  }
  return times
}

/** What a process still does after it answered must not fall on the other's time. In milliseconds. */
const SETTLING = 50

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The middle of some figures. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The smallest figure that so many percent of all do not exceed (nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? Number.NaN
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
