/** Documents that are being written for the person: the program does not end in the middle of one. */
export type RunningSaves = Readonly<{
  /** Does the work, and counts it as running until it is over. */
  during: <Answer>(work: () => Promise<Answer>) => Promise<Answer>
  /** Resolves when none is running. */
  over: () => Promise<void>
}>

export function createRunningSaves(): RunningSaves {
  const running = new Set<Promise<unknown>>()
  return {
    async during(work) {
      const saving = work()
      running.add(saving)
      try {
        return await saving
      } finally {
        running.delete(saving)
      }
    },
    async over() {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}
