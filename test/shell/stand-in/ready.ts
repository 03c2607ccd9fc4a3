/** Whether the program is ready, in Electron's sense: some APIs may only be used before, some only after. */
let ready = false
const whenReady = Promise.withResolvers<undefined>()

export function isReady(): boolean {
  return ready
}

export function untilReady(): Promise<void> {
  return whenReady.promise
}

/** Called once, when the program's entry has been evaluated: Electron waits for that too. */
export function markReady(): void {
  ready = true
  whenReady.resolve(undefined)
}

/** Raises in Electron's manner when something comes too late. */
export function onlyBeforeReady(what: string): void {
  if (ready) throw new Error(`${what} should be called before app is ready`)
}

/** Raises in Electron's manner when something comes too early. */
export function onlyAfterReady(what: string): void {
  if (!ready) throw new Error(`${what} cannot be used before the app is ready`)
}
