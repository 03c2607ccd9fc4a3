import { describe, inject, it } from 'vitest'

import { type Capability, lacking } from './capabilities.ts'
import type { Program } from './program.ts'

/** What this run of the specs starts the program in. */
export function runtimeOfThisRun(): Program['runtime'] {
  return inject('electronPath') === null ? 'stand-in' : 'electron'
}

/** Vitest's own words for specs that stand on these: where the runtime lacks one, they are skipped by their names. */
export function needing(...needed: readonly [Capability, ...Capability[]]) {
  const has = lacking(needed, runtimeOfThisRun()).length === 0
  return { it: has ? it : it.skip, describe: has ? describe : describe.skip }
}
