/** Says to a piece of work how much of it is still wanted. */
export type Turn = Readonly<{
  /** Something newer waits: finish what somebody looks at and leave the rest. */
  overtaken: AbortSignal
  /** What is being done is of no use any more: stop at once. */
  dropped: AbortSignal
}>

export type Newest = Readonly<{
  /** Asks for the work to be done on how things are now. `urgent` drops what is being done. */
  ask(urgent?: boolean): void
  /** Drops what is being done; nothing is done any more. */
  stop(): void
}>

/**
 * Does one piece of work at a time, and once more when it was asked for meanwhile, however often. Work
 * asked for all the time still comes to an end each time, unlike work that every new wish would cancel.
 * `work` reads what is wanted when it starts, and handles its own errors.
 */
export function newestOnly(work: (turn: Turn) => Promise<void>): Newest {
  let asked = false
  let running = false
  let stopped = false
  let overtaken = new AbortController()
  let dropped = new AbortController()

  async function run(): Promise<void> {
    running = true
    while (asked) {
      asked = false
      overtaken = new AbortController()
      dropped = new AbortController()
      await work({ overtaken: overtaken.signal, dropped: dropped.signal })
    }
    running = false
  }

  return {
    ask(urgent = false) {
      if (stopped) return
      asked = true
      overtaken.abort()
      if (urgent) dropped.abort()
      if (!running) void run()
    },
    stop() {
      stopped = true
      asked = false
      overtaken.abort()
      dropped.abort()
    },
  }
}
