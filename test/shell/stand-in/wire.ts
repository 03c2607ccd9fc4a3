/** What the stand-in tells the test that started it. */
export type StandInSays =
  | Readonly<{ type: 'waiting' }>
  | Readonly<{ type: 'browser'; endpoint: string }>
  | Readonly<{ type: 'loaded'; windowId: number; targetId: string; origin: string }>
  | Readonly<{ type: 'relaunch'; args: readonly string[] }>
  | Readonly<{ type: 'answer'; id: number; value?: unknown; problem?: string }>

/**
 * What the test says. `run` is a function to be run beside the program, as Playwright runs one in Electron's main
 * process: the same functions do for both. `begin` starts the program.
 */
export type TestSays =
  | Readonly<{ type: 'begin' }>
  | Readonly<{ type: 'run'; id: number; source: string; argument: unknown }>

/** Says something to the test, if there still is one. */
export function tellTest(message: StandInSays): void {
  if (process.connected) process.send?.(message)
}
