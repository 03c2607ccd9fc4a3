import { inject } from 'vitest'

import { secondElectron, startElectron } from './electron-program.ts'
import type { Program, StartOptions } from './program.ts'
import { startStandIn } from './stand-in-program.ts'

/** Starts the built program where this run of the tests says: in Electron itself, or against the stand-in. */
export function startProgram(options: StartOptions = {}): Promise<Program> {
  const executable = inject('electronPath')
  return executable === null ? startStandIn(options) : startElectron(executable, options)
}

/** Starts the program once more on a home where it runs already, and answers the code it ended with. */
export async function startSecond(home: string): Promise<number | null> {
  const executable = inject('electronPath')
  if (executable !== null) return secondElectron(executable, home)
  const second = await startStandIn({ home })
  const code = await second.ended
  await second.stop()
  return code
}
