/** What a spec may need that Electron itself cannot be made to give: stated here alone, and asked for by `needing`. */
import type { Program } from './program.ts'

type Runtime = Program['runtime']

/** What the stand-in can be told at its start, and nobody can tell Electron. */
export type StandInNeeds = Readonly<{
  /** Whose ways the program follows once it is ready. */
  platform: NodeJS.Platform
  /** The displays of the machine; all but the first can be pulled. */
  displays: readonly Readonly<{ x: number; y: number; width: number; height: number }>[]
  /** How much longer than here the copy of the day takes, in milliseconds. */
  'slow-copy': number
  /** How much longer than here each letter of a demonstration board takes to be set, in milliseconds. */
  'slow-start': number
  /** The entry of another build than the one in `out/`. */
  'other-build': string
}>

/** Each with the words for the line that says why a spec was skipped. */
export const CAPABILITIES = {
  platform: 'a program that follows the ways of another system than this one',
  displays: 'displays of its own, with cables to pull',
  'slow-copy': 'a copy that is slow on purpose',
  'slow-start': 'a demonstration board that is slow to be made',
  'other-build': 'another build than the one in `out/`',
  'page-after-crash':
    "a page that can be used again after its process died: Playwright's launcher keeps the dead one",
} as const satisfies Readonly<Record<keyof StandInNeeds, string>> & Readonly<Record<string, string>>

export type Capability = keyof typeof CAPABILITIES

/** Which of these a runtime does not have: the stand-in has them all, Electron none. */
export function lacking(needed: readonly Capability[], runtime: Runtime): readonly Capability[] {
  return runtime === 'stand-in' ? [] : needed
}

/** What a run says before its first spec: what it will skip, and why. One line each. */
export function skippedLines(runtime: Runtime): readonly string[] {
  const all = Object.keys(CAPABILITIES).filter(isCapability)
  return lacking(all, runtime).map(
    (each) => `Skipped by name: specs that need ${each} (${CAPABILITIES[each]}).`,
  )
}

function isCapability(name: string): name is Capability {
  return Object.hasOwn(CAPABILITIES, name)
}
