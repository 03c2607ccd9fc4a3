/** Long work a window asked for and may stop. Each is known by the name the window gave it. */
export type Jobs = Readonly<{
  /** Runs the work with a signal that `stop` raises; the name is free again when it ends. */
  run<Result>(
    windowId: string,
    job: string,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result>
  /** Whether there was such work to stop. */
  stop(windowId: string, job: string): boolean
  /** Stops whatever a window still has running. */
  forget(windowId: string): void
}>

export function createJobs(): Jobs {
  const running = new Map<string, Readonly<{ windowId: string; controller: AbortController }>>()
  const keyOf = (windowId: string, job: string): string => JSON.stringify([windowId, job])
  return {
    async run(windowId, job, work) {
      const key = keyOf(windowId, job)
      const controller = new AbortController()
      running.get(key)?.controller.abort()
      running.set(key, { windowId, controller })
      try {
        return await work(controller.signal)
      } finally {
        if (running.get(key)?.controller === controller) running.delete(key)
      }
    },
    stop(windowId, job) {
      const found = running.get(keyOf(windowId, job))
      found?.controller.abort()
      return found !== undefined
    },
    forget(windowId) {
      for (const work of running.values()) {
        if (work.windowId === windowId) work.controller.abort()
      }
    },
  }
}
