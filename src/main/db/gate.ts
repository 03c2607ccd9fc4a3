import { AsyncLocalStorage } from 'node:async_hooks'

/** Lets at most `capacity` pieces of work run at a time, the others wait in the order they came. */
export type Gate = Readonly<{
  /** Raises when called from inside work that is still running in this gate. */
  run<Result>(work: () => Promise<Result>): Promise<Result>
  /** Runs work that no other may run beside, in its turn. What it raises is raised; whoever waits goes on after it. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>
}>

/**
 * One gate stands before each database. On SQLite its capacity is one: the driver has one connection,
 * and a statement that slips in beside an open transaction becomes part of it and is lost with it.
 *
 * Work that asks for the gate again would wait for itself for ever; joining the open transaction instead
 * would report as saved what the outer work may still roll back. So it is refused as a bug.
 */
export function createGate(capacity: number): Gate {
  const inside = new AsyncLocalStorage<{ running: boolean }>()
  const waiting: (() => void)[] = []
  let free = capacity

  async function enter(): Promise<void> {
    if (free > 0) {
      free -= 1
      return
    }
    await new Promise<void>((resolve) => waiting.push(resolve))
  }

  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }

  async function run<Result>(work: () => Promise<Result>): Promise<Result> {
    // Work started inside but left to outlive its turn (an event, a timer) may come again.
    if (inside.getStore()?.running === true) {
      throw new Error('A unit of work was started inside another one.')
    }
    await enter()
    const turn = { running: true }
    try {
      return await inside.run(turn, work)
    } finally {
      turn.running = false
      leave()
    }
  }

  async function alone<Result>(work: () => Promise<Result>): Promise<Result> {
    await Promise.all(Array.from({ length: capacity }, enter))
    try {
      return await work()
    } finally {
      for (let place = 0; place < capacity; place += 1) leave()
    }
  }

  return { run, alone }
}
