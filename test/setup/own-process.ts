import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const TESTS = join(import.meta.dirname, '..')

/**
 * What a file of tests does not do beside others: put another module in the place of one, turn the clock, the environment
 * or the globals of its process, look into that process or its children, or have a page (which lives as long as its
 * process).
 */
const NOT_BESIDE_OTHERS =
  /\bvi\.(?:mock|doMock|stub\w+|useFakeTimers|spyOn)\(|@vitest-environment|process\.env\[[^\]]+\] = |\((?:process|globalThis)[,.)]|\bprocess\.(?:chdir|emit|on|once|memoryUsage|getActiveResourcesInfo)\(|\/proc\/|process\.kill\(/u

/** Whether a file of tests, by its text, needs a process to itself. */
export function needsOwnProcess(text: string): boolean {
  return NOT_BESIDE_OTHERS.test(text)
}

/**
 * The files of tests with this ending that need a process each, from the root of the project. All others share a few
 * processes: most of what a small file costs is to start one and to load the program into it.
 */
export function filesWithOwnProcess(ending: string): string[] {
  return readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .filter((file) => needsOwnProcess(readFileSync(join(TESTS, file), 'utf8')))
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
}
