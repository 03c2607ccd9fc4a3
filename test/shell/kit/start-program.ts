import { inject } from 'vitest'

import { startElectron } from './electron-program.ts'
import type { Program, StartOptions } from './program.ts'
import { startStandIn } from './stand-in-program.ts'

/** Starts the built program where this run of the tests says: in Electron itself, or against the stand-in. */
export function startProgram(options: StartOptions = {}): Promise<Program> {
  const executable = inject('electronPath')
  return executable === null ? startStandIn(options) : startElectron(executable, options)
}
